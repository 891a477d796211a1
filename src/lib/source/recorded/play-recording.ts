import type { Trace } from '#lib/trace/trace.ts';
import { importRecording } from './import-recording.ts';
import { readRecording } from './read-recording.ts';
import type { Recording } from './recording.ts';
import type { ShippedRecording } from './shipped-recordings.ts';

/** One that comes with the app, or the text of someone's own. */
export type RecordingOrder = { readonly shipped: ShippedRecording } | { readonly text: string };

const shipped = import.meta.glob<Recording>('./shipped/*.json', { import: 'default' });

/** Loads a recording and makes its trace. Rejects with a RecordingError where it can't be played. */
export async function playRecording(order: RecordingOrder): Promise<Trace> {
	if ('text' in order) return importRecording(readRecording(order.text));
	return importRecording(await shipped[`./shipped/${order.shipped}.json`]!());
}
