import { DecodeError, decodeObject } from '#lib/kubernetes/decode.ts';
import { applyDefaults } from '#lib/kubernetes/defaults/apply-defaults.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Pod, Toleration } from '#lib/kubernetes/pod.ts';
import { qosClass } from '#lib/kubernetes/qos.ts';
import { readYamlDocument } from '#lib/kubernetes/yaml-document.ts';
import { configHash } from './config-hash.ts';

const hashAnnotation = 'kubernetes.io/config.hash';
export const mirrorAnnotation = 'kubernetes.io/config.mirror';

/** So that no trouble of the node drives it away (pkg/kubelet/config/common.go applyDefaults). */
const staysHere: Toleration = { operator: 'Exists', effect: 'NoExecute' };

/** Where a static Pod is written down. */
export interface Manifest {
	readonly node: string;
	/** Name of the file in the kubelet's folder. */
	readonly file: string;
	readonly text: string;
}

/**
 * The Pod that a file on the node describes, as the kubelet takes it: named after the node, in `default` unless it says
 * otherwise, with the hash of the file for its uid. Undefined when the file holds no Pod.
 *
 * Models pkg/kubelet/config/common.go tryDecodeSinglePod and applyDefaults.
 *
 * @param seen when the kubelet saw the file, RFC 3339
 */
export function staticPod({ node, file, text }: Manifest, seen: string): Pod | undefined {
	const given = decoded(text);
	if (given === undefined) return undefined;
	const { metadata, spec } = applyDefaults(given) as Pod;
	const uid = metadata.uid ?? configHash(`${text}\nhost:${node}\nfile:${file}`);
	return {
		...given,
		metadata: {
			...metadata,
			name: `${metadata.name}-${node}`,
			namespace: metadata.namespace ?? 'default',
			uid,
			annotations: {
				...metadata.annotations,
				[hashAnnotation]: uid,
				'kubernetes.io/config.seen': seen,
				'kubernetes.io/config.source': 'file'
			}
		},
		spec: { ...spec, nodeName: node, tolerations: [...(spec.tolerations ?? []), staysHere] },
		status: { phase: 'Pending', qosClass: qosClass(spec) }
	};
}

function decoded(text: string): Pod | undefined {
	const { value } = readYamlDocument(text);
	const kind = (value as Partial<KubeObject> | undefined)?.kind;
	if (kind !== 'Pod') return undefined;
	try {
		const pod = decodeObject('Pod', 'v1', value as Record<string, unknown>).object as Pod;
		return pod.metadata?.name !== undefined && pod.spec?.containers ? pod : undefined;
	} catch (error) {
		if (error instanceof DecodeError) return undefined;
		throw error;
	}
}

/** A Pod that its kubelet has from a file; the API server knows of it by its mirror only. */
export function isStaticPod({ metadata }: Pod): boolean {
	return metadata.annotations?.['kubernetes.io/config.source'] === 'file' && !isMirrorPod(metadata);
}

/** An API object that only shows what a kubelet has from a file. */
export function isMirrorPod({ annotations }: Pod['metadata']): boolean {
	return annotations?.[mirrorAnnotation] !== undefined;
}

/** Models pkg/kubelet/pod/mirror_client.go IsMirrorPodOf: made of the same file. */
export function isMirrorOf(mirror: Pod, pod: Pod): boolean {
	return mirror.metadata.annotations?.[mirrorAnnotation] === pod.metadata.uid;
}
