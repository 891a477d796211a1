import { randomSuffix } from '#lib/kubernetes/names.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Container, Pod, Volume } from '#lib/kubernetes/pod.ts';
import { forbidden } from '#lib/kubernetes/status.ts';
import { isNewPod } from './is-new-pod.ts';
import { refusedName } from './refused-name.ts';
import type { RequestContext } from '../operation.ts';
import { storageKey } from '../storage-key.ts';

const mountPath = '/var/run/secrets/kubernetes.io/serviceaccount';

/**
 * Gives a new Pod the namespace's `default` ServiceAccount and, unless it declines, a projected volume with a token, the
 * cluster's root certificate and its namespace.
 *
 * Models plugin/pkg/admission/serviceaccount/admission.go Admit, mountServiceAccountToken, TokenVolumeSource.
 */
export function admitServiceAccount(
	object: KubeObject,
	context: RequestContext
): KubeObject | Status {
	if (!isNewPod(context)) return object;
	const pod = object as Pod;
	if (pod.metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined) return pod;
	const name = pod.spec.serviceAccountName || 'default';
	const account = context.cache.get(storageKey('serviceaccounts', context.route.namespace, name));
	if (account === null) {
		return forbidden(
			{ group: '', resource: 'pods' },
			refusedName(pod),
			`error looking up service account ${context.route.namespace}/${name}: serviceaccount ${JSON.stringify(name)} not found`
		);
	}
	const spec = { ...pod.spec, serviceAccountName: name, serviceAccount: name };
	const mounts =
		(pod.spec.automountServiceAccountToken ?? account.automountServiceAccountToken ?? true) ===
		true;
	return { ...pod, spec: mounts ? withToken(spec, context) : spec };
}

function withToken(spec: Pod['spec'], context: RequestContext): Pod['spec'] {
	const volume =
		spec.volumes?.find((candidate) => candidate.name.startsWith('kube-api-access-'))?.name ??
		`kube-api-access-${randomSuffix(5, (below) => context.random.int(below))}`;
	let used = false;
	const mount = (container: Container): Container => {
		if (container.volumeMounts?.some((existing) => existing.mountPath === mountPath)) {
			return container;
		}
		used = true;
		const volumeMount = { name: volume, readOnly: true, mountPath };
		return { ...container, volumeMounts: [...(container.volumeMounts ?? []), volumeMount] };
	};
	const initContainers = spec.initContainers?.map(mount);
	const containers = spec.containers.map(mount);
	const present = spec.volumes?.some((candidate) => candidate.name === volume) ?? false;
	if (!used) return spec;
	return {
		...spec,
		containers,
		...(initContainers === undefined ? undefined : { initContainers }),
		volumes: present ? spec.volumes : [...(spec.volumes ?? []), tokenVolume(volume)]
	};
}

/** The token lives an hour and seven seconds, so that it is told apart from one that someone asked for. */
function tokenVolume(name: string): Volume {
	return {
		name,
		projected: {
			sources: [
				{ serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
				{ configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
				{
					downwardAPI: {
						items: [
							{
								path: 'namespace',
								fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' }
							}
						]
					}
				}
			],
			defaultMode: 420
		}
	};
}
