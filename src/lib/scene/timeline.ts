import { beatsOf, type Beat } from '#lib/trace/beats.ts';
import { formatMessage } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { ranksOf } from '#lib/trace/rank.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { densityBars, labelTicks, type TimelineBar, type TimelineTick } from './timeline-layout.ts';

/** Geometry of the timeline, in px; x is screen time, so the play head is at `toScreen(now) / durationMs × width`. */
export interface Timeline {
	readonly bars: readonly TimelineBar[];
	readonly ticks: readonly TimelineTick[];
}

/** How large a timeline is, px, and in which language its moments are named. */
export interface TimelineOptions {
	readonly width: number;
	readonly barHeight: number;
	readonly locale: Locale;
	readonly projector?: boolean;
}

/** How many events happen when, and the moments that have a name. */
export function timeline(trace: Trace, tempo: Tempo, options: TimelineOptions): Timeline {
	const { width, barHeight, locale, projector = false } = options;
	const xOf = (clusterMs: number) => (tempo.toScreen(clusterMs) / tempo.durationMs) * width;
	const ranks = ranksOf(trace);
	const told = trace.events.filter(
		({ atMs, seq }) => atMs >= tempo.startMs && ranks[seq] !== 'housekeeping'
	);
	const bars = densityBars(
		told.map(({ atMs }) => xOf(atMs)),
		{ width, barHeight }
	);
	const moments = beatsOf(trace).map((beat) => ({
		x: xOf(beat.atMs),
		atMs: beat.atMs,
		seq: beat.seq,
		label: typedVerb(trace, beat) ?? formatMessage(locale, `beat.${beat.name}`)
	}));
	return { bars, ticks: labelTicks(moments, projector) };
}

/** What was asked of kubectl where a command was typed: `get`, `delete`; it is the same word in every language. */
function typedVerb(trace: Trace, { name, seq }: Beat): string | undefined {
	const event = name === 'run' ? trace.events[seq] : undefined;
	return event?.kind === 'output' ? /^kubectl ([a-z-]+)/.exec(event.text)?.[1] : undefined;
}
