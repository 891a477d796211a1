import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Trace } from '#lib/trace/trace.ts';

const known = new WeakMap<Trace, ReadonlyMap<string, number>>();

/** Which colour and pattern a Pod's owner has: 0 without one, else 1 to 4 in order of appearance. */
export function ownerVersion(trace: Trace, pod: Pod): number {
	let versions = known.get(trace);
	if (!versions) {
		const order = new Map<string, number>();
		for (const event of trace.events) {
			if (event.kind !== 'write' || !event.object || !event.key.startsWith('/registry/pods/'))
				continue;
			const owner = event.object.metadata.ownerReferences?.find((one) => one.controller);
			if (owner && owner.kind !== 'Node' && !order.has(owner.uid))
				order.set(owner.uid, 1 + (order.size % 4));
		}
		known.set(trace, (versions = order));
	}
	const owner = pod.metadata.ownerReferences?.find((one) => one.controller);
	return owner ? (versions.get(owner.uid) ?? 0) : 0;
}
