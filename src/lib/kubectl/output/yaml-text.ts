import { compareNaturally } from './natural-order.ts';
import { yamlScalar } from './yaml-scalar.ts';

/**
 * An object as YAML, byte for byte as kubectl prints it: keys sorted, lists not indented, long texts folded.
 *
 * Models sigs.k8s.io/yaml Marshal.
 */
export function yamlText(value: unknown): string {
	if (isMap(value) && Object.keys(value).length > 0) return `${mapLines(value, 0)}\n`;
	if (Array.isArray(value) && value.length > 0) return `${listLines(value, 0)}\n`;
	return `${scalar(value, 0, 2)}\n`;
}

type Fields = Readonly<Record<string, unknown>>;

function mapLines(map: Fields, indent: number): string {
	return Object.entries(map)
		.filter(([, value]) => value !== undefined)
		.sort(([a], [b]) => compareNaturally(a, b))
		.map(([key, value]) => {
			const name = `${yamlScalar(key, indent, indent, true)}:`;
			return name + after(value, indent, indent + name.length + 1);
		})
		.join(`\n${' '.repeat(indent)}`);
}

/** What stands behind `key:`. */
function after(value: unknown, indent: number, column: number): string {
	const isList = Array.isArray(value);
	if (isList && value.length > 0) return `\n${' '.repeat(indent)}${listLines(value, indent)}`;
	if (!isList && isMap(value) && Object.keys(value).length > 0) {
		return `\n${' '.repeat(indent + 2)}${mapLines(value, indent + 2)}`;
	}
	return ` ${scalar(value, column, indent + 2)}`;
}

function listLines(list: readonly unknown[], indent: number): string {
	return list.map((item) => `- ${itemText(item, indent)}`).join(`\n${' '.repeat(indent)}`);
}

function itemText(item: unknown, indent: number): string {
	if (Array.isArray(item) && item.length > 0) return listLines(item, indent + 2);
	if (isMap(item) && Object.keys(item).length > 0) return mapLines(item, indent + 2);
	return scalar(item, indent + 2, indent + 2);
}

function scalar(value: unknown, column: number, indent: number): string {
	if (typeof value === 'string') return yamlScalar(value, column, indent, false);
	if (Array.isArray(value)) return '[]';
	if (isMap(value)) return '{}';
	return value === undefined ? 'null' : String(value);
}

function isMap(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
