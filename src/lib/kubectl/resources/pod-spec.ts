import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { PodSpec } from '#lib/kubernetes/pod.ts';
import type { PodTemplate } from '#lib/kubernetes/pod-template.ts';
import { KubectlError } from '../kubectl-error.ts';

const templateKinds = new Set([
	'DaemonSet',
	'Deployment',
	'Job',
	'ReplicaSet',
	'ReplicationController',
	'StatefulSet'
]);

/**
 * The object with another Pod spec: its own, or its template's.
 *
 * Models kubectl pkg/polymorphichelpers/updatepodspec.go updatePodSpecForObject.
 *
 * @throws KubectlError when it has none
 */
export function withPodSpec(object: KubeObject, change: (spec: PodSpec) => PodSpec): KubeObject {
	if (object.kind === 'Pod') return { ...object, spec: change(object.spec as PodSpec) };
	if (!templateKinds.has(object.kind)) {
		throw new KubectlError(
			`the object is not a pod or does not have a pod template: *v1.${object.kind}`
		);
	}
	const spec = object.spec as { readonly template: PodTemplate };
	const template = { ...spec.template, spec: change(spec.template.spec) };
	return { ...object, spec: { ...spec, template } };
}
