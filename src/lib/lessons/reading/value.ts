import type { Place } from './problem.ts';

/** A value of a YAML text, and where it stands. */
export type Value = Scalar | List | Fields;

export interface Scalar {
	readonly type: 'scalar';
	readonly value: string | number | boolean | null;
	readonly place: Place;
	/** Where the first line of a block of text (`|`) stands, which is taken as it is written. */
	readonly blockPlace?: Place;
}

export interface List {
	readonly type: 'list';
	readonly items: readonly Value[];
	readonly place: Place;
}

export interface Fields {
	readonly type: 'fields';
	readonly fields: readonly Field[];
	readonly place: Place;
}

export interface Field {
	readonly name: string;
	/** Of the name. */
	readonly place: Place;
	readonly value: Value;
}

/** The field of that name. */
export function fieldOf(fields: Fields, name: string): Field | undefined {
	return fields.fields.find((field) => field.name === name);
}

/** As JSON would give it. */
export function plainValue(value: Value): unknown {
	switch (value.type) {
		case 'scalar':
			return value.value;
		case 'list':
			return value.items.map(plainValue);
		case 'fields':
			return Object.fromEntries(
				value.fields.map(({ name, value: each }) => [name, plainValue(each)])
			);
	}
}

/** What stands at a path of names; undefined when nothing does. */
export function valueAt(value: Value | undefined, ...path: readonly string[]): Value | undefined {
	return path.reduce<Value | undefined>(
		(at, name) => (at?.type === 'fields' ? fieldOf(at, name)?.value : undefined),
		value
	);
}

/** The items of a list; none of anything else. */
export function itemsOf(value: Value | undefined): readonly Value[] {
	return value?.type === 'list' ? value.items : [];
}

/** The fields, of anything else none. */
export function fieldsOf(value: Value | undefined): readonly Field[] {
	return value?.type === 'fields' ? value.fields : [];
}

/** Texts that stand under a name in each item of a list. */
export function namesIn(list: Value | undefined, name: string): readonly string[] {
	return itemsOf(list).flatMap((item) => {
		const found = valueAt(item, name);
		return found?.type === 'scalar' ? [String(found.value)] : [];
	});
}
