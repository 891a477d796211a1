import type { LabelSelector } from '../labels/selector.ts';
import { type FieldError, forbiddenError, invalidError, requiredError } from './field-error.ts';
import { ruled, validateLabels } from './metadata.ts';
import { labelValue, qualifiedName } from './name-rules.ts';

/** One requirement of a selector of labels or of nodes. */
export interface Expression {
	readonly key: string;
	readonly operator: string;
	readonly values?: readonly string[];
}

/**
 * Models apimachinery pkg/apis/meta/v1/validation/validation.go ValidateLabelSelector.
 */
export function validateLabelSelector(
	selector: LabelSelector | undefined,
	path: string
): FieldError[] {
	return [
		...validateLabels(selector?.matchLabels, `${path}.matchLabels`),
		...(selector?.matchExpressions ?? []).flatMap((expression, index) => {
			const at = `${path}.matchExpressions[${index}]`;
			return [
				...validateExpression(expression, false, at),
				...(expression.values ?? []).flatMap((value, place) =>
					ruled(labelValue, value, `${at}.values[${place}]`)
				)
			];
		})
	];
}

/**
 * Models ValidateLabelSelectorRequirement and ValidateNodeSelectorRequirement.
 *
 * @param ordered selectors of nodes have Gt and Lt too
 */
export function validateExpression(
	{ key = '', operator, values = [] }: Expression,
	ordered: boolean,
	path: string
): FieldError[] {
	return [
		...validateOperator(operator, values, ordered, path),
		...ruled(qualifiedName, key, `${path}.key`)
	];
}

function validateOperator(
	operator: string,
	values: readonly string[],
	ordered: boolean,
	path: string
): FieldError[] {
	const at = `${path}.values`;
	switch (operator) {
		case 'In':
		case 'NotIn':
			return values.length > 0
				? []
				: [requiredError(at, "must be specified when `operator` is 'In' or 'NotIn'")];
		case 'Exists':
		case 'DoesNotExist':
			return values.length === 0
				? []
				: [
						forbiddenError(at, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")
					];
		case 'Gt':
		case 'Lt':
			if (ordered) {
				return values.length === 1
					? []
					: [requiredError(at, "must be specified single value when `operator` is 'Lt' or 'Gt'")];
			}
	}
	return [invalidError(`${path}.operator`, operator ?? '', 'not a valid selector operator')];
}
