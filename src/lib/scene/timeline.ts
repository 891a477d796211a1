import type { BeatName } from '#lib/trace/beats.ts';
import { beatsOf } from '#lib/trace/beats.ts';
import { formatMessage } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { ranksOf } from '#lib/trace/rank.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** Geometry of the timeline, in px; x is screen time, so the play head is at `toScreen(now) / durationMs × width`. */
export interface Timeline {
	readonly bars: readonly { readonly x: number; readonly width: number; readonly height: number }[];
	readonly ticks: readonly TimelineTick[];
}

export interface TimelineTick {
	readonly x: number;
	readonly atMs: number;
	readonly seq: number;
	readonly beat: BeatName;
	/** What it is called. */
	readonly label: string;
	/** False where a label would touch its neighbour's: draw only the tick. */
	readonly labelled: boolean;
}

const barStep = 9;
const labelRoom = 58;

/** How many events happen when, and the moments that have a name. */
export function timeline(
	trace: Trace,
	tempo: Tempo,
	options: { width: number; barHeight: number; locale: Locale }
): Timeline {
	const { width, barHeight, locale } = options;
	const xOf = (clusterMs: number) => (tempo.toScreen(clusterMs) / tempo.durationMs) * width;
	const counts = new Array<number>(Math.max(1, Math.floor(width / barStep))).fill(0);
	const ranks = ranksOf(trace);
	for (const event of trace.events) {
		if (event.atMs < tempo.startMs || ranks[event.seq] === 'housekeeping') continue;
		const bar = Math.min(counts.length - 1, Math.floor(xOf(event.atMs) / barStep));
		counts[bar]! += 1;
	}
	const most = Math.max(1, ...counts);
	const bars = counts.map((count, i) => ({
		x: i * barStep,
		width: 5,
		height: count === 0 ? 0 : Math.max(2, barHeight * Math.sqrt(count / most))
	}));
	let freeFrom = -Infinity;
	const ticks = beatsOf(trace).map((beat) => {
		const x = xOf(beat.atMs);
		const labelled = x - labelRoom / 2 >= freeFrom;
		if (labelled) freeFrom = x + labelRoom / 2;
		const label = formatMessage(locale, `beat.${beat.name}`);
		return { x, atMs: beat.atMs, seq: beat.seq, beat: beat.name, label, labelled };
	});
	return { bars, ticks };
}
