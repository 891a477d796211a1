import type { FieldType } from './managed-fields/field-type.ts';
import type { KubeObject } from './object.ts';
import type { Printer } from './print/printer.ts';
import type { FieldError } from './validation/field-error.ts';

/** What makes a kind that someone defined differ from those that the server was built with. */
export interface CustomKind {
	/** The plural without its group. */
	readonly plural: string;
	/** Group and version in which its objects are kept. */
	readonly storedVersion: string;
	readonly categories: readonly string[];
	readonly listKind: string;
	/** Shown by discovery. */
	readonly isEstablished: boolean;
	readonly deprecation?: string;
	readonly printer: Printer;
	/** How its objects are divided among managers. */
	readonly fieldType: FieldType;
	/** Fields that can be selected by, besides name and namespace. */
	readonly selectable: readonly string[];
	/**
	 * An object as it is kept, defaults filled in, of the version of its path; and the fields that it doesn't have.
	 *
	 * @throws DecodeError when its metadata are none
	 */
	read(body: Readonly<Record<string, unknown>>): {
		readonly object: KubeObject;
		readonly unknownFields: readonly string[];
	};
	validate(object: KubeObject): FieldError[];
	validateUpdate(object: KubeObject, old: KubeObject): FieldError[];
	validateStatus(object: KubeObject, old: KubeObject): FieldError[];
	/** Its count; undefined when the kind can't be scaled. */
	readonly scale?: {
		of(object: KubeObject): {
			readonly spec: { readonly replicas?: number };
			readonly status: { readonly replicas: number; readonly selector?: string };
		};
		with(object: KubeObject, replicas: number): KubeObject;
	};
}
