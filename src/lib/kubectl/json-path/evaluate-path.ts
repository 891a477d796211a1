import { goText } from '../output/go-text.ts';
import { JsonPathError, type Operand, type PathStep } from './json-path-syntax.ts';

/**
 * Everything that the path finds, in order; a missing key finds nothing.
 *
 * Models client-go util/jsonpath/jsonpath.go with AllowMissingKeys.
 *
 * @throws JsonPathError where an index is out of bounds
 */
export function evaluatePath(steps: readonly PathStep[], value: unknown): readonly unknown[] {
	return steps.reduce<readonly unknown[]>(
		(values, step) => values.flatMap((one) => evaluateStep(step, one)),
		[value]
	);
}

function evaluateStep(step: PathStep, value: unknown): readonly unknown[] {
	switch (step.type) {
		case 'field':
			return isRecord(value) && Object.hasOwn(value, step.name) ? [value[step.name]] : [];
		case 'wildcard':
			return children(value);
		case 'recursive':
			return descendants(value);
		case 'union':
			return step.branches.flatMap((branch) => evaluatePath(branch, value));
		case 'slice':
			return slice(step, value);
		case 'filter':
			return children(value).filter((item) => passes(step, item));
	}
}

function slice(step: Extract<PathStep, { type: 'slice' }>, value: unknown): readonly unknown[] {
	if (value === null || value === undefined) return [];
	if (!Array.isArray(value)) throw new JsonPathError(`${goText(value)} is not array or slice`);
	const length = value.length;
	const fromEnd = (index: number): number => (index < 0 ? index + length : index);
	const start = fromEnd(step.start ?? 0);
	const end = step.isIndex && step.start !== undefined ? start + 1 : fromEnd(step.end ?? length);
	if (start === end) return [];
	const outside = start < 0 || start >= length ? start : end > length || end < 0 ? end - 1 : -1;
	if (outside !== -1 || start < 0) {
		throw new JsonPathError(`array index out of bounds: index ${outside}, length ${length}`);
	}
	if (start > end) {
		throw new JsonPathError(`starting index ${start} is greater than ending index ${end}`);
	}
	const stride = Math.max(1, step.step ?? 1);
	return value.slice(start, end).filter((_, index) => index % stride === 0);
}

function passes(step: Extract<PathStep, { type: 'filter' }>, item: unknown): boolean {
	const left = operandValues(step.left, item);
	if (step.operator === 'exists') return left.length > 0;
	const right = step.right === undefined ? [] : operandValues(step.right, item);
	if (left.length === 0 || right.length === 0) return false;
	const a = left[0] as string | number | boolean;
	const b = right[0] as string | number | boolean;
	switch (step.operator) {
		case '==':
			return a === b;
		case '!=':
			return a !== b;
		case '<':
			return a < b;
		case '<=':
			return a <= b;
		case '>':
			return a > b;
		case '>=':
			return a >= b;
	}
}

function operandValues(operand: Operand, item: unknown): readonly unknown[] {
	return operand.type === 'value' ? [operand.value] : evaluatePath(operand.steps, item);
}

function children(value: unknown): readonly unknown[] {
	if (Array.isArray(value)) return value;
	return isRecord(value) ? sortedValues(value) : [];
}

function descendants(value: unknown): readonly unknown[] {
	return [value, ...children(value).flatMap(descendants)];
}

function sortedValues(record: Readonly<Record<string, unknown>>): readonly unknown[] {
	return Object.keys(record)
		.sort()
		.map((key) => record[key]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
