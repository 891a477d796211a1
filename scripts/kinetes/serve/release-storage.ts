import type { Cluster } from '#lib/cluster/cluster.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';

/** Claims and volumes that are being deleted are looked at so often, ms of the cluster. */
const lookMs = 500;

interface Protected {
	readonly resource: string;
	readonly finalizer: string;
	readonly path: (object: KubeObject) => string;
	readonly isUsed: (object: KubeObject, cluster: Cluster) => boolean;
}

const kinds: readonly Protected[] = [
	{
		resource: 'persistentvolumeclaims',
		finalizer: 'kubernetes.io/pvc-protection',
		path: ({ metadata: { name, namespace } }) =>
			`/api/v1/namespaces/${namespace}/persistentvolumeclaims/${name}`,
		isUsed: ({ metadata: { name, namespace } }, { apiServer }) =>
			apiServer.cache.list('pods', namespace).some((pod) => usesClaim(pod as Pod, name!))
	},
	{
		resource: 'persistentvolumes',
		finalizer: 'kubernetes.io/pv-protection',
		path: ({ metadata: { name } }) => `/api/v1/persistentvolumes/${name}`,
		isUsed: ({ status }) => (status as { phase?: string } | undefined)?.phase === 'Bound'
	}
];

/**
 * Lets claims and volumes go that are deleted and that nothing uses: without it a `kubectl delete pvc` would wait for ever.
 *
 * Models pkg/controller/volume/pvcprotection (podUsesPVC: a Pod that has a node) and pvprotection (isBeingUsed).
 */
export function releaseStorage(cluster: Cluster): void {
	const client = cluster.clientFor('api-server');
	cluster.kernel.housekeepingAfter(lookMs, () => {
		for (const { resource, finalizer, path, isUsed } of kinds) {
			for (const object of cluster.apiServer.cache.list(resource)) {
				const { deletionTimestamp, finalizers = [], resourceVersion } = object.metadata;
				if (deletionTimestamp === undefined || !finalizers.includes(finalizer)) continue;
				if (isUsed(object, cluster)) continue;
				const left = finalizers.filter((name) => name !== finalizer);
				const body = { metadata: { resourceVersion, finalizers: left.length > 0 ? left : null } };
				const contentType = 'application/merge-patch+json';
				client.request({ method: 'PATCH', path: path(object), contentType, body }, () => {});
			}
		}
		releaseStorage(cluster);
	});
}

function usesClaim({ metadata, spec }: Pod, name: string): boolean {
	if (!spec.nodeName) return false;
	return (spec.volumes ?? []).some((volume) => {
		const { persistentVolumeClaim: claim, ephemeral } = volume as {
			readonly persistentVolumeClaim?: { readonly claimName: string };
			readonly ephemeral?: object;
		};
		const own = ephemeral === undefined ? undefined : `${metadata.name}-${volume.name}`;
		return claim?.claimName === name || own === name;
	});
}
