import type { Toleration } from '../pod.ts';
import { type FieldError, invalidError, notSupportedError } from './field-error.ts';
import { ruled } from './metadata.ts';
import { labelValue, qualifiedName } from './name-rules.ts';

export const taintEffects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** Models pkg/apis/core/validation/validation.go ValidateTolerations. */
export function validateTolerations(
	tolerations: readonly Toleration[],
	path: string
): FieldError[] {
	return tolerations.flatMap((toleration, index) => validateOne(toleration, `${path}[${index}]`));
}

function validateOne(toleration: Toleration, path: string): FieldError[] {
	const { key = '', operator = '', value = '', effect = '', tolerationSeconds } = toleration;
	const errors: FieldError[] = key === '' ? [] : ruled(qualifiedName, key, `${path}.key`);
	if (key === '' && operator !== 'Exists') {
		errors.push(
			invalidError(
				`${path}.operator`,
				operator,
				'operator must be Exists when `key` is empty, which means "match all values and all keys"'
			)
		);
	}
	if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
		errors.push(
			invalidError(
				`${path}.effect`,
				effect,
				"effect must be 'NoExecute' when `tolerationSeconds` is set"
			)
		);
	}
	if (operator === 'Equal' || operator === '') {
		errors.push(...labelValue(value).map((text) => invalidError(`${path}.operator`, value, text)));
	} else if (operator === 'Exists') {
		if (value !== '') {
			errors.push(
				invalidError(
					`${path}.operator`,
					toleration,
					"value must be empty when `operator` is 'Exists'"
				)
			);
		}
	} else {
		errors.push(notSupportedError(`${path}.operator`, operator, ['Equal', 'Exists']));
	}
	if (effect !== '' && !taintEffects.includes(effect)) {
		errors.push(notSupportedError(`${path}.effect`, effect, taintEffects));
	}
	return errors;
}
