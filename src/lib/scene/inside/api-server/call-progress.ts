import type { ApiCall } from '#lib/trace/api-call.ts';
import type { Transition } from '#lib/trace/event.ts';
import type { ScreenClock } from '../../screen-clock.ts';
import { refusingStage } from './refusing-stage.ts';
import { stageNames, type StageName } from './stage-names.ts';

/** How far a request is. Places count the stages from 1; 0 lies before the first. */
export interface CallProgress {
	/** The steps that were taken by now. */
	readonly steps: readonly Transition[];
	/** Where it is drawn, fractions on the way to the next stage. */
	readonly at: number;
	/** The stage that works on it. */
	readonly here: number;
	readonly refusedAt: StageName | null;
	/** Answered, or for good a watch. */
	readonly done: boolean;
	/** A read or a watch: nothing of it is decoded, admitted or validated. */
	readonly reads: boolean;
}

/** Where a state begins and how far its work goes. */
const placesOf: Readonly<Record<string, readonly [first: number, last: number]>> = {
	received: [0, 0],
	authentication: [1, 1],
	authorization: [2, 2],
	mutation: [3, 4],
	validation: [5, 6],
	storage: [7, 7],
	reading: [7, 7],
	watching: [7, 7],
	responded: [8, 8]
};

/** How far a request has come at the clock's moment. */
export function progressOf(call: ApiCall, clock: ScreenClock): CallProgress {
	const count = call.steps.findLastIndex(({ atMs }) => atMs <= clock.nowMs) + 1;
	const steps = call.steps.slice(0, count);
	const last = steps.at(-1)!;
	const next = call.steps[count];
	const reads = ['get', 'list', 'watch'].includes(call.content.verb);
	if (last.to === 'refused') {
		const refusedAt = refusedStage(call, last);
		const place = stageNames.indexOf(refusedAt) + 1;
		return { steps, at: place, here: place, refusedAt, done: true, reads };
	}
	const [first, end] = placesOf[last.to]!;
	const target = next ? targetOf(call, next) : first;
	const at = next ? first + (target - first) * clock.glide(last.atMs, next.atMs) : first;
	const here = Math.max(first, Math.min(end, Math.floor(at + 0.3)));
	const done = last.to === 'responded' || (last.to === 'watching' && !next);
	return { steps, at: Math.min(at, Math.max(end, target)), here, refusedAt: null, done, reads };
}

function targetOf(call: ApiCall, next: Transition): number {
	if (next.to === 'refused') return stageNames.indexOf(refusedStage(call, next)) + 1;
	return placesOf[next.to]![0];
}

/** The stage at which the step of a refusal was taken. */
export function refusedStage({ content }: ApiCall, { from, facts }: Transition): StageName {
	return refusingStage(from ?? '', Number(facts?.code ?? 0), {
		verb: content.verb,
		message: String(facts?.message ?? '')
	});
}
