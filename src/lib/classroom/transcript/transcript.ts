/** A line of a story as text. */
export interface TranscriptLine {
	/** ms of the story. */
	readonly atMs: number;
	/** What the moments are called that are then; empty where only something else is said. */
	readonly beats: readonly string[];
	readonly sentence: string;
}

/** A moment of a story that has a name; cluster time, ms. */
export interface NamedMoment {
	readonly atMs: number;
	readonly label: string;
}

/**
 * A story as text: every named moment, and what is said at it and between two of them. Times are cluster ms; `saidAt` are
 * those at which something else may be said.
 */
export function transcript(
	startMs: number,
	beats: readonly NamedMoment[],
	saidAt: readonly number[],
	sentenceAt: (clusterMs: number) => string
): readonly TranscriptLine[] {
	const times = [...new Set([startMs, ...beats.map(({ atMs }) => atMs), ...saidAt])]
		.filter((atMs) => atMs >= startMs)
		.sort((a, b) => a - b);
	const lines: TranscriptLine[] = [];
	for (const atMs of times) {
		const names = beats.filter((beat) => beat.atMs === atMs).map(({ label }) => label);
		const sentence = sentenceAt(atMs);
		if (names.length === 0 && sentence === lines.at(-1)?.sentence) continue;
		lines.push({ atMs: atMs - startMs, beats: [...new Set(names)], sentence });
	}
	return lines;
}
