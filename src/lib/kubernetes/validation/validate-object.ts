import { isDeepEqual } from '../deep-equal.ts';
import type { KubeObject } from '../object.ts';
import type { Pod } from '../pod.ts';
import { resourceOfKind } from '../resources.ts';
import { type FieldError, forbiddenError, invalidError } from './field-error.ts';
import { subdomainName, validateMetadata, validateMetadataUpdate } from './metadata.ts';
import { dns1123Label, type NameRule } from './name-rules.ts';
import {
	validateConfigMap,
	validateEvent,
	validateLease,
	validateNode,
	validateSecret
} from './plain-kinds.ts';
import { validatePodSpec } from './pod.ts';
import { validatePodUpdate } from './pod-update.ts';

const content: Readonly<Record<string, (object: KubeObject) => FieldError[]>> = {
	ConfigMap: validateConfigMap,
	Event: validateEvent,
	Lease: validateLease,
	Node: validateNode,
	Pod: (object) => validatePodSpec((object as Pod).spec, 'spec'),
	Secret: validateSecret
};

const nameRules: Readonly<Record<string, NameRule>> = { Namespace: dns1123Label };

/** What is wrong with a new object, in upstream's order; nothing when it may be stored. Expects defaults filled in. */
export function validateObject(object: KubeObject): readonly FieldError[] {
	const resource = resourceOfKind(object.apiVersion, object.kind);
	const rule = nameRules[object.kind] ?? subdomainName;
	return [
		...validateMetadata(object.metadata, resource?.namespaced ?? true, rule),
		...(content[object.kind]?.(object) ?? [])
	];
}

/** What is wrong with a change of an object (not of its status). */
export function validateUpdate(object: KubeObject, old: KubeObject): readonly FieldError[] {
	if (object.kind === 'Pod') return validatePodUpdate(object as Pod, old as Pod);
	return [
		...validateMetadataUpdate(object.metadata, old.metadata),
		...validateImmutable(object, old),
		...(content[object.kind]?.(object) ?? [])
	];
}

/** Models ValidateSecretUpdate and ValidateConfigMapUpdate. */
function validateImmutable(object: KubeObject, old: KubeObject): FieldError[] {
	const errors: FieldError[] = [];
	if (object.kind === 'Secret' && object['type'] !== old['type']) {
		errors.push(invalidError('type', object['type'], 'field is immutable'));
	}
	if (old['immutable'] !== true) return errors;
	if (object['immutable'] !== true) {
		errors.push(forbiddenError('immutable', 'field is immutable when `immutable` is set'));
	}
	for (const part of ['data', 'binaryData']) {
		if (!isDeepEqual(object[part], old[part])) {
			errors.push(forbiddenError(part, 'field is immutable when `immutable` is set'));
		}
	}
	return errors;
}
