import { FieldSetBuilder, type FieldSet } from './field-set.ts';
import { type FieldType, type MapType, typeFor, typeOfField, type ListType } from './field-type.ts';
import { elementOrNone, itemsByElement } from './list-item.ts';
import { fieldElement, type Path } from './path-element.ts';
import { isRecord } from '../patch/merge-patch.ts';

/**
 * Every leaf and every item of an object: what someone who applies it owns. A map or a struct that has something in it is owned
 * by nobody as such. Models structured-merge-diff typed/tofieldset.go.
 */
export function ownedFields(value: unknown, type: FieldType): FieldSet {
	const set = new FieldSetBuilder();
	walk(value, type, [], set);
	return set.built();
}

function walk(value: unknown, declared: FieldType, path: Path, set: FieldSetBuilder): void {
	const type = typeFor(declared, value);
	if (type.kind === 'scalar') set.insert(path);
	else if (type.kind === 'list') walkList(value, type, path, set);
	else walkMap(value, type, path, set);
}

function walkList(value: unknown, type: ListType, path: Path, set: FieldSetBuilder): void {
	if (type.keys === undefined) return set.insert(path);
	if (!Array.isArray(value)) return;
	const items = itemsByElement(type, value);
	for (const item of value as readonly unknown[]) {
		const element = elementOrNone(type, item);
		if (element === undefined) continue;
		const inside = [...path, element];
		set.insert(inside);
		if (items.get(element)!.length === 1) walk(item, type.element, inside, set);
	}
}

function walkMap(value: unknown, type: MapType, path: Path, set: FieldSetBuilder): void {
	if (type.isAtomic) return set.insert(path);
	if (!isRecord(value)) return;
	for (const name in value) {
		const inner = value[name];
		if (inner === undefined) continue;
		const inside = [...path, fieldElement(name)];
		walk(inner, typeOfField(type, name), inside, set);
		const isEmpty = inner === null || (isRecord(inner) && Object.keys(inner).length === 0);
		if (isEmpty || type.field(name) === undefined) set.insert(inside);
	}
}
