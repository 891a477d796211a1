import { withState } from '#lib/playback/address.ts';

/** Where the presenter's page of a session is; `href` says it relative to `here`. */
export function presenterAddress(href: string, here: string, session: string): string {
	const url = new URL(href, here);
	url.hash = withState(url.hash, `session=${session}`);
	return url.href;
}
