import { message } from '#lib/i18n/message.ts';
import { withState } from '#lib/playback/address.ts';
import type { Playback } from './playback.svelte.ts';

/** Copies a link to this moment; where that isn't allowed, puts it into the address bar. */
export async function shareLink(playback: Playback, state: string): Promise<void> {
	const { locale } = playback.settings;
	const hash = withState(location.hash, state);
	try {
		await navigator.clipboard.writeText(new URL(hash, location.href).href);
		playback.notice = message(locale, 'app.share.copied');
	} catch {
		location.hash = hash;
		playback.notice = message(locale, 'app.share.failed');
	}
}
