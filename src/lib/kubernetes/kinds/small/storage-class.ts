import { isDeepEqual } from '../../deep-equal.ts';
import type { KubeObject } from '../../object.ts';
import { age, ageColumn, column, nameColumn } from '../../print/printer.ts';
import {
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError,
	requiredError
} from '../../validation/field-error.ts';
import { ruled } from '../../validation/metadata.ts';
import { qualifiedName } from '../../validation/name-rules.ts';
import type { KindRules } from '../kind-rules.ts';
import { isDefaultClass } from './default-class.ts';

const reclaimPolicies = ['Delete', 'Retain'];
const bindingModes = ['Immediate', 'WaitForFirstConsumer'];

/** Models pkg/apis/storage/validation/validation.go ValidateStorageClass. */
function validate(object: KubeObject): FieldError[] {
	const provisioner = (object['provisioner'] ?? '') as string;
	const reclaim = object['reclaimPolicy'] as string;
	const mode = object['volumeBindingMode'] as string;
	const parameters = (object['parameters'] ?? {}) as Readonly<Record<string, string>>;
	return [
		...(provisioner === ''
			? [requiredError('provisioner')]
			: ruled(qualifiedName, provisioner.toLowerCase(), 'provisioner').map((error) => ({
					...error,
					value: provisioner
				}))),
		...('' in parameters ? [invalidError('parameters', '', 'field can not be empty.')] : []),
		...(reclaimPolicies.includes(reclaim)
			? []
			: [notSupportedError('reclaimPolicy', reclaim, reclaimPolicies)]),
		...(bindingModes.includes(mode)
			? []
			: [notSupportedError('volumeBindingMode', mode, bindingModes)])
	];
}

/** Models ValidateStorageClassUpdate. */
function validateUpdate(object: KubeObject, old: KubeObject): FieldError[] {
	const errors = validate(object);
	const isChanged = (field: string): boolean => !isDeepEqual(object[field], old[field]);
	for (const field of ['parameters', 'provisioner']) {
		const why = 'updates to ' + field + ' are forbidden.';
		if (isChanged(field)) errors.push(forbiddenError(field, why));
	}
	if (isChanged('reclaimPolicy')) {
		errors.push(forbiddenError('reclaimPolicy', 'updates to reclaimPolicy are forbidden.'));
	}
	if (isChanged('volumeBindingMode')) {
		const value = object['volumeBindingMode'];
		errors.push(invalidError('volumeBindingMode', value, 'field is immutable'));
	}
	return errors;
}

export const storageClassKind: KindRules = {
	apiVersion: 'storage.k8s.io/v1',
	kind: 'StorageClass',
	defaults: (object) => ({
		...object,
		reclaimPolicy: object['reclaimPolicy'] ?? 'Delete',
		volumeBindingMode: object['volumeBindingMode'] ?? 'Immediate'
	}),
	validate,
	validateUpdate,
	strategy: { returnsDeleted: true },
	printer: {
		columns: [
			nameColumn,
			column('Provisioner'),
			column('ReclaimPolicy'),
			column('VolumeBindingMode'),
			column('AllowVolumeExpansion'),
			ageColumn
		],
		row(object, nowMs) {
			const { name = '' } = object.metadata;
			return [
				isDefaultClass(object) ? `${name} (default)` : name,
				object['provisioner'] ?? '',
				object['reclaimPolicy'] ?? 'Delete',
				object['volumeBindingMode'] ?? 'Immediate',
				object['allowVolumeExpansion'] ?? false,
				age(object, nowMs)
			];
		}
	}
};
