import type { Pod } from '#lib/kubernetes/pod.ts';
import { qosClass } from '#lib/kubernetes/qos.ts';
import type { Strategy } from './strategy.ts';

/** Models pkg/registry/core/pod/strategy.go podStrategy. */
export const podStrategy: Strategy = {
	countsGenerations: true,

	prepareForCreate(object) {
		const pod = object as Pod;
		return { ...pod, status: { phase: 'Pending', qosClass: qosClass(pod.spec) } };
	},

	gracePeriodSeconds(object, asked) {
		const { spec, status } = object as Pod;
		if (!spec.nodeName || status.phase === 'Failed' || status.phase === 'Succeeded') return 0;
		const period = asked ?? spec.terminationGracePeriodSeconds ?? 30;
		return period < 0 ? 1 : period;
	}
};
