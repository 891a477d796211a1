import { ranksOf } from '#lib/trace/rank.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { lessonDemands, readingDemands, type Demand } from './lesson-demands.ts';
import { piecewise } from './piecewise.ts';
import type { Tempo, TempoMode } from './tempo.ts';

/** A story longer than this on the screen is played faster as a whole, ms. */
const longestLessonMs = 240_000;
/** In even time, the distance of two story events, ms. */
const evenStepMs = 250;

/** How a trace's story is spread over screen time. */
export function makeTempo(trace: Trace, mode: TempoMode): Tempo {
	const { startMs } = trace.header;
	const endMs = Math.max(trace.header.endMs, startMs + 1);
	const xs = mode === 'true' ? Float64Array.of(startMs, endMs) : storyTimes(trace, startMs, endMs);
	const durations = new Float64Array(xs.length - 1);
	for (let i = 0; i < durations.length; i++) {
		const waitMs = xs[i + 1]! - xs[i]!;
		durations[i] = mode === 'true' ? waitMs : mode === 'even' ? evenStepMs : squeezed(waitMs);
	}
	if (mode === 'lesson') stretch(durations, xs, trace);
	const ys = new Float64Array(xs.length);
	for (let i = 0; i < durations.length; i++) ys[i + 1] = ys[i]! + durations[i]!;
	return {
		mode,
		durationMs: ys[ys.length - 1]!,
		startMs,
		endMs,
		toScreen: piecewise(xs, ys),
		toCluster: piecewise(ys, xs)
	};
}

/** A wait on the screen: 1 s takes 0.9 s, 30 s takes 4 s, and nothing takes longer than 6 s. */
function squeezed(waitMs: number): number {
	return Math.min(6000, 40 * waitMs ** 0.45);
}

/** The moments at which something of the story begins or arrives, start and end among them. */
function storyTimes(trace: Trace, startMs: number, endMs: number): Float64Array {
	const times = new Set([startMs, endMs]);
	const ranks = ranksOf(trace);
	for (const event of trace.events) {
		if (ranks[event.seq] !== 'story') continue;
		times.add(event.atMs);
		if (event.kind === 'message') times.add(event.receivedAtMs);
	}
	for (const { fromMs, toMs } of lessonDemands(trace)) times.add(fromMs).add(toMs);
	for (const { fromMs, toMs } of readingDemands(trace)) times.add(fromMs).add(toMs);
	const inside = [...times].filter((time) => time >= startMs && time <= endMs);
	return Float64Array.from(inside).sort();
}

/** Gives every demand the screen time that it asks for; demands of the same moment share it. */
function stretch(durations: Float64Array, xs: Float64Array, trace: Trace): void {
	const moving = new Uint8Array(durations.length);
	for (const { fromMs, toMs, screenMs, moves } of lessonDemands(trace)) {
		const perMs = screenMs / (toMs - fromMs);
		for (let i = indexOf(xs, fromMs); i < durations.length && xs[i]! < toMs; i++) {
			durations[i] = Math.max(durations[i]!, (xs[i + 1]! - xs[i]!) * perMs);
			if (moves) moving[i] = 1;
		}
	}
	for (const demand of readingDemands(trace)) stretchWaits(durations, xs, moving, demand);
	const total = durations.reduce((sum, duration) => sum + duration, 0);
	if (total <= longestLessonMs) return;
	for (let i = 0; i < durations.length; i++) durations[i]! *= longestLessonMs / total;
}

/** Makes a stretch of time last long enough, where it can by waiting longer and not by moving slower. */
function stretchWaits(
	durations: Float64Array,
	xs: Float64Array,
	moving: Uint8Array,
	{ fromMs, toMs, screenMs }: Demand
): void {
	const first = indexOf(xs, fromMs);
	let [still, all] = [0, 0];
	let end = first;
	for (; end < durations.length && xs[end]! < toMs; end++) {
		all += durations[end]!;
		if (!moving[end]) still += durations[end]!;
	}
	const missing = screenMs - all;
	if (missing <= 0) return;
	for (let i = first; i < end; i++) {
		if (still > 0 && moving[i]) continue;
		durations[i]! += (missing * durations[i]!) / (still > 0 ? still : all);
	}
}

/** The place of the first time that isn't before `ms`. */
function indexOf(xs: Float64Array, ms: number): number {
	let low = 0;
	let high = xs.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (xs[middle]! < ms) low = middle + 1;
		else high = middle;
	}
	return low;
}
