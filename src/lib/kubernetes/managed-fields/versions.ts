import type { KubeObject } from '../object.ts';
import type { FieldType } from './field-type.ts';

/** How the versions of a kind are told apart and turned into each other. */
export interface Versions {
	/** How objects of that version are divided; undefined when there is no such version (any more). */
	typeOf(apiVersion: string): FieldType | undefined;
	/** An object as it is in another version; only asked for versions that there are. */
	convert(object: KubeObject, apiVersion: string): KubeObject;
	/** An object that has nothing: what it takes to be one of the kind. */
	emptyOf(apiVersion: string): KubeObject;
}
