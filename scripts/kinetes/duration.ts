import { durationMs } from '#lib/source/duration.ts';
import { UsageError } from './usage-error.ts';

/** Reads `500ms`, `3s`, `1m30s` as milliseconds. */
export function parseDurationMs(text: string): number {
	const found = durationMs(text);
	if (found !== undefined) return found;
	throw new UsageError(`${JSON.stringify(text)} is no time; write 500ms, 3s or 1m30s`);
}
