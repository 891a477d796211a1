import { isDeepEqual } from '../deep-equal.ts';
import type { Deployment } from '../deployment.ts';
import type { Endpoints, EndpointSlice } from '../endpoint-slice.ts';
import type { KindRules } from '../kinds/kind-rules.ts';
import { kindRules } from '../kinds/known-kinds.ts';
import type { KubeObject } from '../object.ts';
import type { Pod } from '../pod.ts';
import type { ReplicaSet } from '../replica-set.ts';
import { resourceOfKind } from '../resources.ts';
import type { Service } from '../service.ts';
import { validateEndpointSlice, validateEndpointSliceUpdate } from './endpoint-slice.ts';
import { validateEndpoints } from './endpoints.ts';
import { ephemeralContainersOf, validateEphemeralUpdate } from './ephemeral-container.ts';
import { type FieldError, forbiddenError, invalidError } from './field-error.ts';
import {
	subdomainName,
	validateMetadata,
	validateMetadataUpdate,
	validateOwnMetadataUpdate
} from './metadata.ts';
import { dns1035Label, dns1123Label, type NameRule } from './name-rules.ts';
import {
	validateConfigMap,
	validateEvent,
	validateLease,
	validateNode,
	validateNodeUpdate,
	validateSecret
} from './plain-kinds.ts';
import { validatePodAnnotations } from './pod-annotations.ts';
import { validatePodSpec } from './pod.ts';
import { validatePodResize } from './pod-resize.ts';
import { validatePodUpdate } from './pod-update.ts';
import { validateServiceChange } from './service-update.ts';
import { validateService, validateServiceStatus } from './service.ts';
import { validateDeploymentStatus, validateReplicaSetStatus } from './workload-status.ts';
import { validateDeployment, validateReplicaSet, validateSelectorUpdate } from './workload.ts';

const content: Readonly<Record<string, (object: KubeObject) => FieldError[]>> = {
	ConfigMap: validateConfigMap,
	Deployment: (object) => validateDeployment(object as Deployment),
	Endpoints: (object) => validateEndpoints(object as Endpoints),
	EndpointSlice: (object) => validateEndpointSlice(object as EndpointSlice),
	Event: validateEvent,
	Lease: validateLease,
	Node: validateNode,
	Pod: (object) => [
		...validatePodAnnotations(object.metadata.annotations, 'metadata.annotations'),
		...validatePodSpec((object as Pod).spec, 'spec'),
		...(ephemeralContainersOf((object as Pod).spec).length > 0
			? [forbiddenError('spec.ephemeralContainers', 'cannot be set on create')]
			: [])
	],
	ReplicaSet: (object) => validateReplicaSet(object as ReplicaSet),
	Secret: validateSecret,
	Service: (object) => validateService(object as Service)
};

const nameRules: Readonly<Record<string, NameRule>> = {
	Namespace: dns1123Label,
	Service: dns1035Label
};

/** What is wrong with a new object, in upstream's order; nothing when it may be stored. Expects defaults filled in. */
export function validateObject(object: KubeObject): readonly FieldError[] {
	const validate = content[object.kind] ?? kindRules(object.apiVersion, object.kind)?.validate;
	return [...validateMetadataOf(object), ...(validate?.(object) ?? [])];
}

/** Kinds whose updates are also validated as new objects are. */
const asNew: ReadonlySet<string> = new Set([
	'ConfigMap',
	'Endpoints',
	'EndpointSlice',
	'Pod',
	'ReplicaSet',
	'Secret',
	'Service',
	'ServiceAccount'
]);

/**
 * What is wrong with a change of an object (not of its status). The API server looks at metadata for every kind, and most
 * kinds look once more, so an error may be there twice.
 *
 * Models apiserver pkg/registry/rest/update.go BeforeUpdate and the kinds' ValidateUpdate.
 */
