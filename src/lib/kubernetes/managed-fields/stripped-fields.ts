import { difference, type FieldSet, fieldSetOf } from './field-set.ts';
import { fieldElement } from './path-element.ts';

const names = [
	'name',
	'namespace',
	'creationTimestamp',
	'selfLink',
	'uid',
	'clusterName',
	'generation',
	'managedFields',
	'resourceVersion'
];

const metadata = fieldElement('metadata');

const nobodys = fieldSetOf(
	[fieldElement('apiVersion')],
	[fieldElement('kind')],
	[metadata],
	...names.map((name) => [metadata, fieldElement(name)])
);

/** A set without what nobody ever manages. Models managedfields/internal/stripmeta.go. */
export function stripped(set: FieldSet): FieldSet {
	return difference(set, nobodys);
}
