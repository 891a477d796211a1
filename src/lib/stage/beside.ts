/** Two moments closer than this are one for a person who steps, ms of cluster time. */
export const sameMs = 1e-6;

/** The time after (or before) a moment, of times in order; undefined when there is none. */
export function beside(
	times: readonly number[],
	atMs: number,
	direction: 1 | -1
): number | undefined {
	return direction > 0
		? times.find((time) => time > atMs + sameMs)
		: times.findLast((time) => time < atMs - sameMs);
}
