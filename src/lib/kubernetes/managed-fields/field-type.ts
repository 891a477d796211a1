/**
 * How a value is divided among managers. An atomic map or list belongs to one manager as a whole; `keys` tell the items of a
 * list apart, none at all make it a set of plain values; `anything` has no schema: lists in it are atomic.
 *
 * Models structured-merge-diff schema/elements.go.
 */
export type FieldType =
	| { readonly kind: 'scalar'; readonly scalar: 'numeric' | 'string' | 'boolean' | 'untyped' }
	| ListType
	| MapType
	| { readonly kind: 'anything' };

export interface ListType {
	readonly kind: 'list';
	/** Undefined: atomic. Empty: a set. */
	readonly keys: readonly string[] | undefined;
	readonly element: FieldType;
}

export interface MapType {
	readonly kind: 'map';
	readonly isAtomic: boolean;
	/** The type of a field that the schema names. */
	field(name: string): FieldType | undefined;
	/** The type of all others; undefined: there are none. */
	readonly others: FieldType | undefined;
	/** What a key of a list is when an item doesn't say. */
	defaultOf(name: string): unknown;
}

const anything: FieldType = { kind: 'anything' };
const anyScalar: FieldType = { kind: 'scalar', scalar: 'untyped' };
const anyList: ListType = { kind: 'list', keys: undefined, element: anything };
const anyMap: MapType = {
	kind: 'map',
	isAtomic: false,
	field: () => undefined,
	others: anything,
	defaultOf: () => undefined
};

export const untyped = { anything, anyScalar };

/** What the type is for that value; null and nothing take any form. Models typed/helpers.go deduceAtom. */
export function typeFor(type: FieldType, value: unknown): Exclude<FieldType, { kind: 'anything' }> {
	if (type.kind !== 'anything') return type;
	if (Array.isArray(value)) return anyList;
	return typeof value === 'object' || value === undefined
		? anyMap
		: (anyScalar as Exclude<FieldType, { kind: 'anything' }>);
}

/** The type of a field or of a map's value. */
export function typeOfField(map: MapType, name: string): FieldType {
	return map.field(name) ?? map.others ?? anything;
}
