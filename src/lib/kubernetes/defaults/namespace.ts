import type { KubeObject } from '../object.ts';

/** The label by which a selector finds a namespace by name. Models pkg/apis/core/v1/defaults.go SetDefaults_Namespace. */
export function defaultNamespace(namespace: KubeObject): KubeObject {
	const { metadata } = namespace;
	const status = namespace['status'] as { phase?: string } | undefined;
	const labels = { ...metadata.labels, 'kubernetes.io/metadata.name': metadata.name ?? '' };
	return {
		...namespace,
		metadata: metadata.name === undefined ? metadata : { ...metadata, labels },
		status: { ...status, phase: status?.phase ?? 'Active' }
	};
}
