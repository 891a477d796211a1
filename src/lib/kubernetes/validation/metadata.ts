import type { ObjectMeta, OwnerReference } from '../object.ts';
import {
	type FieldError,
	forbiddenError,
	invalidError,
	requiredError,
	tooLongError
} from './field-error.ts';
import {
	byteLength,
	dns1123Label,
	dns1123Subdomain,
	labelValue,
	type NameRule,
	qualifiedName
} from './name-rules.ts';

const maxAnnotationBytes = 256 * 1024;
const standardFinalizers = ['orphan', 'foregroundDeletion', 'kubernetes'];

/** The errors of a rule as errors of a field. */
export function ruled(rule: NameRule, value: string, field: string): FieldError[] {
	const wrong = rule(value);
	return wrong.length === 0 ? [] : wrong.map((text) => invalidError(field, value, text));
}

/** @returns an error unless the number is zero or more. Models ValidateNonnegativeField. */
export function nonNegative(value: number | undefined, field: string): FieldError[] {
	return value !== undefined && value < 0
		? [invalidError(field, value, 'must be greater than or equal to 0')]
		: [];
}

/**
 * Models apimachinery pkg/api/validation/objectmeta.go ValidateObjectMetaAccessor.
 *
 * @param rule what the kind asks of a name
 */
export function validateMetadata(
	meta: ObjectMeta,
	namespaced: boolean,
	rule: NameRule
): FieldError[] {
	const path = 'metadata';
	const errors: FieldError[] = [];
	if (meta.generateName) {
		// The dash before the random end may be the last character of the base.
		const base = meta.generateName.replace(/-$/, 'a');
		errors.push(
			...rule(base).map((text) => invalidError(`${path}.generateName`, meta.generateName, text))
		);
	}
	if (!meta.name) {
		errors.push(requiredError(`${path}.name`, 'name or generateName is required'));
	} else {
		errors.push(...ruled(rule, meta.name, `${path}.name`));
	}
	if (!namespaced) {
		if (meta.namespace) {
			errors.push(forbiddenError(`${path}.namespace`, 'not allowed on this type'));
		}
	} else if (!meta.namespace) {
		errors.push(requiredError(`${path}.namespace`));
	} else {
		errors.push(...ruled(dns1123Label, meta.namespace, `${path}.namespace`));
	}
	return [
		...errors,
		...nonNegative(meta.generation, `${path}.generation`),
		...validateMaps(meta, path)
	];
}

function validateMaps(meta: ObjectMeta, path: string): FieldError[] {
	return [
		...validateLabels(meta.labels, `${path}.labels`),
		...validateAnnotations(meta.annotations, `${path}.annotations`),
		...validateOwners(meta.ownerReferences, `${path}.ownerReferences`),
		...validateFinalizers(meta.finalizers, `${path}.finalizers`)
	];
}

/** Models apimachinery pkg/apis/meta/v1/validation/validation.go ValidateLabels. */
export function validateLabels(
	labels: Readonly<Record<string, string>> | undefined,
	field: string
): FieldError[] {
	return Object.entries(labels ?? {}).flatMap(([key, value]) => [
		...ruled(qualifiedName, key, field),
		...ruled(labelValue, value, field)
	]);
}

/** Models apimachinery pkg/api/validation/objectmeta.go ValidateAnnotations. */
export function validateAnnotations(
	annotations: Readonly<Record<string, string>> | undefined,
	field: string
): FieldError[] {
	const entries = Object.entries(annotations ?? {});
	const errors = entries.flatMap(([key]) =>
		qualifiedName(key.toLowerCase()).map((text) => invalidError(field, key, text))
	);
	const size = entries.reduce((sum, [key, value]) => sum + byteLength(key) + byteLength(value), 0);
	return size > maxAnnotationBytes ? [...errors, tooLongError(field, maxAnnotationBytes)] : errors;
}

