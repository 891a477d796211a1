import { beatsOf, type Beat, type BeatName } from '#lib/trace/beats.ts';
import { formatMessage } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { ranksOf } from '#lib/trace/rank.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { textWidth } from './text-width.ts';

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
const labelGap = 8;
const labelStyle = { font: 'sans', weight: 600 } as const;

/** How many events happen when, and the moments that have a name. */
export function timeline(
	trace: Trace,
	tempo: Tempo,
	options: { width: number; barHeight: number; locale: Locale; projector?: boolean }
): Timeline {
	const { width, barHeight, locale, projector = false } = options;
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
	const size = projector ? 11 * 1.35 : 11;
	let freeFrom = -Infinity;
	const ticks = beatsOf(trace).map((beat) => {
		const x = xOf(beat.atMs);
		const label = typedVerb(trace, beat) ?? formatMessage(locale, `beat.${beat.name}`);
		const room = textWidth(label, { ...labelStyle, size }) + labelGap;
		const labelled = x - room / 2 >= freeFrom;
		if (labelled) freeFrom = x + room / 2;
		return { x, atMs: beat.atMs, seq: beat.seq, beat: beat.name, label, labelled };
	});
	return { bars, ticks };
}

/** What was asked of kubectl where a command was typed: `get`, `delete`; it is the same word in every language. */
function typedVerb(trace: Trace, { name, seq }: Beat): string | undefined {
	const event = name === 'run' ? trace.events[seq] : undefined;
	return event?.kind === 'output' ? /^kubectl ([a-z-]+)/.exec(event.text)?.[1] : undefined;
}
