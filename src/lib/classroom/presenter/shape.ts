/** Says whether a value that came from elsewhere is what it should be. */
export type Shape<T> = (value: unknown) => value is T;

export const text: Shape<string> = (value) => typeof value === 'string';
export const flag: Shape<boolean> = (value) => typeof value === 'boolean';
/** Finite: neither NaN nor Infinity is a place or a time. */
export const number: Shape<number> = (value): value is number => Number.isFinite(value);

export function oneOf<const T extends string | number>(...values: readonly T[]): Shape<T> {
	return (value): value is T => (values as readonly unknown[]).includes(value);
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
	return (value): value is T | null => value === null || shape(value);
}

export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
	return (value): value is readonly T[] => Array.isArray(value) && value.every(shape);
}

/** With these fields; others do no harm. */
export function record<T extends object>(fields: {
	readonly [K in keyof T]-?: Shape<T[K]>;
}): Shape<T> {
	const entries = Object.entries<Shape<unknown>>(fields);
	return (value): value is T =>
		typeof value === 'object' &&
		value !== null &&
		entries.every(([name, shape]) => shape((value as Record<string, unknown>)[name]));
}
