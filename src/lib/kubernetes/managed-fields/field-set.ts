import { compareElements, type Path, type PathElement } from './path-element.ts';

/** A step: whether what it leads to belongs to the set, and what of the set lies below. */
export interface FieldNode {
	readonly owned: boolean;
	readonly below: FieldSet;
}

/** A set of fields, as a tree; never changed once it is handed on. Models structured-merge-diff fieldpath/set.go Set. */
export type FieldSet = ReadonlyMap<PathElement, FieldNode>;

export const noFields: FieldSet = new Map();

/** A set while it is being filled. */
export class FieldSetBuilder {
	private readonly root: GrowingSet = new Map();

	/** The object as a whole belongs to nobody: an empty path adds nothing. */
	insert(path: Path): void {
		let set = this.root;
		for (let i = 0; i < path.length; i++) {
			const element = path[i]!;
			let node = set.get(element);
			if (node === undefined) set.set(element, (node = { owned: false, below: new Map() }));
			if (i === path.length - 1) node.owned = true;
			set = node.below;
		}
	}

	/** What was inserted until now; nothing is inserted afterwards. */
	built(): FieldSet {
		return this.root;
	}
}

type GrowingSet = Map<PathElement, { owned: boolean; below: GrowingSet }>;

export function fieldSetOf(...paths: readonly Path[]): FieldSet {
	const builder = new FieldSetBuilder();
	for (const path of paths) builder.insert(path);
	return builder.built();
}

export function hasField(set: FieldSet, path: Path): boolean {
	let at = set;
	for (let i = 0; i < path.length; i++) {
		const node = at.get(path[i]!);
		if (node === undefined) return false;
		if (i === path.length - 1) return node.owned;
		at = node.below;
	}
	return false;
}

export function union(a: FieldSet, b: FieldSet): FieldSet {
	if (a.size === 0) return b;
	if (b.size === 0) return a;
	const all = new Map(a);
	for (const [element, node] of b) {
		const other = all.get(element);
		all.set(
			element,
			other === undefined
				? node
				: { owned: other.owned || node.owned, below: union(other.below, node.below) }
		);
	}
	return all;
}

export function intersection(a: FieldSet, b: FieldSet): FieldSet {
	return mapped(a, (node, element) => {
		const other = b.get(element);
		return other === undefined
			? undefined
			: { owned: node.owned && other.owned, below: intersection(node.below, other.below) };
	});
}

/** What of `a` isn't in `b`, step for step: without a parent its children stay. */
export function difference(a: FieldSet, b: FieldSet): FieldSet {
	if (b.size === 0) return a;
	return mapped(a, (node, element) => {
		const other = b.get(element);
		return other === undefined
			? node
			: { owned: node.owned && !other.owned, below: difference(node.below, other.below) };
	});
}

/** The same, but what is below something in `b` goes with it. */
export function recursiveDifference(a: FieldSet, b: FieldSet): FieldSet {
	if (b.size === 0) return a;
	return mapped(a, (node, element) => {
		const other = b.get(element);
		if (other === undefined) return node;
		return other.owned
			? undefined
			: { owned: node.owned, below: recursiveDifference(node.below, other.below) };
	});
}

/** Each step as a function makes it; what is left with nothing is left out. */
export function mapped(
	set: FieldSet,
	change: (node: FieldNode, element: PathElement) => FieldNode | undefined
): FieldSet {
	const result = new Map<PathElement, FieldNode>();
	for (const [element, node] of set) {
		const changed = change(node, element);
		if (changed !== undefined && (changed.owned || changed.below.size > 0)) {
			result.set(element, changed);
		}
	}
	return result;
}

export function isSameSet(a: FieldSet, b: FieldSet): boolean {
	if (a === b) return true;
	if (a.size !== b.size) return false;
	for (const [element, node] of a) {
		const other = b.get(element);
		if (other === undefined || other.owned !== node.owned) return false;
		if (!isSameSet(node.below, other.below)) return false;
	}
	return true;
}

/** The steps of one level in order. */
export function sortedNodes(set: FieldSet): (readonly [PathElement, FieldNode])[] {
	return [...set].sort(([a], [b]) => compareElements(a, b));
}

/** Every path of a set: those of a level before what is below them. Models Set.Iterate. */
export function pathsOf(set: FieldSet, prefix: Path = []): Path[] {
	const sorted = sortedNodes(set);
	const here = sorted.filter(([, { owned }]) => owned).map(([element]) => [...prefix, element]);
	return [
		...here,
		...sorted.flatMap(([element, { below }]) => pathsOf(below, [...prefix, element]))
	];
}
