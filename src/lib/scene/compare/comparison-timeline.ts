import { message } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import { podCountsOf } from '#lib/trace/pod-counts.ts';
import { rolloutsOf } from '#lib/trace/rollouts.ts';
import { densityBars, labelTicks } from '../timeline-layout.ts';
import type { Timeline, TimelineOptions } from '../timeline.ts';
import type { ComparedSide } from './compared-side.ts';

/** A moment of a comparison that has a name. */
export interface ComparisonBeat {
	readonly atMs: number;
	readonly label: string;
}

/** What a person would stop at: each command, the first old Pod that goes, the first new one that is ready, each end. */
export function comparisonBeats(sides: readonly ComparedSide[], locale: Locale): ComparisonBeat[] {
	const beats: ComparisonBeat[] = [];
	for (const { atMs, label } of sides.flatMap(typedCommands)) {
		if (!beats.some((beat) => beat.atMs === atMs)) beats.push({ atMs, label });
	}
	for (const { index, title } of sides) {
		const { trace } = index;
		const rollouts = rolloutsOf(trace);
		for (const { startMs, endMs } of rollouts) {
			const later = podCountsOf(trace).filter(({ atMs }) => atMs >= startMs && atMs <= endMs);
			const goes = later.find(({ total }) => total.terminating > 0);
			if (goes) beats.push({ atMs: goes.atMs, label: message(locale, 'compare.beat.old') });
			const comes = later.find(({ byOwner }) => [...byOwner.values()].at(-1)?.ready === 1);
			if (comes) beats.push({ atMs: comes.atMs, label: message(locale, 'compare.beat.new') });
			if (Number.isFinite(endMs)) {
				beats.push({ atMs: endMs, label: message(locale, 'compare.beat.done', { side: title }) });
			}
		}
	}
	return beats.sort((a, b) => a.atMs - b.atMs);
}

function typedCommands({ index: { trace } }: ComparedSide): ComparisonBeat[] {
	return trace.events.flatMap((event) => {
		if (event.kind !== 'output' || event.stream !== 'input') return [];
		if (event.atMs < trace.header.startMs) return [];
		const words = event.text.split(/\s+/).slice(1);
		const two = words[0] === 'set' || words[0] === 'rollout' || words[0] === 'create';
		return [{ atMs: event.atMs, label: words.slice(0, two ? 2 : 1).join(' ') }];
	});
}

/** How much changes when, over all sides, and the moments that have a name. */
export function comparisonTimeline(
	sides: readonly ComparedSide[],
	tempo: Tempo,
	{ width, barHeight, locale, projector = false }: TimelineOptions
): Timeline {
	const xOf = (ms: number) => (tempo.toScreen(ms) / tempo.durationMs) * width;
	const writes = sides.flatMap(({ index }) =>
		index.trace.events.filter(({ kind, atMs }) => kind === 'write' && atMs >= tempo.startMs)
	);
	const bars = densityBars(
		writes.map(({ atMs }) => xOf(atMs)),
		{ width, barHeight }
	);
	const moments = comparisonBeats(sides, locale).map(({ atMs, label }, seq) => ({
		x: xOf(atMs),
		atMs,
		seq,
		label
	}));
	return { bars, ticks: labelTicks(moments, projector) };
}
