import type { KubeObject } from '#lib/kubernetes/object.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import type { Write } from './field-managers.ts';
import { UpdateWrite } from './update-write.ts';

/** Who makes what a cluster has from the start, where that isn't the API server. */
const makers: Readonly<Record<string, string>> = {
	ConfigMap: 'kube-controller-manager',
	Node: 'kubelet',
	ServiceAccount: 'kube-controller-manager'
};

/** The write of an object that was there from the start. */
export function firstWrite(object: KubeObject): Write | undefined {
	const { apiVersion, kind, metadata } = object;
	const resource = resourceOfKind(apiVersion, kind);
	if (resource === undefined) return undefined;
	const manager = makers[kind] ?? 'kube-apiserver';
	const time = metadata.creationTimestamp ?? '';
	return new UpdateWrite(
		object,
		{ manager, operation: 'Update', apiVersion, time },
		resource,
		undefined
	);
}
