import type { KubeObject, Status } from '../object.ts';
import type { Resource } from '../resource.ts';
import type { Printer } from '../print/printer.ts';
import type { FieldError } from '../validation/field-error.ts';
import type { NameRule } from '../validation/name-rules.ts';

/** What a kind does differently when it is created, changed or deleted, as far as it takes nothing but the object. */
export interface KindStrategy {
	prepareForCreate?(object: KubeObject): KubeObject;
	prepareForUpdate?(updated: KubeObject, current: KubeObject): KubeObject;
	prepareForStatusUpdate?(updated: KubeObject, current: KubeObject): KubeObject;
	changesGeneration?(updated: KubeObject, current: KubeObject): boolean;
	refuseDelete?(current: KubeObject): Status | undefined;
	readonly returnsDeleted?: boolean;
	readonly needsVersion?: boolean;
	/** What becomes of dependents when a DELETE doesn't say. */
	readonly orphansDependents?: boolean;
	/** What someone is told who deletes it and doesn't say what becomes of dependents. */
	readonly deletionWarning?: string;
}

/** Another version in which a kind is served, and how it is turned into the one that is kept. */
export interface OtherVersion {
	readonly apiVersion: string;
	/** The schema's name of the kind in this version. */
	readonly schema: string;
	defaults?(object: KubeObject): KubeObject;
	toStored(object: KubeObject): KubeObject;
	fromStored(object: KubeObject): KubeObject;
}

/** All that is particular to a kind. */
export interface KindRules {
	readonly apiVersion: string;
	readonly kind: string;
	/** What is asked of a name; a DNS subdomain when the kind says nothing. */
	readonly nameRule?: NameRule;
	readonly printer?: Printer;
	readonly strategy?: KindStrategy;
	/** Its metadata is looked at twice when it is changed, as most kinds' is. */
	readonly validatesMetadataOnce?: boolean;
	readonly otherVersions?: readonly OtherVersion[];
	defaults?(object: KubeObject): KubeObject;
	/** What is wrong with a new object, metadata aside. */
	validate?(object: KubeObject): FieldError[];
	/** What is wrong with a change; the rules of a new object when it isn't given. */
	validateUpdate?(object: KubeObject, old: KubeObject): FieldError[];
	validateStatus?(object: KubeObject, old: KubeObject): FieldError[];
	warnings?(object: KubeObject): readonly string[];
	/** What an object of the kind makes the server serve. */
	resources?(object: KubeObject): readonly Resource[];
	/**
	 * What the server itself says next in the status of an object, given all of its kind; the same object when there is nothing
	 * to say.
	 */
	settled?(object: KubeObject, all: readonly KubeObject[], timestamp: string): KubeObject;
}
