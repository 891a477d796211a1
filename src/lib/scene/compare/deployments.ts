import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import type { ClusterState } from '#lib/trace/cluster-state.ts';
import type { Trace } from '#lib/trace/trace.ts';

const prefix = '/registry/deployments/default/';
const known = new WeakMap<Trace, boolean>();

/** Whether a trace ever has a Deployment that a comparison could be about. */
export function hasDeployment(trace: Trace): boolean {
	let has = known.get(trace);
	if (has === undefined) {
		has = trace.events.some((event) => event.kind === 'write' && event.key.startsWith(prefix));
		known.set(trace, has);
	}
	return has;
}

/** The Deployment that a comparison is about: the first that a person made. */
export function comparedDeployment(state: ClusterState): Deployment | null {
	let found: string | null = null;
	for (const [key] of state.objects) {
		if (key.startsWith(prefix) && (found === null || key < found)) found = key;
	}
	return found === null ? null : (state.objects.get(found)!.object as unknown as Deployment);
}

/** Its ReplicaSets that have Pods, or want some, or are its newest: oldest first. */
export function shownReplicaSets(state: ClusterState, { metadata }: Deployment): ReplicaSet[] {
	const sets: ReplicaSet[] = [];
	for (const [key, { object }] of state.objects) {
		if (!key.startsWith(`/registry/replicasets/${metadata.namespace}/`)) continue;
		const owner = object.metadata.ownerReferences?.find(({ controller }) => controller);
		if (owner?.uid === metadata.uid) sets.push(object as unknown as ReplicaSet);
	}
	sets.sort((a, b) => bornAt(a) - bornAt(b));
	const newest = sets.reduce<ReplicaSet | null>(
		(last, set) => (last && revisionOf(last) > revisionOf(set) ? last : set),
		null
	);
	return sets.filter((set) => set === newest || sizeOf(set) > 0);
}

function sizeOf({ spec, status }: ReplicaSet): number {
	return (spec.replicas ?? 1) + (status.replicas ?? 0);
}

function bornAt({ metadata }: ReplicaSet): number {
	return Date.parse(metadata.creationTimestamp ?? '');
}

function revisionOf({ metadata }: ReplicaSet): number {
	return Number(metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}
