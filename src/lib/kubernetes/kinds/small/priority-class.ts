import type { KubeObject } from '../../object.ts';
import { age, ageColumn, column, nameColumn } from '../../print/printer.ts';
import {
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError
} from '../../validation/field-error.ts';
import { forbidden } from '../../status.ts';
import type { KindRules } from '../kind-rules.ts';

const highest = 1_000_000_000;
const policies = ['PreemptLowerPriority', 'Never'];
const systemClasses: Readonly<Record<string, number>> = {
	'system-cluster-critical': 2_000_000_000,
	'system-node-critical': 2_000_001_000
};

/** Models pkg/apis/scheduling/validation/validation.go ValidatePriorityClass. */
function validate(object: KubeObject): FieldError[] {
	const { name = '' } = object.metadata;
	const value = object['value'] as number;
	const policy = object['preemptionPolicy'] as string;
	const errors: FieldError[] = [];
	if (name.startsWith('system-')) {
		if (systemClasses[name] !== value) {
			const why =
				"priority class names with 'system-' prefix are reserved for system use only. error: " +
				(systemClasses[name] === undefined
					? `${name} is not a known system priority class`
					: `value of ${name} PriorityClass must be ${systemClasses[name]}`);
			errors.push(forbiddenError('metadata.name', why));
		}
	} else if (value > highest) {
		const why = `maximum allowed value of a user defined priority is ${highest}`;
		errors.push(forbiddenError('value', why));
	}
	if (!policies.includes(policy)) {
		errors.push(notSupportedError('preemptionPolicy', policy, policies));
	}
	return errors;
}

/** Models ValidatePriorityClassUpdate. */
function validateUpdate(object: KubeObject, old: KubeObject): FieldError[] {
	const errors: FieldError[] = [];
	if (object['value'] !== old['value']) {
		errors.push(forbiddenError('value', 'may not be changed in an update.'));
	}
	if (object['preemptionPolicy'] !== old['preemptionPolicy']) {
		errors.push(invalidError('preemptionPolicy', object['preemptionPolicy'], 'field is immutable'));
	}
	return errors;
}

export const priorityClassKind: KindRules = {
	apiVersion: 'scheduling.k8s.io/v1',
	kind: 'PriorityClass',
	defaults: (object) => ({
		...object,
		preemptionPolicy: object['preemptionPolicy'] ?? 'PreemptLowerPriority'
	}),
	validate,
	validateUpdate,
	strategy: {
		changesGeneration: () => false,
		refuseDelete({ metadata: { name = '' } }) {
			if (systemClasses[name] === undefined) return undefined;
			const named = { group: 'scheduling.k8s.io', resource: 'priorityclasses' };
			return forbidden(named, name, 'this is a system priority class and cannot be deleted');
		}
	},
	printer: {
		columns: [
			nameColumn,
			column('Value', 'integer'),
			column('Global-Default', 'boolean'),
			ageColumn,
			column('PreemptionPolicy')
		],
		row: (object, nowMs) => [
			object.metadata.name ?? '',
			object['value'] ?? 0,
			object['globalDefault'] ?? false,
			age(object, nowMs),
			object['preemptionPolicy'] ?? ''
		]
	}
};
