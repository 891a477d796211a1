import type { Trace } from '#lib/trace/trace.ts';
import type { FactOf } from './fact.ts';

/** A call was made on a node so many times for a Pod: of the CRI, or by containerd to others. */
export function refuteCalled(
	trace: Trace,
	{ method, pod, times }: FactOf<'called'>
): string | null {
	const calls = trace.events.filter((event) => {
		const call = event.kind === 'message' && event.content.type === 'call' && event.content;
		return call && call.method === method && call.pod === pod;
	});
	return calls.length === times ? null : `${method} was called ${calls.length} times for ${pod}`;
}
