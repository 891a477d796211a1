import { groupOf, type Resource, resourceOfKind } from '#lib/kubernetes/resources.ts';

/** Kinds that the API server knows although nothing here serves them, by group and version (1.35). */
const unserved: Readonly<Record<string, readonly string[]>> = {
	v1: [
		'Binding',
		'ComponentStatus',
		'DeleteOptions',
		'LimitRange',
		'List',
		'PersistentVolume',
		'PersistentVolumeClaim',
		'PodTemplate',
		'ReplicationController',
		'ResourceQuota',
		'Status'
	],
	'apps/v1': ['ControllerRevision', 'DaemonSet', 'StatefulSet'],
	'batch/v1': ['CronJob', 'Job'],
	'autoscaling/v1': ['HorizontalPodAutoscaler', 'Scale']
};

/** Versions in which a kind can still be read, though not at its own path. */
const olderVersions: Readonly<Record<string, readonly string[]>> = {
	Deployment: ['extensions/v1beta1', 'apps/v1beta1', 'apps/v1beta2'],
	EndpointSlice: ['discovery.k8s.io/v1beta1'],
	Lease: ['coordination.k8s.io/v1beta1'],
	ReplicaSet: ['extensions/v1beta1', 'apps/v1beta2']
};

type Named = Readonly<Record<string, unknown>>;

/**
 * Why something that names its kind is not of the resource's, in the decoder's words; undefined when it is, or doesn't say.
 * Models apimachinery/pkg/runtime/scheme.go New and converter.go.
 */
export function wrongKind(body: Named, resource: Resource): string | undefined {
	const kind = String(body.kind ?? resource.kind);
	const apiVersion = String(body.apiVersion ?? resource.apiVersion);
	if (kind === resource.kind && apiVersion === resource.apiVersion) return undefined;
	if (!isRegistered(apiVersion, kind)) {
		return `no kind ${JSON.stringify(kind)} is registered for version ${JSON.stringify(apiVersion)} in scheme "k8s.io/apiserver"`;
	}
	const version = apiVersion.split('/').at(-1)!;
	const hub = groupOf(resource).split('.')[0] || 'core';
	return `converting (${version}.${kind}) to (${hub}.${resource.kind}): unknown conversion`;
}

/** What is said of an object of the right kind in a version that this path doesn't take. */
export function wrongVersion(
	body: Named,
	{ kind, apiVersion, custom }: Resource
): string | undefined {
	const given = String(body.apiVersion ?? apiVersion);
	const isOther = custom !== undefined && given !== apiVersion;
	if (!isOther && ((body.kind ?? kind) !== kind || !olderVersions[kind]?.includes(given))) {
		return undefined;
	}
	return `the API version in the data (${given}) does not match the expected API version (${apiVersion})`;
}

function isRegistered(apiVersion: string, kind: string): boolean {
	const name = kind.endsWith('List') && kind !== 'List' ? kind.slice(0, -'List'.length) : kind;
	return (
		resourceOfKind(apiVersion, name) !== undefined ||
		(unserved[apiVersion]?.includes(name) ?? false)
	);
}
