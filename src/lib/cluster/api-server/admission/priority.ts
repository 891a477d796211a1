import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { forbidden } from '#lib/kubernetes/status.ts';
import { isNewPod } from './is-new-pod.ts';
import { refusedName } from './refused-name.ts';
import type { RequestContext } from '../operation.ts';

/** The two classes that every cluster has (pkg/apis/scheduling/types.go, helpers.go). */
const systemClasses: Readonly<Record<string, number>> = {
	'system-cluster-critical': 2_000_000_000,
	'system-node-critical': 2_000_001_000
};

/** That of every class here. */
const preemptionPolicy = 'PreemptLowerPriority';

/** A new Pod's priority from its class, 0 by default. Models plugin/pkg/admission/priority/admission.go admitPod. */
export function admitPriority(object: KubeObject, context: RequestContext): KubeObject | Status {
	if (!isNewPod(context)) return object;
	const pod = object as Pod;
	const className = pod.spec.priorityClassName ?? '';
	const priority = className === '' ? 0 : systemClasses[className];
	if (priority === undefined) {
		return forbidden(
			{ group: '', resource: 'pods' },
			refusedName(pod),
			`no PriorityClass with name ${className} was found`
		);
	}
	if (pod.spec.priority !== undefined && pod.spec.priority !== priority) {
		return forbidden(
			{ group: '', resource: 'pods' },
			refusedName(pod),
			`the integer value of priority (${pod.spec.priority}) must not be provided in pod spec; priority admission controller computed ${priority} from the given PriorityClass name`
		);
	}
	const given = pod.spec.preemptionPolicy as string | undefined;
	if (given !== undefined && given !== preemptionPolicy) {
		return forbidden(
			{ group: '', resource: 'pods' },
			refusedName(pod),
			`the string value of PreemptionPolicy (${given}) must not be provided in pod spec; priority admission controller computed ${preemptionPolicy} from the given PriorityClass name`
		);
	}
	return { ...pod, spec: { ...pod.spec, priority, preemptionPolicy } };
}
