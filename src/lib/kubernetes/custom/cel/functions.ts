import { isDeepEqual } from '../../deep-equal.ts';
import { isRecord } from '../../patch/merge-patch.ts';
import { patternOf } from '../value-errors.ts';
import { CelError } from './expression.ts';

type Fun = (...given: readonly unknown[]) => unknown;

function refuse(): never {
	throw new CelError('no such overload');
}

function number(value: unknown): number {
	return typeof value === 'number' ? value : refuse();
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : refuse();
}

function list(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : refuse();
}

/** Below 0: the first comes before the second. */
function order(a: unknown, b: unknown): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
	return text(a) < text(b) ? -1 : a === b ? 0 : 1;
}

function divided(a: unknown, b: unknown): number {
	const quotient = number(a) / number(b);
	if (!Number.isInteger(a) || !Number.isInteger(b)) return quotient;
	if (b === 0) throw new CelError('division by zero');
	return Math.trunc(quotient);
}

function sum(a: unknown, b: unknown): unknown {
	if (typeof a === 'number') return a + number(b);
	return typeof a === 'string' ? a + text(b) : [...list(a), ...list(b)];
}

function size(value: unknown): number {
	if (typeof value === 'string') return [...value].length;
	return isRecord(value) ? Object.keys(value).length : list(value).length;
}

function isIn(item: unknown, of: unknown): boolean {
	if (isRecord(of)) return Object.hasOwn(of, String(item));
	return list(of).some((one) => isDeepEqual(one, item));
}

function int(value: unknown): number {
	const whole = Math.trunc(Number(value));
	if (Number.isNaN(whole)) throw new CelError('type conversion error from string to int');
	return whole;
}

function matches(value: unknown, pattern: unknown): boolean {
	const expression = patternOf(text(pattern));
	if (expression === undefined) throw new CelError(`error parsing regexp: ${text(pattern)}`);
	return expression.test(text(value));
}

/** What CEL's operators, its functions and those of Kubernetes' libraries do. Models apiserver/pkg/cel/library. */
export const functions: Readonly<Record<string, Fun>> = {
	'!': (a) => (typeof a === 'boolean' ? !a : refuse()),
	negate: (a) => -number(a),
	'==': (a, b) => isDeepEqual(a, b),
	'!=': (a, b) => !isDeepEqual(a, b),
	'<': (a, b) => order(a, b) < 0,
	'<=': (a, b) => order(a, b) <= 0,
	'>': (a, b) => order(a, b) > 0,
	'>=': (a, b) => order(a, b) >= 0,
	'+': sum,
	'-': (a, b) => number(a) - number(b),
	'*': (a, b) => number(a) * number(b),
	'/': divided,
	'%': (a, b) => (b === 0 ? refuse() : number(a) % number(b)),
	in: isIn,
	bool: (a) => a === true || a === 'true',
	contains: (a, b) => text(a).includes(text(b)),
	double: (a) => Number(a),
	endsWith: (a, b) => text(a).endsWith(text(b)),
	indexOf: (a, b) =>
		typeof a === 'string' ? a.indexOf(text(b)) : list(a).findIndex((one) => isDeepEqual(one, b)),
	int,
	isSorted: (a) =>
		list(a).every((one, index, all) => index === 0 || order(all[index - 1], one) <= 0),
	join: (a, between = '') => list(a).map(text).join(text(between)),
	lastIndexOf: (a, b) => text(a).lastIndexOf(text(b)),
	lowerAscii: (a) => text(a).replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()),
	matches,
	max: (...a) => extreme(a, 1),
	min: (...a) => extreme(a, -1),
	replace: (a, from, to) => text(a).replaceAll(text(from), text(to)),
	size,
	split: (a, at) => text(a).split(text(at)),
	startsWith: (a, b) => text(a).startsWith(text(b)),
	string: (a) => String(a as string | number | boolean),
	substring: (a, from, to) =>
		text(a).slice(number(from), to === undefined ? undefined : number(to)),
	sum: (a) => list(a).reduce<number>((total, one) => total + number(one), 0),
	trim: (a) => text(a).trim(),
	uint: int,
	upperAscii: (a) => text(a).replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())
};

function extreme(given: readonly unknown[], sign: 1 | -1): unknown {
	const items = given.length === 1 && Array.isArray(given[0]) ? list(given[0]) : given;
	if (items.length === 0) throw new CelError('min called on empty list');
	return items.reduce((best, one) => (order(one, best) * sign > 0 ? one : best));
}
