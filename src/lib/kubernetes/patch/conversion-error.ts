import { type SchemaField, type SchemaType, schemaType } from '../schema/schema.ts';
import { isRecord } from './merge-patch.ts';

/**
 * The first value of a patch that can't be a value of its field, in the words of the converter that a strategic merge patch
 * goes through; undefined when there is none. Models apimachinery/pkg/runtime/converter.go fromUnstructured.
 */
export function conversionError(patch: unknown, kind: string): string | undefined {
	const type = schemaType(kind);
	return type && isRecord(patch) ? ofStruct(patch, type) : undefined;
}

function ofStruct(value: Record<string, unknown>, type: SchemaType): string | undefined {
	for (const [name, field] of type) {
		const why = ofField(value[name], field);
		if (why !== undefined) return why;
	}
	return undefined;
}

function ofField(value: unknown, field: SchemaField): string | undefined {
	if (value === undefined || value === null) return undefined;
	if (field.shape === 'one') return ofValue(value, field);
	const isList = field.shape === 'list';
	if (isList ? !Array.isArray(value) : !isRecord(value)) {
		return `cannot restore ${isList ? 'slice' : 'map'} from ${goKind(value)}`;
	}
	for (const item of Object.values(value)) {
		const why = ofValue(item, field);
		if (why !== undefined) return why;
	}
	return undefined;
}

function ofValue(value: unknown, field: SchemaField): string | undefined {
	if (value === null) return undefined;
	const type = schemaType(field.type);
	if (type !== undefined) {
		return isRecord(value) ? ofStruct(value, type) : `cannot restore struct from: ${goKind(value)}`;
	}
	const fits = scalarFits[field.type]?.(value) ?? true;
	if (fits) return undefined;
	// Go converts numbers to numbers and to strings; what it can't convert at all is told in other words.
	const isConvertible = typeof value === 'number' && field.type !== 'b';
	return isConvertible
		? `cannot convert ${goKind(value)} to ${field.goType}`
		: `unrecognized type: ${scalarKinds[field.type]!}`;
}

const scalarKinds: Readonly<Record<string, string>> = {
	s: 'string',
	b: 'bool',
	i: 'int32',
	l: 'int64'
};

const scalarFits: Readonly<Record<string, (value: unknown) => boolean>> = {
	s: (value) => typeof value === 'string',
	b: (value) => typeof value === 'boolean',
	i: (value) => typeof value === 'number',
	l: (value) => typeof value === 'number'
};

function goKind(value: unknown): string {
	if (Array.isArray(value)) return 'slice';
	if (isRecord(value)) return 'map';
	if (typeof value === 'number') return Number.isInteger(value) ? 'int64' : 'float64';
	return typeof value === 'boolean' ? 'bool' : 'string';
}
