import type { KubeObject } from '../../object.ts';

const isDefault = 'storageclass.kubernetes.io/is-default-class';
const wasDefault = 'storageclass.beta.kubernetes.io/is-default-class';

/** Whether claims that name no class get this one. Models pkg/volume/util/storageclass.go IsDefaultAnnotation. */
export function isDefaultClass({ metadata }: KubeObject): boolean {
	const { annotations = {} } = metadata;
	return annotations[isDefault] === 'true' || annotations[wasDefault] === 'true';
}
