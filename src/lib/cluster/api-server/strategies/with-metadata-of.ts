import type { KubeObject, ObjectMeta } from '#lib/kubernetes/object.ts';

/** The object with one part of its metadata as another has it. */
export function withMetadataOf(
	object: KubeObject,
	other: KubeObject,
	part: 'labels' | 'ownerReferences'
): KubeObject {
	const { [part]: _own, ...metadata } = object.metadata;
	const given = other.metadata[part];
	const whole: ObjectMeta = given === undefined ? metadata : { ...metadata, [part]: given };
	return { ...object, metadata: whole };
}
