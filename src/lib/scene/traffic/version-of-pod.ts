import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { ownerVersion } from '../owner-version.ts';

const known = new WeakMap<Trace, ReadonlyMap<string, number>>();

/** The version of a Pod by `namespace/name`, also after it is gone: names made by a ReplicaSet don't come again. */
export function versionOfPod(trace: Trace, name: string): number {
	let versions = known.get(trace);
	if (!versions) {
		const found = new Map<string, number>();
		for (const event of trace.events) {
			if (event.kind !== 'write' || event.previous || !event.object) continue;
			if (!event.key.startsWith('/registry/pods/')) continue;
			const pod = event.object as Pod;
			found.set(`${pod.metadata.namespace}/${pod.metadata.name}`, ownerVersion(trace, pod));
		}
		known.set(trace, (versions = found));
	}
	return versions.get(name) ?? 0;
}
