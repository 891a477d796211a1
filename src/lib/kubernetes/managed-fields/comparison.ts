import { isDeepEqual } from '../deep-equal.ts';
import { isRecord } from '../patch/merge-patch.ts';
import { FieldSetBuilder, type FieldSet } from './field-set.ts';
import { type FieldType, type ListType, type MapType, typeFor, typeOfField } from './field-type.ts';
import { itemsByElement } from './list-item.ts';
import { fieldElement, type Path, type PathElement } from './path-element.ts';

/** What one object has and another hasn't; no field is in more than one of the three. */
export interface Comparison {
	readonly added: FieldSet;
	readonly modified: FieldSet;
	readonly removed: FieldSet;
}

export function isSame({ added, modified, removed }: Comparison): boolean {
	return added.size === 0 && modified.size === 0 && removed.size === 0;
}

/**
 * What changed from one object to another. What both share is recognised by its identity and not looked at. Models
 * structured-merge-diff typed/compare.go.
 */
export function compared(before: unknown, after: unknown, type: FieldType): Comparison {
	const walker = new ComparingWalker();
	walker.compare(before, after, type, []);
	return walker.result();
}

class ComparingWalker {
	private readonly added = new FieldSetBuilder();
	private readonly modified = new FieldSetBuilder();
	private readonly removed = new FieldSetBuilder();

	result(): Comparison {
		const { added, modified, removed } = this;
		return { added: added.built(), modified: modified.built(), removed: removed.built() };
	}

	/** @param before undefined: it isn't there. Null is a value. */
	compare(before: unknown, after: unknown, declared: FieldType, path: Path): void {
		if (before === after) return;
		const type = typeFor(declared, after ?? before);
		const old = typeFor(declared, before ?? after);
		// Without a schema a value can become one of another form.
		if (old.kind !== type.kind) this.inside(before, after, old, path);
		if (this.inside(before, after, type, path)) return;
		if (before === undefined) this.added.insert(path);
		else if (after === undefined) this.removed.insert(path);
	}

	/** Whether it was compared as a whole. */
	private inside(
		before: unknown,
		after: unknown,
		type: Exclude<FieldType, { kind: 'anything' }>,
		path: Path
	): boolean {
		if (type.kind === 'list') return this.list(before, after, type, path);
		if (type.kind === 'map') return this.map(before, after, type, path);
		this.leaf(before, after, path);
		return true;
	}

	private leaf(before: unknown, after: unknown, path: Path): void {
		if (before === undefined) this.added.insert(path);
		else if (after === undefined) this.removed.insert(path);
		else if (!isDeepEqual(before, after)) this.modified.insert(path);
	}

	private list(before: unknown, after: unknown, type: ListType, path: Path): boolean {
		const left = asList(before);
		const right = asList(after);
		if (type.keys === undefined || (left.length === 0 && right.length === 0)) {
			this.leaf(before, after, path);
			return true;
		}
		const old = itemsByElement(type, left);
		const now = itemsByElement(type, right);
		for (const [element, items] of old) {
			this.items(items, now.get(element) ?? [], type, [...path, element]);
		}
		for (const [element, items] of now) {
			if (!old.has(element)) this.items([], items, type, [...path, element]);
		}
		return false;
	}

	/** Items with the same step, of which there is one as a rule. */
	private items(
		before: readonly unknown[],
		after: readonly unknown[],
		type: ListType,
		path: Path
	): void {
		if (before.length <= 1 && after.length <= 1) {
			this.compare(before[0], after[0], type.element, path);
		} else if (before.length > 1 && after.length > 1) {
			if (!isDeepEqual(before, after)) this.modified.insert(path);
		} else if (before.length > 1) {
			if (after.length > 0) this.compare(undefined, after[0], type.element, path);
			this.removed.insert(path);
		} else {
			if (before.length > 0) this.compare(before[0], undefined, type.element, path);
			this.added.insert(path);
		}
	}

	private map(before: unknown, after: unknown, type: MapType, path: Path): boolean {
		const left = asMap(before);
		const right = asMap(after);
		if (type.isAtomic || (isEmpty(left) && isEmpty(right))) {
			this.leaf(before, after, path);
			return true;
		}
		for (const name in left) this.field(name, left, right, type, path);
		for (const name in right) {
			if (left[name] === undefined) this.field(name, left, right, type, path);
		}
		return false;
	}

	private field(name: string, left: Fields, right: Fields, type: MapType, path: Path): void {
		if (left[name] === right[name]) return;
		const element: PathElement = fieldElement(name);
		this.compare(left[name], right[name], typeOfField(type, name), [...path, element]);
	}
}

type Fields = Readonly<Record<string, unknown>>;

const noItems: readonly unknown[] = [];
const noEntries: Fields = {};

function asList(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : noItems;
}

function asMap(value: unknown): Fields {
	return isRecord(value) ? value : noEntries;
}

function isEmpty(fields: Fields): boolean {
	for (const name in fields) if (fields[name] !== undefined) return false;
	return true;
}
