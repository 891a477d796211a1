import type { Pod, Taint, Toleration } from '#lib/kubernetes/pod.ts';
import { normalizeByMax, type Plugin } from '../framework.ts';

/** A toleration covers a taint: core/v1 toleration.go ToleratesTaint. */
export function tolerates(toleration: Toleration, taint: Taint): boolean {
	if (toleration.effect && toleration.effect !== taint.effect) return false;
	if (toleration.key && toleration.key !== taint.key) return false;
	switch (toleration.operator ?? 'Equal') {
		case 'Exists':
			return true;
		case 'Equal':
			return (toleration.value ?? '') === (taint.value ?? '') && Boolean(toleration.key);
		default:
			return false;
	}
}

function untolerated(pod: Pod, taints: readonly Taint[]): Taint | undefined {
	return taints.find(
		(taint) =>
			taint.effect !== 'PreferNoSchedule' &&
			!(pod.spec.tolerations ?? []).some((toleration) => tolerates(toleration, taint))
	);
}

/** Models framework/plugins/tainttoleration/taint_toleration.go: filter NoSchedule and NoExecute, score PreferNoSchedule. */
export const taintToleration: Plugin = {
	name: 'TaintToleration',
	filter(pod, { node }) {
		const taint = untolerated(pod, node.spec.taints ?? []);
		if (taint === undefined) return undefined;
		return { reasons: ['node(s) had untolerated taint(s)'], unresolvable: true };
	},
	score: {
		weight: 3,
		node(pod, { node }) {
			const tolerations = (pod.spec.tolerations ?? []).filter(
				({ effect }) => !effect || effect === 'PreferNoSchedule'
			);
			return (node.spec.taints ?? []).filter(
				(taint) =>
					taint.effect === 'PreferNoSchedule' &&
					!tolerations.some((toleration) => tolerates(toleration, taint))
			).length;
		},
		normalize: (scores) => normalizeByMax(scores, true)
	},
	wakes: (pod, change) =>
		(change.type === 'node-added' || change.type === 'node-updated') &&
		untolerated(pod, change.node.spec.taints ?? []) === undefined &&
		(change.type === 'node-added' ||
			untolerated(pod, change.before.spec.taints ?? []) !== undefined)
};
