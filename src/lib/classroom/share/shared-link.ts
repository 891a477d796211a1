import { withState } from '#lib/playback/address.ts';

/** Whether a page can be reached only from the computer that shows it. */
export function isLocal({ protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>): boolean {
	return protocol === 'file:' || /^(localhost|127\.|\[::1\])/.test(hostname);
}

/**
 * The link that is handed over. With a base, it leads to the Kinetes that stands there; without one, to where this page is.
 * Undefined when the base is no address.
 */
export function sharedLink(
	here: string,
	{ base, path, state }: { base: string; path: string; state: string }
): string | undefined {
	if (base.trim() !== '') {
		const folder = base.trim().replace(/\/*$/, '/');
		if (!/^https?:\/\//.test(folder) || !URL.canParse(folder)) return undefined;
		return new URL(`${path}#${state}`, folder).href;
	}
	const url = new URL(here);
	url.hash = withState(url.hash, state);
	url.search = '';
	return url.href;
}
