import { isRecord } from '../patch/merge-patch.ts';
import { type FieldSet, mapped, noFields } from './field-set.ts';
import { type FieldType, type ListType, type MapType, typeFor, typeOfField } from './field-type.ts';
import { elementOrNone } from './list-item.ts';
import { fieldElement, fieldNameOf } from './path-element.ts';

/**
 * A value without the items and fields of a set; what is left empty by it becomes null. Models structured-merge-diff
 * typed/remove.go.
 */
export function without(value: unknown, set: FieldSet, declared: FieldType): unknown {
	const type = typeFor(declared, value);
	if (type.kind === 'list') return listWithout(value, set, type);
	return type.kind === 'map' ? mapWithout(value, set, type) : value;
}

function listWithout(value: unknown, set: FieldSet, type: ListType): unknown {
	if (!Array.isArray(value) || value.length === 0 || type.keys === undefined) return null;
	const items: unknown[] = [];
	for (const item of value as readonly unknown[]) {
		const node = set.get(elementOrNone(type, item) ?? '');
		if (node?.owned === true) continue;
		const isTouched = node !== undefined && node.below.size > 0;
		items.push(isTouched ? without(item, node.below, type.element) : item);
	}
	return items.length > 0 ? items : null;
}

function mapWithout(value: unknown, set: FieldSet, type: MapType): unknown {
	if (!isRecord(value) || Object.keys(value).length === 0 || type.isAtomic) return null;
	const fields: Record<string, unknown> = {};
	for (const [name, inner] of Object.entries(value)) {
		const node = set.get(fieldElement(name));
		if (node?.owned === true) continue;
		const isTouched = node !== undefined && node.below.size > 0;
		fields[name] = isTouched ? without(inner, node.below, typeOfField(type, name)) : inner;
	}
	return Object.keys(fields).length > 0 ? fields : null;
}

/**
 * A set with the structs in it that something of it lies in: these are otherwise owned by nobody. Models fieldpath/set.go
 * EnsureNamedFieldsAreMembers.
 */
export function withNamedFields(set: FieldSet, type: FieldType | undefined): FieldSet {
	return mapped(set, ({ owned, below }, element) => {
		const name = fieldNameOf(element);
		let inner: FieldType | undefined;
		let isNamed = false;
		if (name !== undefined && type?.kind === 'map') {
			inner = typeOfField(type, name);
			isNamed = below.size > 0 && type.field(name) !== undefined;
		} else if (element.startsWith('k:') && type?.kind === 'list') inner = type.element;
		return {
			owned: owned || isNamed,
			below: below.size === 0 ? noFields : withNamedFields(below, inner)
		};
	});
}
