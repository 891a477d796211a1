import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Trace } from '#lib/trace/trace.ts';

const known = new WeakMap<Trace, ReadonlyMap<string, number>>();

/** Which colour and pattern a Pod's owner has: 0 without one, else 1 to 4 in order of appearance. */
export function ownerVersion(trace: Trace, pod: Pod): number {
	const owner = pod.metadata.ownerReferences?.find((one) => one.controller);
	return owner ? versionOf(trace, owner.uid) : 0;
}

/** The colour and pattern of an owner of Pods, by its uid. Those of the cluster's own add-ons have none. */
export function versionOf(trace: Trace, uid: string): number {
	let versions = known.get(trace);
	if (!versions) known.set(trace, (versions = inOrder(trace)));
	return versions.get(uid) ?? 0;
}

function inOrder(trace: Trace): ReadonlyMap<string, number> {
	const order = new Map<string, number>();
	const add = (uid: string | undefined) => {
		if (uid !== undefined && !order.has(uid)) order.set(uid, 1 + (order.size % 4));
	};
	for (const event of trace.events) {
		if (event.kind !== 'write' || !event.object) continue;
		const { metadata } = event.object;
		if (metadata.namespace === 'kube-system') continue;
		if (event.key.startsWith('/registry/replicasets/')) add(metadata.uid);
		else if (event.key.startsWith('/registry/pods/')) {
			const owner = metadata.ownerReferences?.find((one) => one.controller);
			if (owner && owner.kind !== 'Node') add(owner.uid);
		}
	}
	return order;
}
