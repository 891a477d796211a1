import { message } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';

/** The most that is read of a file, bytes; a request body of the API server may be 3 MiB, an object in etcd 1.5 MiB. */
const mostBytes = 1_000_000;

/** A file that is no manifest, told in one sentence. */
export class UnreadableFile extends Error {}

/**
 * The text of a file that someone gave us.
 *
 * @throws UnreadableFile when it is too large or no text
 */
export async function readFile(file: File, locale: Locale): Promise<string> {
	const { name, size } = file;
	if (size > mostBytes) throw new UnreadableFile(message(locale, 'app.file.tooLarge', { name }));
	const binary = () => new UnreadableFile(message(locale, 'app.file.binary', { name }));
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
	} catch {
		throw binary();
	}
	if (text.includes('\0')) throw binary();
	if (text.trim() === '') throw new UnreadableFile(message(locale, 'app.editor.empty'));
	return text.replaceAll('\r\n', '\n');
}
