import { podCountsOf } from './pod-counts.ts';
import { endedCount, isServed, requestsOf } from './requests.ts';
import { rolloutsOf } from './rollouts.ts';
import type { Trace } from './trace.ts';

/** What changing a Deployment has cost so far: times in ms. */
export interface RolloutCost {
	/** Since the last template change, or how long it took; null before the first. */
	readonly tookMs: number | null;
	readonly complete: boolean;
	/** How long nothing was ready, after something had been. */
	readonly downMs: number;
	/** How long Pods of more than one owner were there, terminating ones included: only if it is 0 did never two versions run. */
	readonly togetherMs: number;
	/** How long Pods of more than one owner were ready. */
	readonly mixedMs: number;
	/** The most Pods that were there at once, terminating ones included: from the first change on, or of the whole story without one. */
	readonly peakPods: number;
	/** The fewest ready Pods in the same time. */
	readonly leastReady: number;
	readonly requests: number;
	readonly failed: number;
}

/** Sums up a trace until a moment. */
export function rolloutCost(trace: Trace, untilMs: number): RolloutCost {
	const begun = rolloutsOf(trace).filter(({ startMs }) => startMs <= untilMs);
	const first = begun[0];
	const last = begun[begun.length - 1];
	const complete = last !== undefined && last.endMs <= untilMs;
	const requests = requestsOf(trace);
	const ended = endedCount(requests, untilMs);
	let failed = 0;
	for (let i = 0; i < ended; i++) if (!isServed(requests[i]!)) failed++;
	return {
		tookMs: last ? Math.min(last.endMs, untilMs) - last.startMs : null,
		complete,
		...pods(trace, first?.startMs ?? trace.header.startMs, untilMs),
		requests: ended,
		failed
	};
}

function pods(trace: Trace, fromMs: number, untilMs: number) {
	const counts = podCountsOf(trace);
	let [downMs, togetherMs, mixedMs, peakPods, leastReady] = [0, 0, 0, 0, Infinity];
	let wasReady = false;
	counts.forEach(({ atMs, byOwner, total }, i) => {
		if (atMs > untilMs) return;
		const lasted = Math.min(untilMs, counts[i + 1]?.atMs ?? untilMs) - atMs;
		if (total.ready > 0) wasReady = true;
		else if (wasReady) downMs += lasted;
		if (atMs + lasted < fromMs) return;
		peakPods = Math.max(peakPods, total.pods + total.terminating);
		leastReady = Math.min(leastReady, total.ready);
		const owners = [...byOwner.values()];
		if (owners.filter(({ pods, terminating }) => pods + terminating > 0).length > 1) {
			togetherMs += lasted;
		}
		if (owners.filter(({ ready }) => ready > 0).length > 1) mixedMs += lasted;
	});
	return { downMs, togetherMs, mixedMs, peakPods, leastReady: Math.min(leastReady, peakPods) };
}
