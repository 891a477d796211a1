import { isRecord } from '../patch/merge-patch.ts';
import type { GoField } from './go-layout.ts';
import { internalStructs } from './internal-layout.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Structs of meta/v1 name their fields in JSON also there, and leave out what is empty. */
const named: readonly string[] = ['v1.LabelSelector', 'v1.ObjectMeta'];
const numbers: readonly string[] = ['int32', 'int64', 'int'];

/**
 * A part of an object as the API server's own struct of it would be written as JSON: fields in the order of their declaration,
 * by their Go names, absent ones as zero or null.
 *
 * @param type without its package, e.g. `PodSpec`
 */
export function internalValue(value: unknown, type: string): unknown {
	const given = type === 'PodSpec' && isRecord(value) ? withNamespacesInside(value) : value;
	return ofType(given, `v1.${type}`);
}

/** A Pod's template: its metadata are embedded. */
export function internalTemplate({ metadata, spec }: Fields): unknown {
	return { ...(metadata as Fields | undefined), Spec: internalValue(spec, 'PodSpec') };
}

const shared = ['hostNetwork', 'hostPID', 'hostIPC', 'shareProcessNamespace', 'hostUsers'];

/** Models pkg/apis/core/v1/conversion.go Convert_v1_PodSpec_To_core_PodSpec. */
function withNamespacesInside(spec: Fields): Fields {
	const inside = Object.fromEntries(shared.map((field) => [field, spec[field]]));
	return { ...spec, securityContext: { ...inside, ...(spec['securityContext'] as Fields) } };
}

function ofType(value: unknown, type: string): unknown {
	const isAbsent = value === undefined || value === null;
	if (type.startsWith('*')) return isAbsent ? null : ofType(value, type.slice(1));
	if (type.startsWith('[]')) {
		const items = (value ?? []) as readonly unknown[];
		return items.length === 0 ? null : items.map((item) => ofType(item, type.slice(2)));
	}
	if (type.startsWith('map[') || type === 'v1.ResourceList') return sortedMap(value);
	const fields = named.includes(type) ? undefined : internalStructs().get(type);
	if (fields !== undefined) return structOf((value ?? {}) as Fields, fields);
	if (!isAbsent) return value;
	if (type === 'bool') return false;
	if (named.includes(type)) return null;
	return numbers.includes(type) || type === 'intstr.IntOrString' ? 0 : '';
}

function structOf(value: Fields, fields: readonly GoField[]): Fields {
	const struct: Record<string, unknown> = {};
	for (const { name, json, type } of fields) {
		if (json !== '') struct[name] = ofType(value[json], type);
		else if (type === 'v1.ObjectMeta') Object.assign(struct, value['metadata']);
		else Object.assign(struct, ofType(value, type));
	}
	return struct;
}

function sortedMap(value: unknown): unknown {
	const entries = Object.entries((value ?? {}) as Fields);
	if (entries.length === 0) return null;
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
