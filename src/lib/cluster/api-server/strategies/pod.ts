import type { Condition, Pod } from '#lib/kubernetes/pod.ts';
import { qosClass } from '#lib/kubernetes/qos.ts';
import { specChanges } from './spec-changes.ts';
import type { Strategy } from './strategy.ts';
import { withMetadataOf } from './with-metadata-of.ts';

/** Models strategy.go applySchedulingGatedCondition. */
const schedulingGated = (lastTransitionTime: string): Condition => ({
	type: 'PodScheduled',
	status: 'False',
	lastProbeTime: null,
	lastTransitionTime,
	reason: 'SchedulingGated',
	message: 'Scheduling is blocked due to non-empty scheduling gates'
});

/** Models pkg/registry/core/pod/strategy.go podStrategy. */
export const podStrategy: Strategy = {
	changesGeneration: specChanges,
	returnsDeleted: true,

	prepareForStatusUpdate: (updated, current) => withMetadataOf(updated, current, 'ownerReferences'),

	prepareForCreate(object, { timestamp }) {
		const pod = object as Pod;
		const gated = (pod.spec.schedulingGates ?? []).length > 0;
		return {
			...pod,
			status: {
				phase: 'Pending',
				...(gated ? { conditions: [schedulingGated(timestamp)] } : undefined),
				qosClass: qosClass(pod.spec)
			}
		};
	},

	gracePeriodSeconds(object, asked) {
		const { spec, status } = object as Pod;
		if (!spec.nodeName || status.phase === 'Failed' || status.phase === 'Succeeded') return 0;
		const period = asked ?? spec.terminationGracePeriodSeconds ?? 30;
		return period < 0 ? 1 : period;
	}
};
