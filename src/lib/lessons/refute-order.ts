import { momentsOf } from '#lib/trace/moments.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { FactOf } from './fact.ts';
import { findMoment, isMoment, momentName, type Moment, spanOf, type Span } from './moment.ts';

/** They come, in this order. */
export function refuteOrder(trace: Trace, moments: readonly Moment[]): string | null {
	let before = -Infinity;
	for (const moment of moments) {
		const beat = findMoment(trace, moment);
		if (!beat) return `${momentName(moment)} never came`;
		if (beat.seq <= before) return `${momentName(moment)} came too early`;
		before = beat.seq;
	}
	return null;
}

/** It does not come in that time. */
export function refuteNever(trace: Trace, moment: Moment, span: Span): string | null {
	const { nth = 0, ...wanted } = moment;
	const times = count(trace, wanted, span);
	return times > nth ? `${momentName(moment)} came` : null;
}

/** It comes exactly so often in that time. */
export function refuteCount(
	trace: Trace,
	moment: Omit<Moment, 'nth'>,
	times: number,
	span: Span
): string | null {
	const came = count(trace, moment, span);
	return came === times ? null : `${momentName(moment)} came ${came} times`;
}

function count(trace: Trace, wanted: Omit<Moment, 'nth'>, span: Span): number {
	const { fromMs, toMs } = spanOf(trace, span);
	return momentsOf(trace).filter(
		(beat) => beat.atMs >= fromMs && beat.atMs <= toMs && isMoment(beat, wanted)
	).length;
}

/** So much time lies between them. */
export function refuteApart(
	trace: Trace,
	{ from, to, leastMs, mostMs }: FactOf<'apart'>
): string | null {
	const apartMs = distance(trace, from, to);
	if (typeof apartMs === 'string') return apartMs;
	const holds = apartMs >= leastMs && apartMs <= mostMs;
	return holds ? null : `${momentName(from)} and ${momentName(to)} are ${apartMs} ms apart`;
}

/** They come close to each other, in whichever order. */
export function refuteBeside(
	trace: Trace,
	{ one, other, withinMs }: FactOf<'beside'>
): string | null {
	const apartMs = distance(trace, one, other);
	if (typeof apartMs === 'string') return apartMs;
	if (Math.abs(apartMs) <= withinMs) return null;
	return `${momentName(one)} and ${momentName(other)} are ${apartMs} ms apart`;
}

function distance(trace: Trace, from: Moment, to: Moment): number | string {
	const [first, second] = [findMoment(trace, from), findMoment(trace, to)];
	if (!first || !second) return `${momentName(first ? to : from)} never came`;
	return second.atMs - first.atMs;
}
