import { isRecord } from './merge-patch.ts';

/** Plain data as Go prints it with %v: `map[a:1 b:[x y]]`, keys sorted. */
export function goText(value: unknown): string {
	if (value === null || value === undefined) return '<nil>';
	if (Array.isArray(value)) return `[${value.map(goText).join(' ')}]`;
	if (!isRecord(value)) return String(value as string | number | boolean);
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `map[${entries.map(([key, inner]) => `${key}:${goText(inner)}`).join(' ')}]`;
}
