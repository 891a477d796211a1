import { type SchemaField, type SchemaType, schemaType } from '../schema/schema.ts';
import { isRecord } from './merge-patch.ts';
import { jsonKind } from '../schema/scalar.ts';
import { goText } from './go-text.ts';

/** A patch that can't be applied, in the API server's words. */
export class PatchError extends Error {
	constructor(
		message: string,
		/** 422: the patch is well formed, but not for this object. 500: upstream has no better. */
		readonly code: 400 | 413 | 422 | 500 = 400
	) {
		super(message);
	}
}

/**
 * Applies a strategic merge patch: lists with a merge key are merged item by item; `$patch: delete|replace|merge`,
 * `$deleteFromPrimitiveList/…`, `$setElementOrder/…` and `$retainKeys` are understood. Neither argument is changed.
 *
 * Models apimachinery/pkg/util/strategicpatch/patch.go mergeMap, mergeSlice.
 */
export function applyStrategicMergePatch(target: unknown, patch: unknown, kind: string): unknown {
	if (!isRecord(patch)) throw new PatchError(notAnObject(patch));
	return mergeMap(isRecord(target) ? target : {}, patch, schemaType(kind));
}

/** Go's words for a patch that is no object. */
function notAnObject(patch: unknown): string {
	const kind = Array.isArray(patch) ? 'array' : typeof patch === 'boolean' ? 'bool' : typeof patch;
	return `json: cannot unmarshal ${kind} into Go value of type map[string]interface {}`;
}

type Fields = Record<string, unknown>;

/** @param type undefined below maps: nothing in them has a merge key */
function mergeMap(target: Fields, patch: Fields, type: SchemaType | undefined): Fields {
	if ('$patch' in patch) {
		if (patch.$patch === 'delete') return {};
		if (patch.$patch === 'replace') return withoutDirectives(patch);
		throw unknownDirective(patch);
	}
	const merged: Fields = { ...target };
	const directives = directivesIn(patch);
	if ('$retainKeys' in patch) retainKeys(merged, patch);
	for (const [field, removed] of named(directives, deletions, patch)) {
		merged[field] = asList(merged[field]).filter((item) => !removed.includes(item));
	}
	for (const key in patch) {
		if (key.startsWith('$')) continue;
		const value = patch[key];
		if (value === null) {
			if (key in merged) delete merged[key];
			continue;
		}
		const order = directives === none ? undefined : patch[`$setElementOrder/${key}`];
		if (!isOfSameForm(merged[key], value)) {
			const bare = withoutMarked(value);
			if (bare === undefined) delete merged[key];
			else merged[key] = bare;
		} else merged[key] = mergeField(merged[key], value, type?.get(key), asListOrUndefined(order));
	}
	for (const [field, order] of named(directives, '$setElementOrder/', patch)) {
		checkOrder(patch[field], order, type?.get(field)?.mergeKey);
		if (field in patch || !Array.isArray(merged[field])) continue;
		const mergeKey = type?.get(field)?.mergeKey || undefined;
		merged[field] = reorder(merged[field], asList(target[field]), order, mergeKey);
	}
	return merged;
}

/** Whether two values can be merged: both are maps, or both are lists. */
function isOfSameForm(a: unknown, b: unknown): boolean {
	return Array.isArray(a) === Array.isArray(b) && isRecord(a) === isRecord(b);
}

