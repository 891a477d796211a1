import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { forbidden } from '#lib/kubernetes/status.ts';
import { isNewPod } from './is-new-pod.ts';
import { refusedName } from './refused-name.ts';
import type { RequestContext } from '../operation.ts';

/** What of a PriorityClass counts. */
interface PriorityClass extends KubeObject {
	readonly value?: number;
	readonly preemptionPolicy?: string;
	readonly globalDefault?: boolean;
}

/** Without a class it is as with this one. */
const none: Pick<PriorityClass, 'value' | 'preemptionPolicy'> = {
	value: 0,
	preemptionPolicy: 'PreemptLowerPriority'
};

function classesIn({ cache }: RequestContext): readonly PriorityClass[] {
	return cache.list('priorityclasses') as readonly KubeObject[] as readonly PriorityClass[];
}

/** There is one default at most. Models ValidatePriorityClass of the plugin. */
export function secondDefaultClass(
	object: KubeObject,
	context: RequestContext
): Status | undefined {
	if (object.kind !== 'PriorityClass' || object['globalDefault'] !== true) return undefined;
	const { name = '' } = object.metadata;
	const other = classesIn(context).find((one) => one.globalDefault && one.metadata.name !== name);
	if (other === undefined) return undefined;
	const named = { group: 'scheduling.k8s.io', resource: 'priorityclasses' };
	const why = `PriorityClass ${other.metadata.name} is already marked as default. Only one default can exist`;
	return forbidden(named, name, why);
}

/** A new Pod's priority from its class, 0 by default. Models plugin/pkg/admission/priority/admission.go admitPod. */
export function admitPriority(object: KubeObject, context: RequestContext): KubeObject | Status {
	if (!isNewPod(context)) return object;
	const pod = object as Pod;
	const className = pod.spec.priorityClassName ?? '';
	const classes = classesIn(context);
	const byDefault = classes.find(({ globalDefault }) => globalDefault);
	const chosen =
		className === ''
			? (byDefault ?? none)
			: classes.find(({ metadata }) => metadata.name === className);
	if (chosen === undefined) {
		return forbidden(
			{ group: '', resource: 'pods' },
			refusedName(pod),
			`no PriorityClass with name ${className} was found`
		);
	}
	const { value: priority = 0, preemptionPolicy } = chosen;
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
	const own =
		className === '' && byDefault?.metadata.name
			? { priorityClassName: byDefault.metadata.name }
			: undefined;
	return { ...pod, spec: { ...pod.spec, ...own, priority, preemptionPolicy } };
}
