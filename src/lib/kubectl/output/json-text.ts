/**
 * JSON as Go writes it: keys of maps sorted, `<`, `>` and `&` escaped.
 *
 * Models encoding/json Marshal and MarshalIndent.
 */
export function jsonText(value: unknown, indent = ''): string {
	return goEscape(JSON.stringify(sortKeys(value), undefined, indent));
}

/** The same, with the fields in the order that they have: a Go struct instead of a map. */
export function jsonTextUnsorted(value: unknown, indent = ''): string {
	return goEscape(JSON.stringify(value, undefined, indent));
}

const escapes: Readonly<Record<string, string>> = {
	'<': '\\u003c',
	'>': '\\u003e',
	'&': '\\u0026',
	'\u2028': '\\u2028',
	'\u2029': '\\u2029'
};

function goEscape(json: string): string {
	return json.replace(/[<>&\u2028\u2029]/g, (char) => escapes[char]!);
}

function sortKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sortKeys);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, field]) => [key, sortKeys(field)])
	);
}
