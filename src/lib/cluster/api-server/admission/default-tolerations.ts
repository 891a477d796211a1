import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Pod, Toleration } from '#lib/kubernetes/pod.ts';
import type { RequestContext } from '../operation.ts';

const keys = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];

/** How long a Pod stays on a node that went away, unless it says otherwise. */
const defaultTolerationSeconds = 300;

/**
 * A Pod tolerates a node that is not ready or unreachable for five minutes.
 * Models plugin/pkg/admission/defaulttolerationseconds/admission.go Admit.
 */
export function admitDefaultTolerations(
	object: KubeObject,
	context: RequestContext
): KubeObject | Status {
	if (!isPodWrite(context)) return object;
	const pod = object as Pod;
	const tolerations = pod.spec.tolerations ?? [];
	const added = keys
		.filter((key) => !tolerations.some((toleration) => covers(toleration, key)))
		.map<Toleration>((key) => ({
			key,
			operator: 'Exists',
			effect: 'NoExecute',
			tolerationSeconds: defaultTolerationSeconds
		}));
	if (added.length === 0) return pod;
	return { ...pod, spec: { ...pod.spec, tolerations: [...tolerations, ...added] } };
}

function covers({ key, effect }: Toleration, wanted: string): boolean {
	return (
		(key === wanted || key === undefined || key === '') &&
		(effect === 'NoExecute' || effect === undefined)
	);
}

function isPodWrite({ route }: RequestContext): boolean {
	return route.resource === 'pods' && route.subresource === undefined;
}
