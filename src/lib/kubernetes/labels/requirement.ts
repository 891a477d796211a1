import { labelValue, qualifiedName } from '../validation/name-rules.ts';

export type LabelOperator = 'in' | 'notin' | '=' | '==' | '!=' | 'exists' | '!' | 'gt' | 'lt';

/** One term of a label selector; terms are ANDed. */
export interface Requirement {
	readonly key: string;
	readonly operator: LabelOperator;
	/** A set, sorted. */
	readonly values: readonly string[];
}

const integer = /^[+-]?\d+$/;

/**
 * A requirement that can be answered.
 *
 * Models apimachinery pkg/labels/selector.go NewRequirement.
 *
 * @throws Error with upstream's text
 */
export function newRequirement(
	key: string,
	operator: LabelOperator,
	values: readonly string[]
): Requirement {
	checkLabelKey(key);
	checkValueCount(operator, values);
	values.forEach((value, index) => {
		if ((operator === 'gt' || operator === 'lt') && !integer.test(value)) {
			throw invalid(
				`values[${index}]`,
				value,
				"for 'Gt', 'Lt' operators, the value must be an integer"
			);
		}
		const wrong = labelValue(value);
		if (wrong.length > 0) throw invalid(`values[${index}][${key}]`, value, wrong.join('; '));
	});
	return { key, operator, values: [...new Set(values)].sort() };
}

/** @throws Error with upstream's text when the key is no label key */
export function checkLabelKey(key: string): void {
	const wrong = qualifiedName(key);
	// Upstream gives no path here, which prints as a nil pointer.
	if (wrong.length > 0) throw invalid('<nil>', key, wrong.join('; '));
}

function checkValueCount(operator: LabelOperator, values: readonly string[]): void {
	const isSet = operator === 'in' || operator === 'notin';
	if (isSet && values.length === 0) {
		throw new Error(
			"values: Invalid value: []: for 'in', 'notin' operators, values set can't be empty"
		);
	}
	if ((operator === 'exists' || operator === '!') && values.length > 0) {
		throw new Error(
			`values: Invalid value: ${JSON.stringify(values)}: values set must be empty for exists and does not exist`
		);
	}
	if (!isSet && operator !== 'exists' && operator !== '!' && values.length !== 1) {
		throw new Error(
			`values: Invalid value: ${JSON.stringify(values)}: exact-match compatibility requires one single value`
		);
	}
}

function invalid(path: string, value: string, detail: string): Error {
	return new Error(`${path}: Invalid value: ${JSON.stringify(value)}: ${detail}`);
}

/** Whether the labels satisfy it; `notin`, `!=` and `!` are satisfied by a missing key. Models Requirement.Matches. */
export function requirementMatches(
	{ key, operator, values }: Requirement,
	labels: Readonly<Record<string, string>>
): boolean {
	const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
	switch (operator) {
		case 'exists':
			return value !== undefined;
		case '!':
			return value === undefined;
		case 'notin':
		case '!=':
			return value === undefined || !values.includes(value);
		case 'gt':
		case 'lt':
			return value !== undefined && compares(value, operator, values[0] ?? '');
		default:
			return value !== undefined && values.includes(value);
	}
}

function compares(left: string, operator: 'gt' | 'lt', right: string): boolean {
	if (!integer.test(left) || !integer.test(right)) return false;
	const [a, b] = [BigInt(left.replace('+', '')), BigInt(right.replace('+', ''))];
	return operator === 'gt' ? a > b : a < b;
}

/** Models Requirement.String. */
export function formatRequirement({ key, operator, values }: Requirement): string {
	const list = [...values].sort().join(',');
	switch (operator) {
		case 'exists':
			return key;
		case '!':
			return `!${key}`;
		case 'in':
		case 'notin':
			return `${key} ${operator} (${list})`;
		case 'gt':
			return `${key}>${list}`;
		case 'lt':
			return `${key}<${list}`;
		default:
			return `${key}${operator}${list}`;
	}
}
