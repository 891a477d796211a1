/** A number of a JSON text that JavaScript would write in another way, such as `1.0`, `1e3` or an integer above 2^53. */
export class NumberLiteral {
	constructor(readonly text: string) {}

	toString(): string {
		return this.text;
	}
}

/** The same data with every number as a number, as Go reads it where it expects nothing in particular. */
export function plainNumbers(value: unknown): unknown {
	if (value instanceof NumberLiteral) return Number(value.text);
	if (Array.isArray(value)) return value.map(plainNumbers);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, plainNumbers(inner)])
	);
}