function validateOwners(
	owners: readonly OwnerReference[] | undefined,
	field: string
): FieldError[] {
	const errors = (owners ?? []).flatMap((owner) => validateOwner(owner, field));
	const controllers = (owners ?? []).filter(({ controller }) => controller);
	if (controllers.length > 1) {
		const [first, second] = controllers.map(({ kind, name }) => `${kind}/${name}`);
		errors.push(
			invalidError(
				field,
				owners,
				`Only one reference can have Controller set to true. Found "true" in references for ${first} and ${second}`
			)
		);
	}
	return errors;
}

function validateOwner(owner: OwnerReference, field: string): FieldError[] {
	const errors: FieldError[] = [];
	if (!owner.apiVersion) {
		errors.push(invalidError(`${field}.apiVersion`, owner.apiVersion, 'version must not be empty'));
	}
	for (const part of ['kind', 'name', 'uid'] as const) {
		if (!owner[part])
			errors.push(invalidError(`${field}.${part}`, owner[part], 'must not be empty'));
	}
	if (owner.apiVersion === 'v1' && owner.kind === 'Event') {
		errors.push(invalidError(field, owner, '/v1, Kind=Event is disallowed from being an owner'));
	}
	return errors;
}

function validateFinalizers(
	finalizers: readonly string[] | undefined,
	field: string
): FieldError[] {
	return (finalizers ?? []).flatMap((name, index) => [
		...ruled(qualifiedName, name, field),
		...standardOrQualified(name, `${field}[${index}]`)
	]);
}

/** Models validateKubeFinalizerName. */
function standardOrQualified(name: string, field: string): FieldError[] {
	return name.includes('/') || standardFinalizers.includes(name)
		? []
		: [
				invalidError(
					field,
					name,
					'name is neither a standard finalizer name nor is it fully qualified'
				)
			];
}

const immutable = [
	'name',
	'namespace',
	'uid',
	'creationTimestamp',
	'deletionTimestamp',
	'deletionGracePeriodSeconds'
] as const;

/** Models apimachinery pkg/api/validation/objectmeta.go ValidateObjectMetaAccessorUpdate: what holds for every kind. */
export function validateMetadataUpdate(meta: ObjectMeta, old: ObjectMeta): FieldError[] {
	const errors = old.deletionTimestamp === undefined ? [] : noNewFinalizers(meta, old);
	for (const part of immutable) {
		if (meta[part] !== old[part]) {
			errors.push(invalidError(`metadata.${part}`, meta[part] ?? '', 'field is immutable'));
		}
	}
	if (meta.labels !== old.labels) errors.push(...validateLabels(meta.labels, 'metadata.labels'));
	if (meta.annotations !== old.annotations) {
		errors.push(...validateAnnotations(meta.annotations, 'metadata.annotations'));
	}
	return [...errors, ...validateOwners(meta.ownerReferences, 'metadata.ownerReferences')];
}

/** What kinds of the API server's own add to it. Models pkg/apis/core/validation/validation.go ValidateObjectMetaUpdate. */
export function validateOwnMetadataUpdate(meta: ObjectMeta, old: ObjectMeta): FieldError[] {
	return [
		...validateMetadataUpdate(meta, old),
		...(meta.finalizers ?? []).flatMap((name, index) =>
			standardOrQualified(name, `metadata.finalizers[${index}]`)
		)
	];
}

/** Models ValidateNoNewFinalizers. */
function noNewFinalizers({ finalizers = [] }: ObjectMeta, old: ObjectMeta): FieldError[] {
	const added = finalizers.filter((name) => !(old.finalizers ?? []).includes(name)).sort();
	if (added.length === 0) return [];
	const list = added.map((name) => JSON.stringify(name)).join(', ');
	const why = `no new finalizers can be added if the object is being deleted, found new finalizers []string{${list}}`;
	return [forbiddenError('metadata.finalizers', why)];
}

/** Most objects: a DNS subdomain. Models NameIsDNSSubdomain. */
export const subdomainName: NameRule = dns1123Subdomain;
