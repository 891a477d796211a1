import type { Pod } from '#lib/kubernetes/pod.ts';
import type { TrafficRequest } from '#lib/trace/requests.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { ownerVersion } from '../owner-version.ts';

const known = new WeakMap<Trace, ReadonlyMap<string, number>>();

/** The version of a Pod by `namespace/name`, also after it is gone: names made by a ReplicaSet don't come again. */
function versionOfPod(trace: Trace, name: string): number {
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

const programs = new WeakMap<Trace, Map<string, number>>();

/** The version of the Pods that run a program, by what it says it is (`v2`): for answers of which only that is known. */
function versionOfProgram(trace: Trace, program: string): number {
	const found = programs.get(trace) ?? new Map<string, number>();
	programs.set(trace, found);
	let version = found.get(program);
	if (version === undefined) {
		const write = trace.events.find(
			(event) =>
				event.kind === 'write' &&
				event.key.startsWith('/registry/pods/') &&
				(event.object as Pod | null)?.spec.containers[0]?.image?.endsWith(`:${program}`)
		);
		const pod = write?.kind === 'write' ? (write.object as Pod) : undefined;
		found.set(program, (version = pod ? ownerVersion(trace, pod) : 0));
	}
	return version;
}

/** The version that answered a request: its Pod's, or where only that is known that of what the answer said; else 0. */
export function versionOfAnswer(trace: Trace, { pod, version }: TrafficRequest): number {
	if (pod !== undefined) return versionOfPod(trace, pod);
	return version === undefined ? 0 : versionOfProgram(trace, version);
}
