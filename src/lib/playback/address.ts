/**
 * Where state lives in an address: after `#`. In the single file, where there is no server to know pages by their paths,
 * the page stands there first: `#/lessons/create-pod?at=800`.
 */
const routed = /^#?(\/[^?]*)(?:\?|$)/;

/** The state in what stands after `#`, as `URLSearchParams` read it. */
export function stateIn(hash: string): string {
	return hash.replace(routed, '').replace(/^#/, '');
}

/** What stands after `#` with another state, on the same page. */
export function withState(hash: string, state: string): string {
	const page = routed.exec(hash)?.[1];
	return page === undefined ? `#${state}` : `#${page}?${state}`;
}

/** Address of a page, as it is resolved, with a state. */
export function withPage(page: string, state: string): string {
	return page.startsWith('#') ? `${page}?${state}` : `${page.replace(/\/*$/, '/')}#${state}`;
}

/** The page that stands after `#`, e.g. `/lessons/create-pod`; undefined where pages have paths. */
export function pageIn(hash: string): string | undefined {
	return routed.exec(hash)?.[1];
}
