import { isRecord } from '../patch/merge-patch.ts';
import { type FieldType, type ListType, type MapType, typeFor, typeOfField } from './field-type.ts';
import { elementOrNone } from './list-item.ts';
import type { PathElement } from './path-element.ts';

/**
 * An object and what someone wants of it: leaves are as they are wanted, what isn't mentioned stays, nothing goes. Models
 * structured-merge-diff typed/merge.go.
 *
 * @returns undefined when nothing is left
 */
export function merged(live: unknown, wanted: unknown, declared: FieldType): unknown {
	if (wanted === undefined) return live;
	const type = typeFor(declared, wanted ?? live);
	if (type.kind === 'list') return mergedList(live, wanted, type);
	if (type.kind === 'map') return mergedMap(live, wanted, type);
	return kept(live, wanted);
}

function kept(live: unknown, wanted: unknown): unknown {
	return wanted === undefined ? live : wanted;
}

function mergedMap(live: unknown, wanted: unknown, type: MapType): unknown {
	const left = isRecord(live) ? live : {};
	const right = isRecord(wanted) ? wanted : {};
	const names = new Set([...Object.keys(left), ...Object.keys(right)]);
	if (type.isAtomic || names.size === 0) return kept(live, wanted);
	const fields: Record<string, unknown> = {};
	for (const name of names) {
		const value = merged(left[name], right[name], typeOfField(type, name));
		if (value !== undefined) fields[name] = value;
	}
	return Object.keys(fields).length > 0 ? fields : undefined;
}

interface Items {
	readonly elements: readonly PathElement[];
	readonly items: readonly unknown[];
	/** By step; null for one that several items have. */
	readonly byElement: ReadonlyMap<PathElement, unknown>;
}

function itemsOf(list: unknown, type: ListType): Items {
	const elements: PathElement[] = [];
	const items: unknown[] = [];
	const byElement = new Map<PathElement, unknown>();
	for (const item of Array.isArray(list) ? (list as readonly unknown[]) : []) {
		const element = elementOrNone(type, item);
		if (element === undefined) continue;
		byElement.set(element, byElement.has(element) ? null : item);
		elements.push(element);
		items.push(item);
	}
	return { elements, items, byElement };
}

/**
 * Items that are wanted come in the order in which they are wanted; the others stay where they were between them. Models
 * mergingWalker.visitListItems.
 */
function mergedList(live: unknown, wanted: unknown, type: ListType): unknown {
	const left = itemsOf(live, type);
	const right = itemsOf(wanted, type);
	if (type.keys === undefined || (left.items.length === 0 && right.items.length === 0)) {
		return kept(live, wanted);
	}
	const shared = right.elements.filter((element) => left.byElement.has(element));
	const done = new Set<PathElement>();
	const result: unknown[] = [];
	const add = (before: unknown, after: unknown): void => {
		const item = merged(before, after, type.element);
		if (item !== undefined) result.push(item);
	};
	const take = (element: PathElement): void => {
		done.add(element);
		add(left.byElement.get(element), right.byElement.get(element));
	};
	let l = 0;
	let r = 0;
	while (l < left.elements.length || r < right.elements.length) {
		const old = left.elements[l];
		const next = right.elements[r];
		if (old !== undefined && next !== undefined) {
			if (old === next) {
				take(old);
				l++;
				r++;
				shared.shift();
				continue;
			}
			if (right.byElement.has(old) && shared.length > 0 && shared[0] !== old) {
				l++;
				continue;
			}
		}
		if (old !== undefined) {
			if (!right.byElement.has(old)) {
				add(left.items[l], undefined);
				l++;
				continue;
			}
			if (done.has(old)) l++;
		}
		if (next !== undefined) {
			take(next);
			r++;
			if (shared[0] === next) shared.shift();
		}
	}
	return result.length > 0 ? result : undefined;
}
