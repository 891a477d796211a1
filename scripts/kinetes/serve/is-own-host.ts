const names = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether a `Host` header names this machine. A page of the web whose name was made to point at 127.0.0.1 sends its own name,
 * and is refused.
 */
export function isOwnHost(host: string | undefined): boolean {
	if (host === undefined) return false;
	const name = /^(\[[0-9a-f:]+\]|[^:]+)(?::\d{1,5})?$/i.exec(host)?.[1];
	return name !== undefined && names.has(name.toLowerCase());
}
