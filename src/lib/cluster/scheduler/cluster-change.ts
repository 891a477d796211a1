import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { requestsOf } from './node-info.ts';

export type NodeAspect = 'Allocatable' | 'Label' | 'Taint' | 'Condition' | 'Annotation';
export type PodAspect = 'Label' | 'ScaleDown' | 'SchedulingGatesEliminated' | 'Toleration';

/**
 * A change of the cluster that may help a Pod which fits nowhere. `label` is what upstream's log calls it.
 * Models kube-scheduler framework ClusterEvent.
 */
export type ClusterChange =
	| { readonly label: string; readonly type: 'node-added'; readonly node: Node }
	| { readonly label: string; readonly type: 'node-gone'; readonly node: Node }
	| {
			readonly label: string;
			readonly type: 'node-updated';
			readonly aspect: NodeAspect;
			readonly node: Node;
			readonly before: Node;
	  }
	| { readonly label: string; readonly type: 'pod-added'; readonly pod: Pod }
	| { readonly label: string; readonly type: 'pod-gone'; readonly pod: Pod }
	| {
			readonly label: string;
			/** `own`: the Pod that waits was itself changed. */
			readonly type: 'pod-updated' | 'own-update';
			readonly aspect: PodAspect;
			readonly pod: Pod;
			readonly before: Pod;
	  }
	| {
			readonly label: string;
			readonly type: 'object-changed';
			readonly kind: string;
			readonly object: KubeObject;
			readonly before: KubeObject | null;
	  };

/** What of a node's change matters to scheduling. Models framework/events.go NodeSchedulingPropertiesChange. */
export function nodeChanges(after: Node | null, before: Node | null): ClusterChange[] {
	if (after === null) return [{ label: 'NodeDelete', type: 'node-gone', node: before! }];
	if (before === null) return [{ label: 'NodeAdd', type: 'node-added', node: after }];
	const changed: NodeAspect[] = [];
	const differs = (a: unknown, b: unknown): boolean => a !== b && !isDeepEqual(a ?? {}, b ?? {});
	if (differs(after.status.allocatable, before.status.allocatable)) changed.push('Allocatable');
	if (differs(after.metadata.labels, before.metadata.labels)) changed.push('Label');
	if (
		(after.spec.unschedulable ?? false) !== (before.spec.unschedulable ?? false) ||
		differs(after.spec.taints, before.spec.taints)
	) {
		changed.push('Taint');
	}
	if (differs(conditionsOf(after), conditionsOf(before))) changed.push('Condition');
	if (differs(after.metadata.annotations, before.metadata.annotations)) changed.push('Annotation');
	return changed.map((aspect) => ({
		label: `NodeUpdateNode${aspect}`,
		type: 'node-updated',
		aspect,
		node: after,
		before
	}));
}

function conditionsOf({ status }: Node): Record<string, string> {
	return Object.fromEntries((status.conditions ?? []).map(({ type, status: is }) => [type, is]));
}

/**
 * What of a Pod's change matters to others, or to itself while it waits.
 * Models framework/events.go PodSchedulingPropertiesChange.
 */
export function podChanges(after: Pod, before: Pod, own: boolean): ClusterChange[] {
	const changed: PodAspect[] = [];
	const { metadata, spec } = after;
	if (
		metadata.labels !== before.metadata.labels &&
		!isDeepEqual(metadata.labels ?? {}, before.metadata.labels ?? {})
	) {
		changed.push('Label');
	}
	if (spec !== before.spec) {
		if (asksForLess(after, before)) changed.push('ScaleDown');
		const gates = (pod: Pod): number => (pod.spec.schedulingGates ?? []).length;
		if (gates(before) > 0 && gates(after) === 0) changed.push('SchedulingGatesEliminated');
		if (!isDeepEqual(spec.tolerations ?? [], before.spec.tolerations ?? [])) {
			changed.push('Toleration');
		}
	}
	return changed.map((aspect) => ({
		label: `${own ? 'UnschedulablePod' : 'AssignedPod'}UpdatePod${aspect}`,
		type: own ? 'own-update' : 'pod-updated',
		aspect,
		pod: after,
		before
	}));
}

function asksForLess(after: Pod, before: Pod): boolean {
	if (after.spec.containers === before.spec.containers) return false;
	const [now, then] = [requestsOf(after), requestsOf(before)];
	return (
		now.milliCpu < then.milliCpu ||
		now.memory < then.memory ||
		now.ephemeralStorage < then.ephemeralStorage ||
		Object.entries(then.others).some(([name, amount]) => (now.others[name] ?? 0) < amount)
	);
}
