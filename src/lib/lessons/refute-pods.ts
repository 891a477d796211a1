import { momentsOf } from '#lib/trace/moments.ts';
import { podCountsOf } from '#lib/trace/pod-counts.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { FactOf } from './fact.ts';
import { spanOf, type Span } from './moment.ts';

/** The ReplicaSets change their sizes so. */
export function refuteSizes(
	trace: Trace,
	of: string,
	steps: readonly string[],
	span: Span
): string | null {
	const { fromMs, toMs } = spanOf(trace, span);
	const came = momentsOf(trace).flatMap(({ name, of: owner, atMs, image, values }) => {
		if (owner !== of || atMs < fromMs || atMs > toMs) return [];
		if (name === 'replica-set')
			return values!.replicas === 0 ? [] : [`${image} 0→${values!.replicas}`];
		const isStep = name === 'scaled-up' || name === 'scaled-down';
		return isStep ? [`${image} ${values!.from}→${values!.replicas}`] : [];
	});
	return came.join() === steps.join() ? null : `the sizes went ${came.join(', ')}`;
}

/** The numbers of Pods stay within their bounds. */
export function refutePods(
	trace: Trace,
	{ leastReady = 0, most = Infinity, reach = 0, ...span }: FactOf<'pods'>
): string | null {
	const { fromMs, toMs } = spanOf(trace, span);
	const counts = podCountsOf(trace);
	let peak = 0;
	for (const [i, { atMs, total }] of counts.entries()) {
		const untilMs = counts[i + 1]?.atMs ?? Infinity;
		if (untilMs <= fromMs || atMs > toMs) continue;
		if (total.ready < leastReady) return `${total.ready} ready at ${atMs} ms`;
		if (total.pods > most) return `${total.pods} Pods at ${atMs} ms`;
		peak = Math.max(peak, total.pods + total.terminating);
	}
	if (peak === 0) return 'there never was a Pod';
	return peak < reach ? `never more than ${peak} Pods` : null;
}

/** The n-th time that Pods are given up, the first of them goes for this reason. */
export function refuteRemoved(trace: Trace, because: string, nth = 0): string | null {
	const removals = trace.events.flatMap((event) => {
		if (event.atMs < trace.header.startMs || event.kind !== 'decision') return [];
		return event.decision === 'replicas' && event.remove ? [event.remove[0]!.because] : [];
	});
	return removals[nth] === because ? null : `first went: ${removals.join(', ')}`;
}
