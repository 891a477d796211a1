import type { KubeObject } from '../../object.ts';

/** Models pkg/apis/core/v1/defaults.go SetDefaults_PersistentVolumeClaim. */
export function defaultClaim(object: KubeObject): KubeObject {
	const spec = (object['spec'] ?? {}) as Readonly<Record<string, unknown>>;
	const status = (object['status'] ?? {}) as { phase?: string };
	return {
		...object,
		spec: { ...spec, volumeMode: spec['volumeMode'] ?? 'Filesystem' },
		status: { ...status, phase: status.phase || 'Pending' }
	};
}