/** What takes the place of something else as it is: a map with a directive isn't there. Models removeDirectives. */
function withoutMarked(value: unknown): unknown {
	if (Array.isArray(value)) {
		return value.map(withoutMarked).filter((item) => item !== undefined);
	}
	if (!isRecord(value)) return value;
	if ('$patch' in value) return undefined;
	const entries = Object.entries(value).map(([key, inner]) => [key, withoutMarked(inner)] as const);
	return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

function unknownDirective(fields: Fields): PatchError {
	return new PatchError(
		`unknown patch type: ${goText(fields.$patch)} in map: ${goText(fields)}`,
		500
	);
}

/** Models applyRetainKeysDirective: the patch may only name what it keeps. */
function retainKeys(merged: Fields, { $retainKeys: kept, ...patch }: Fields): void {
	const isListed = (key: string): boolean => (kept as readonly unknown[]).includes(key);
	const own = Object.keys(patch).filter(
		(key) => patch[key] !== null && !/^\$(deleteFromPrimitiveList|setElementOrder)/.test(key)
	);
	if (!Array.isArray(kept) || !own.every(isListed)) {
		throw new PatchError('invalid patch format of retainKeys');
	}
	for (const key of Object.keys(merged)) if (!isListed(key)) delete merged[key];
}

/** What a patch lists must stand in the order that it asks for. Models validatePatchWithSetOrderList. */
function checkOrder(list: unknown, order: readonly unknown[], mergeKey: string | undefined): void {
	if (!Array.isArray(list) || order.length === 0) return;
	const idOf = (item: unknown): unknown => (mergeKey && isRecord(item) ? item[mergeKey] : item);
	const asked = (list as readonly unknown[]).filter(
		(item) => !isRecord(item) || !('$patch' in item)
	);
	let found = 0;
	for (const item of order) if (found < asked.length && idOf(asked[found]) === idOf(item)) found++;
	if (found === asked.length) return;
	throw new PatchError(
		`The order in patch list:\n${goText(list)}\n doesn't match $setElementOrder list:\n${goText(order)}\n`,
		500
	);
}

const none: readonly string[] = [];
const deletions = '$deleteFromPrimitiveList/';

/** Most patches have none, and every level of a patch is asked. */
function directivesIn(patch: Fields): readonly string[] {
	for (const key in patch) {
		if (key.startsWith('$')) return Object.keys(patch).filter((each) => each.startsWith('$'));
	}
	return none;
}

/** The directives of one sort: the field that each is about, and its list. */
function named(
	directives: readonly string[],
	prefix: string,
	patch: Fields
): readonly (readonly [field: string, list: readonly unknown[]])[] {
	if (directives.length === 0) return [];
	return directives
		.filter((key) => key.startsWith(prefix))
		.map((key) => {
			const list = patch[key];
			if (Array.isArray(list))
				return [key.slice(prefix.length), list as readonly unknown[]] as const;
			if (prefix === deletions) throw new PatchError('invalid patch format of primitive list');
			const kind = jsonKind(list) === 'object' ? 'map[string]interface {}' : jsonKind(list);
			throw new PatchError(`expected a []interface {}, but received a ${kind}`, 500);
		});
}

function mergeField(
	target: unknown,
	value: unknown,
	field: SchemaField | undefined,
	order: readonly unknown[] | undefined
): unknown {
	const type = field && field.shape !== 'map' ? schemaType(field.type) : undefined;
	if (isRecord(value)) return mergeMap(isRecord(target) ? target : {}, value, type);
	if (!Array.isArray(value)) return value;
	const key = field?.mergeKey;
	if (key && value.every(isRecord)) {
		return mergeList(asList(target).filter(isRecord), value, key, type, order);
	}
	if (key === '') {
		const before = asList(target);
		return reorder([...new Set([...before, ...value])], before, order ?? value, undefined);
	}
	return value;
}

function mergeList(
	target: readonly Fields[],
	patch: readonly Fields[],
	key: string,
	type: SchemaType | undefined,
	order: readonly unknown[] | undefined
): unknown[] {
	if (patch.some((item) => item.$patch === 'replace')) {
		return patch.filter((item) => item.$patch !== 'replace').map(withoutDirectives);
	}
	let merged = [...target];
	for (const item of patch) {
		const id = item[key];
		if ('$patch' in item && item.$patch !== 'delete') {
			if (item.$patch !== 'merge') throw unknownDirective(item);
			throw new PatchError('merging lists cannot yet be specified in the patch', 500);
		}
		if (id === undefined) {
			throw new PatchError(`map: ${goText(item)} does not contain declared merge key: ${key}`, 500);
		}
		if (item.$patch === 'delete') {
			merged = merged.filter((existing) => existing[key] !== id);
			continue;
		}
		const at = merged.findIndex((existing) => existing[key] === id);
		if (at < 0) merged.push(mergeMap({}, item, type));
		else merged[at] = mergeMap(merged[at]!, item, type);
	}
	return reorder(merged, target, order ?? patch, key);
}

/**
 * Items that the patch names come in its order, the others in the order that they had; each of these stands before the first
 * item of the patch that stood behind it.
 *
 * Models patch.go normalizeElementOrder, mergeSortedSlice.
 *
 * @param original the list before the patch
 * @param order what the patch names, as items or as their keys
 */
function reorder(
	items: readonly unknown[],
	original: readonly unknown[],
	order: readonly unknown[],
	key: string | undefined
): unknown[] {
	const idOf = (item: unknown): unknown => (key !== undefined && isRecord(item) ? item[key] : item);
	const place = new Map(order.map((item, index) => [idOf(item), index]));
	const before = new Map(original.map((item, index) => [idOf(item), index]));
	const named = items
		.filter((item) => place.has(idOf(item)))
		.sort((a, b) => place.get(idOf(a))! - place.get(idOf(b))!);
	const others = items.filter((item) => !place.has(idOf(item)));
	const sorted: unknown[] = [];
	for (const item of named) {
		const at = before.get(idOf(item)) ?? -1;
		while (others.length > 0 && (before.get(idOf(others[0])) ?? Infinity) < at) {
			sorted.push(others.shift());
		}
		sorted.push(item);
	}
	return [...sorted, ...others];
}

function withoutDirectives(fields: Fields): Fields {
	return Object.fromEntries(Object.entries(fields).filter(([key]) => !key.startsWith('$')));
}

function asList(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

function asListOrUndefined(value: unknown): readonly unknown[] | undefined {
	return Array.isArray(value) ? value : undefined;
}
