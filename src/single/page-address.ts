/** Where a route is in the single file, in which a page is what stands after `#`. */
export function pageAddress(
	route: string,
	parameters: Readonly<Record<string, string>> = {}
): string {
	return `#${pagePath(route, parameters)}`;
}

/** A route with its parameters filled in. */
export function pagePath(route: string, parameters: Readonly<Record<string, string>> = {}): string {
	return route.replace(/\[(\w+)\]/g, (_, name: string) => parameters[name] ?? '');
}
