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

/** The first taint that keeps the Pod away. */
export function untolerated(pod: Pod, taints: readonly Taint[]): Taint | undefined {
	return taints.find(
		(taint) =>
			taint.effect !== 'PreferNoSchedule' &&
			!(pod.spec.tolerations ?? []).some((toleration) => tolerates(toleration, taint))
	);
}

const refusal = { reasons: ['node(s) had untolerated taint(s)'], unresolvable: true };

/** Models framework/plugins/tainttoleration/taint_toleration.go: filter NoSchedule and NoExecute, score PreferNoSchedule. */
export const taintToleration: Plugin = {
	name: 'TaintToleration',
	filter: (pod) => ({
		node: ({ node: { spec } }) =>
			spec.taints === undefined || untolerated(pod, spec.taints) === undefined ? undefined : refusal
	}),
	score: {
		weight: 3,
		of(pod) {
			const tolerations = (pod.spec.tolerations ?? []).filter(
				({ effect }) => !effect || effect === 'PreferNoSchedule'
			);
			const disliked = (taint: Taint): boolean =>
				taint.effect === 'PreferNoSchedule' &&
				!tolerations.some((toleration) => tolerates(toleration, taint));
			return {
				node: ({ node }) => (node.spec.taints ?? []).filter(disliked).length,
				normalize: (scores) => normalizeByMax(scores, true)
			};
		}
	},
	wakes(pod, change) {
		if (change.type === 'own-update') return change.aspect === 'Toleration';
		if (change.type !== 'node-added' && change.type !== 'node-updated') return false;
		if (untolerated(pod, change.node.spec.taints ?? []) !== undefined) return false;
		return (
			change.type === 'node-added' ||
			(change.aspect === 'Taint' && untolerated(pod, change.before.spec.taints ?? []) !== undefined)
		);
	}
};
