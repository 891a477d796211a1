import { RecordingError } from './recording-error.ts';

/** Looks at a value at a place, and throws where it isn't what it must be. */
export type Check = (value: unknown, place: string) => void;

const named = (value: unknown): string =>
	value === undefined
		? 'missing'
		: value === null
			? 'null'
			: Array.isArray(value)
				? 'a list'
				: `a ${typeof value}`;

function must(holds: boolean, value: unknown, place: string, what: string): void {
	if (!holds) throw new RecordingError(place, `must be ${what}, it is ${named(value)}`);
}

export const text: Check = (value, place) =>
	must(typeof value === 'string', value, place, 'a text');

export const number: Check = (value, place) =>
	must(typeof value === 'number' && Number.isFinite(value), value, place, 'a number');

export const record: Check = (value, place) =>
	must(
		typeof value === 'object' && value !== null && !Array.isArray(value),
		value,
		place,
		'an object'
	);

/** Fields that must be there, and fields that may. */
export function fields(
	needed: Readonly<Record<string, Check>>,
	optional: Readonly<Record<string, Check>> = {}
): Check {
	return (value, place) => {
		record(value, place);
		const found = value as Readonly<Record<string, unknown>>;
		const at = (name: string) => (place === '' ? name : `${place}.${name}`);
		for (const [name, check] of Object.entries(needed)) check(found[name], at(name));
		for (const [name, check] of Object.entries(optional)) {
			if (found[name] !== undefined && found[name] !== null) check(found[name], at(name));
		}
	};
}

export function list(of: Check): Check {
	return (value, place) => {
		must(Array.isArray(value), value, place, 'a list');
		(value as readonly unknown[]).forEach((each, i) => of(each, `${place}[${i}]`));
	};
}

/** A list of two. */
export function pair(first: Check, second: Check): Check {
	return (value, place) => {
		must(Array.isArray(value) && value.length === 2, value, place, 'a list of two');
		const [a, b] = value as readonly unknown[];
		first(a, `${place}[0]`);
		second(b, `${place}[1]`);
	};
}

/** An object with any names. */
export function each(of: Check): Check {
	return (value, place) => {
		record(value, place);
		for (const [name, one] of Object.entries(value as object))
			of(one, `${place}[${JSON.stringify(name)}]`);
	};
}

export function oneOf(...words: readonly string[]): Check {
	return (value, place) =>
		must(words.includes(value as string), value, place, `one of ${words.join(', ')}`);
}
