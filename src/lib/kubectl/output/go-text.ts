/** A value of JSON as Go's `fmt.Sprint` prints it: `map[a:b]`, `[1 2]`, `<nil>`. */
export function goText(value: unknown): string {
	if (value === null || value === undefined) return '<nil>';
	if (Array.isArray(value)) return `[${value.map(goText).join(' ')}]`;
	if (typeof value !== 'object') return String(value);
	const fields = Object.entries(value)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, field]) => `${key}:${goText(field)}`);
	return `map[${fields.join(' ')}]`;
}
