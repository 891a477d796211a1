import type { Plugin } from '../framework.ts';
import { tolerates } from './taint-toleration.ts';

/** A cordoned node takes no new Pods. Models framework/plugins/nodeunschedulable/node_unschedulable.go. */
export const nodeUnschedulable: Plugin = {
	name: 'NodeUnschedulable',
	filter(pod, { node }) {
		if (node.spec.unschedulable !== true) return undefined;
		const taint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' } as const;
		if ((pod.spec.tolerations ?? []).some((toleration) => tolerates(toleration, taint))) {
			return undefined;
		}
		return { reasons: ['node(s) were unschedulable'], unresolvable: true };
	},
	wakes: (_pod, change) =>
		change.type === 'node-added' ||
		(change.type === 'node-updated' &&
			change.before.spec.unschedulable === true &&
			change.node.spec.unschedulable !== true)
};
