import type { KubeObject } from '#lib/kubernetes/object.ts';
import { jsonText } from '../output/json-text.ts';

export const lastAppliedAnnotation = 'kubectl.kubernetes.io/last-applied-configuration';

/** The object as `apply` remembers it: without the annotation itself, with the others. Models kubectl pkg/util/apply.go. */
function lastAppliedText(object: KubeObject): string {
	const { [lastAppliedAnnotation]: _, ...annotations } = object.metadata.annotations ?? {};
	return `${jsonText({ ...object, metadata: { ...object.metadata, annotations } })}\n`;
}

export function withLastApplied(object: KubeObject): KubeObject {
	const annotations = {
		...object.metadata.annotations,
		[lastAppliedAnnotation]: lastAppliedText(object)
	};
	return { ...object, metadata: { ...object.metadata, annotations } };
}
