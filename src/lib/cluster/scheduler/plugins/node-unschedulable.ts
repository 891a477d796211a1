import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Plugin } from '../framework.ts';
import { tolerates } from './taint-toleration.ts';

const taint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' } as const;
const refusal = { reasons: ['node(s) were unschedulable'], unresolvable: true };

function toleratesIt(pod: Pod): boolean {
	return (pod.spec.tolerations ?? []).some((toleration) => tolerates(toleration, taint));
}

/** A cordoned node takes no new Pods. Models framework/plugins/nodeunschedulable/node_unschedulable.go. */
export const nodeUnschedulable: Plugin = {
	name: 'NodeUnschedulable',
	filter: (pod) => ({
		node: ({ node }) => (node.spec.unschedulable !== true || toleratesIt(pod) ? undefined : refusal)
	}),
	wakes: (pod, change) =>
		(change.type === 'node-added' && change.node.spec.unschedulable !== true) ||
		(change.type === 'node-updated' &&
			change.aspect === 'Taint' &&
			change.before.spec.unschedulable === true &&
			change.node.spec.unschedulable !== true) ||
		(change.type === 'own-update' && change.aspect === 'Toleration' && toleratesIt(pod))
};
