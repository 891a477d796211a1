/** Go's duration text (`2s`, `500ms`, `1m30s`) in ms, 0 if it is none. */
export function goDurationMs(text: string): number {
	if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text)) return 0;
	const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
	return [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)].reduce(
		(sum, [, number, unit]) => sum + Number(number) * units[unit as keyof typeof units],
		0
	);
}