export function validateUpdate(object: KubeObject, old: KubeObject): readonly FieldError[] {
	const { apiVersion, kind, metadata } = object;
	const rules = kindRules(apiVersion, kind);
	if (rules !== undefined) return validateFurtherUpdate(object, old, rules);
	return [
		...validateMetadataUpdate(metadata, old.metadata),
		...(kind === 'EndpointSlice' ? [] : validateOwnMetadataUpdate(metadata, old.metadata)),
		...(changes[kind]?.(object, old) ?? []),
		...(asNew.has(kind) ? validateMetadataOf(object) : []),
		...(contentUpdates[kind]?.(object, old) ?? content[kind]?.(object) ?? []),
		...(comparison[kind]?.(object, old) ?? [])
	];
}

function validateFurtherUpdate(
	object: KubeObject,
	old: KubeObject,
	rules: KindRules
): readonly FieldError[] {
	const { metadata } = object;
	const content = rules.validateUpdate?.(object, old) ?? rules.validate?.(object) ?? [];
	return [
		...validateMetadataUpdate(metadata, old.metadata),
		...(rules.validatesMetadataOnce ? [] : validateOwnMetadataUpdate(metadata, old.metadata)),
		...content
	];
}

function validateMetadataOf(object: KubeObject): readonly FieldError[] {
	const resource = resourceOfKind(object.apiVersion, object.kind);
	const rule =
		nameRules[object.kind] ?? kindRules(object.apiVersion, object.kind)?.nameRule ?? subdomainName;
	return validateMetadata(object.metadata, resource?.namespaced ?? true, rule);
}

type Comparison = Readonly<Record<string, (object: KubeObject, old: KubeObject) => FieldError[]>>;

/** What may not change, said before what is wrong with the object as it is. */
const changes: Comparison = {
	ConfigMap: validateImmutable,
	Node: validateNodeUpdate,
	Secret: validateImmutable,
	Service: (object, old) => validateServiceChange(object as Service, old as Service)
};

/** Where an update is looked at otherwise than a new object; a ReplicaSet is looked at twice. */
const contentUpdates: Comparison = {
	Pod: (object, old) => [
		...validatePodAnnotations(object.metadata.annotations, 'metadata.annotations'),
		...validatePodUpdate(object as Pod, old as Pod)
	],
	ReplicaSet(object) {
		const errors = validateReplicaSet(object as ReplicaSet);
		return [...errors, ...errors];
	}
};

/** What may not change, said after what is wrong with the object as it is. */
const comparison: Comparison = {
	Deployment: (object, old) => validateSelectorUpdate(object as Deployment, old as Deployment),
	EndpointSlice: (object, old) =>
		validateEndpointSliceUpdate(object as EndpointSlice, old as EndpointSlice),
	ReplicaSet: (object, old) => validateSelectorUpdate(object as ReplicaSet, old as ReplicaSet)
};

/** What is wrong with a change of an object's status. */
export function validateStatusUpdate(object: KubeObject, old: KubeObject): readonly FieldError[] {
	const validate =
		statusContent[object.kind] ?? kindRules(object.apiVersion, object.kind)?.validateStatus;
	return [
		...validateMetadataUpdate(object.metadata, old.metadata),
		...validateOwnMetadataUpdate(object.metadata, old.metadata),
		...(validate?.(object, old) ?? [])
	];
}

/** What is wrong with a change of a Pod through one of its subresources. */
export function validatePodPart(
	object: KubeObject,
	old: KubeObject,
	subresource: string
): readonly FieldError[] {
	const [pod, before] = [object as Pod, old as Pod];
	const validate = subresource === 'resize' ? validatePodResize : validateEphemeralUpdate;
	return [
		...validateMetadataUpdate(object.metadata, old.metadata),
		...validatePodSpec(pod.spec, 'spec'),
		...validate(pod, before)
	];
}

const statusContent: Comparison = {
	Deployment: (object, old) => validateDeploymentStatus(object as Deployment, old as Deployment),
	ReplicaSet: (object) => validateReplicaSetStatus(object as ReplicaSet),
	Service: (object) => validateServiceStatus(object as Service)
};

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
