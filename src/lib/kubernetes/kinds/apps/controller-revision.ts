import { isDeepEqual } from '../../deep-equal.ts';
import type { KubeObject } from '../../object.ts';
import { age, ageColumn, column, nameColumn } from '../../print/printer.ts';
import { type FieldError, invalidError, requiredError } from '../../validation/field-error.ts';
import { nonNegative } from '../../validation/metadata.ts';
import type { KindRules } from '../kind-rules.ts';

function validate(object: KubeObject): FieldError[] {
	const errors = object['data'] === undefined ? [requiredError('data', 'data is mandatory')] : [];
	return [...errors, ...nonNegative(object['revision'] as number, 'revision')];
}

/** Models pkg/apis/apps/validation/validation.go ValidateControllerRevision. */
export const controllerRevisionKind: KindRules = {
	apiVersion: 'apps/v1',
	kind: 'ControllerRevision',
	validate,
	validateUpdate: (object, old) =>
		isDeepEqual(object['data'], old['data'])
			? validate(object)
			: [...validate(object), invalidError('data', object['data'], 'field is immutable')],
	printer: {
		columns: [nameColumn, column('Controller'), column('Revision', 'integer'), ageColumn],
		row(object, nowMs) {
			const owner = object.metadata.ownerReferences?.find(({ controller }) => controller);
			const [group, version] = (owner?.apiVersion ?? '').split('/');
			const kind = owner?.kind.toLowerCase() ?? '';
			const named = version === undefined ? kind : `${kind}.${group}`;
			const controller = owner === undefined ? '<none>' : `${named}/${owner.name}`;
			const { name = '' } = object.metadata;
			return [name, controller, object['revision'] ?? 0, age(object, nowMs)];
		}
	}
};
