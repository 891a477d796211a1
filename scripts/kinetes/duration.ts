import { UsageError } from './usage-error.ts';

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Reads `500ms`, `3s`, `1m30s` as milliseconds. */
export function parseDurationMs(text: string): number {
	const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
	if (parts.length === 0 || parts.map(([all]) => all).join('') !== text) {
		throw new UsageError(`${JSON.stringify(text)} is no time; write 500ms, 3s or 1m30s`);
	}
	return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * unitMs[unit!]!, 0);
}
