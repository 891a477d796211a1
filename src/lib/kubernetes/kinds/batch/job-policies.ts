import {
	type FieldError,
	invalidError,
	invalidWhole,
	notSupportedError,
	duplicateError,
	requiredError,
	tooManyError
} from '../../validation/field-error.ts';
import { ruled } from '../../validation/metadata.ts';
import { qualifiedName } from '../../validation/name-rules.ts';
import { jobIndexes } from './job-indexes.ts';
import type { FailureRule, JobSpec, SuccessRule } from './job-spec.ts';

const actions = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const operators = ['In', 'NotIn'];
const statuses = ['False', 'True', 'Unknown'];

function valid(values: readonly string[]): string {
	return `valid values: [${values.map((value) => JSON.stringify(value)).join(' ')}]`;
}

function oneOf(value: string | undefined, values: readonly string[], path: string): FieldError[] {
	if (!value) return [requiredError(path, valid(values))];
	return values.includes(value) ? [] : [notSupportedError(path, value, values)];
}

/** Models pkg/apis/batch/validation/validation.go validatePodFailurePolicy. */
export function validateFailurePolicy(spec: JobSpec, path: string): FieldError[] {
	const { rules = [] } = spec.podFailurePolicy ?? {};
	const errors = rules.length > 20 ? [tooManyError(`${path}.rules`, rules.length, 20)] : [];
	return [
		...errors,
		...rules.flatMap((rule, index) => validateRule(spec, rule, `${path}.rules[${index}]`))
	];
}

function validateRule(spec: JobSpec, rule: FailureRule, path: string): FieldError[] {
	const { action, onExitCodes: codes, onPodConditions: conditions = [] } = rule;
	const errors: FieldError[] = [];
	if (action === 'FailIndex') {
		if (spec.backoffLimitPerIndex === undefined) {
			const why = 'requires the backoffLimitPerIndex to be set';
			errors.push(invalidError(`${path}.action`, action, why));
		}
	} else errors.push(...oneOf(action, actions, `${path}.action`));
	if (codes !== undefined) errors.push(...validateCodes(spec, codes, `${path}.onExitCodes`));
	if (conditions.length > 20) {
		errors.push(tooManyError(`${path}.onPodConditions`, conditions.length, 20));
	}
	conditions.forEach(({ type = '', status }, index) => {
		const at = `${path}.onPodConditions[${index}]`;
		errors.push(...ruled(qualifiedName, type, `${at}.type`));
		errors.push(...oneOf(status, statuses, `${at}.status`));
	});
	const [hasCodes, hasConditions] = [codes !== undefined, conditions.length > 0];
	if (hasCodes && hasConditions) {
		const why = 'specifying both OnExitCodes and OnPodConditions is not supported';
		errors.push(invalidWhole(path, why));
	} else if (!hasCodes && !hasConditions) {
		const why = 'specifying one of OnExitCodes and OnPodConditions is required';
		errors.push(invalidWhole(path, why));
	}
	return errors;
}

function validateCodes(
	{ template }: JobSpec,
	{ operator, containerName, values = [] }: NonNullable<FailureRule['onExitCodes']>,
	path: string
): FieldError[] {
	const errors = oneOf(operator, operators, `${path}.operator`);
	const { containers, initContainers = [] } = template.spec;
	const names = [...containers, ...initContainers].map(({ name }) => name);
	if (containerName !== undefined && !names.includes(containerName)) {
		const why = 'must be one of the container or initContainer names in the pod template';
		errors.push(invalidError(`${path}.containerName`, containerName, why));
	}
	const at = `${path}.values`;
	if (values.length === 0) {
		errors.push(invalidError(at, null, 'at least one value is required'));
	} else if (values.length > 255) errors.push(tooManyError(at, values.length, 255));
	values.forEach((value, index) => {
		if (operator === 'In' && value === 0) {
			errors.push(invalidError(`${at}[${index}]`, value, 'must not be 0 for the In operator'));
		}
		if (values.indexOf(value) < index) errors.push(duplicateError(`${at}[${index}]`, value));
	});
	const isOrdered = values.every((value, index) => index === 0 || values[index - 1]! <= value);
	return isOrdered ? errors : [...errors, invalidError(at, values, 'must be ordered')];
}

/** Models validateSuccessPolicy; upstream prints its own struct. */
export function validateSuccessPolicy(spec: JobSpec, path: string): FieldError[] {
	const rules = spec.successPolicy?.rules ?? [];
	if (spec.completionMode !== 'Indexed') {
		const Rules = rules.map(({ succeededIndexes = null, succeededCount = null }) => ({
			SucceededIndexes: succeededIndexes,
			SucceededCount: succeededCount
		}));
		return [invalidError(path, { Rules }, 'requires indexed completion mode')];
	}
	const at = `${path}.rules`;
	if (rules.length === 0) {
		return [
			requiredError(at, 'at least one rules must be specified when the successPolicy is specified')
		];
	}
	const errors = rules.length > 20 ? [tooManyError(at, rules.length, 20)] : [];
	return [
		...errors,
		...rules.flatMap((rule, index) => validateSuccessRule(rule, spec, `${at}[${index}]`))
	];
}

function validateSuccessRule(rule: SuccessRule, spec: JobSpec, path: string): FieldError[] {
	const { succeededCount: count, succeededIndexes: indexes } = rule;
	if (count === undefined && indexes === undefined) {
		return [
			requiredError(path, 'at least one of succeededCount or succeededIndexes must be specified')
		];
	}
	const errors: FieldError[] = [];
	let total = 0;
	if (indexes !== undefined) {
		const parsed = jobIndexes(indexes, spec.completions ?? 0);
		if ('why' in parsed) {
			const why = `error parsing succeededIndexes: ${parsed.why}`;
			errors.push(invalidError(`${path}.succeededIndexes`, indexes, why));
		} else total = parsed.count;
	}
	if (count !== undefined) {
		const at = `${path}.succeededCount`;
		if (count < 0) errors.push(invalidError(at, count, 'must be greater than or equal to 0'));
		const { completions = 0 } = spec;
		if (count > completions) {
			errors.push(
				invalidError(
					at,
					count,
					`must be less than or equal to ${completions} (the number of specified completions)`
				)
			);
		}
		if (indexes !== undefined && count > total) {
			errors.push(
				invalidError(
					at,
					count,
					`must be less than or equal to ${total} (the number of indexes in the specified succeededIndexes field)`
				)
			);
		}
	}
	return errors;
}
