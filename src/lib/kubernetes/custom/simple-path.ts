import { isRecord } from '../patch/merge-patch.ts';

/**
 * All that a JSONPath of a column or of the scale subresource finds: fields, indexes, `*` and `?(@.field=="value")`.
 * Models client-go/util/jsonpath with AllowMissingKeys.
 */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
	const steps = path.match(stepPattern) ?? [];
	return steps.reduce<readonly unknown[]>(
		(values, step) => values.flatMap((one) => taken(one, step)),
		[value]
	);
}

const stepPattern = /\[\?\([^)]*\)\]|\[[^\]]*\]|\.?(?:\\.|[^.[\]\\])+/g;

function taken(value: unknown, step: string): readonly unknown[] {
	const filter = /^\[\?\(\s*@\.([\w.-]+)\s*(==|!=)\s*["']?([^"')]*)["']?\s*\)\]$/.exec(step);
	if (filter !== null) {
		const [, field = '', sign, wanted] = filter;
		const items: readonly unknown[] = Array.isArray(value) ? value : [];
		return items.filter((item) => {
			const isSame = valuesAt(item, `.${field}`).some((one) => String(one) === wanted);
			return sign === '==' ? isSame : !isSame;
		});
	}
	const name =
		/^\[['"]?(.*?)['"]?\]$/.exec(step)?.[1] ?? step.replace(/^\./, '').replaceAll('\\', '');
	if (name === '*') return Array.isArray(value) ? (value as unknown[]) : Object.values(value ?? {});
	if (Array.isArray(value)) {
		const index = Number(name);
		const found = (value as unknown[]).at(index);
		return Number.isInteger(index) && found !== undefined ? [found] : [];
	}
	return isRecord(value) && Object.hasOwn(value, name) ? [value[name]] : [];
}

/** The fields of a path that has nothing but fields, e.g. `.spec.replicas`. */
export function fieldsOf(path: string): readonly string[] {
	return path.split('.').filter((part) => part !== '');
}

/** The same data with another value at a field. */
export function withValueAt(value: unknown, fields: readonly string[], inner: unknown): unknown {
	const [field, ...rest] = fields;
	if (field === undefined) return inner;
	const known = isRecord(value) ? value : {};
	return { ...known, [field]: withValueAt(known[field], rest, inner) };
}
