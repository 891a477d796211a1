import { isRecord } from '../patch/merge-patch.ts';

/** A value as Go prints it with %#v. */
export function goSyntax(value: unknown): string {
	if (value === null || value === undefined) return 'interface {}(nil)';
	if (Array.isArray(value)) return `[]interface {}{${value.map(goSyntax).join(', ')}}`;
	if (!isRecord(value)) return JSON.stringify(value);
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	const texts = entries.map(([key, inner]) => `${JSON.stringify(key)}:${goSyntax(inner)}`);
	return `map[string]interface {}{${texts.join(', ')}}`;
}

/** A value's type as Go prints it with %T. */
export function goTypeOf(value: unknown): string {
	if (value === null || value === undefined) return '<nil>';
	if (Array.isArray(value)) return '[]interface {}';
	if (typeof value === 'object') return 'map[string]interface {}';
	if (typeof value === 'boolean') return 'bool';
	return typeof value === 'number' ? 'float64' : 'string';
}
