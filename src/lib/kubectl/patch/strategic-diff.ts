import { fieldAt, isMergedSet, mergeKeyOf } from '#lib/kubernetes/patch/merge-keys.ts';
import { isRecord } from '#lib/kubernetes/patch/merge-patch.ts';
import { jsonText } from '../output/json-text.ts';

type Fields = Record<string, unknown>;

/** Which differences a patch is made of. */
export interface DiffOptions {
	readonly additions: boolean;
	readonly deletions: boolean;
}

const allDifferences: DiffOptions = { additions: true, deletions: true };

/** Where in which kind two things are compared. */
interface Place extends DiffOptions {
	readonly kind: string;
	readonly path: readonly string[];
}

/**
 * The strategic merge patch that makes `modified` out of `original`.
 *
 * Models apimachinery pkg/util/strategicpatch/patch.go diffMaps.
 */
export function strategicDiff(
	original: unknown,
	modified: unknown,
	kind: string,
	options: DiffOptions = allDifferences
): Fields {
	return diffMaps(asFields(original), asFields(modified), { ...options, kind, path: [] }, false);
}

/** @param retainsKeys a change names every field that is to stay */
function diffMaps(original: Fields, modified: Fields, place: Place, retainsKeys: boolean): Fields {
	const patch: Fields = {};
	for (const [key, value] of Object.entries(modified)) {
		if (value !== undefined) diffField(patch, key, original[key], value, place);
	}
	const gone = Object.keys(original).filter(
		(key) => original[key] !== undefined && modified[key] === undefined
	);
	if (place.deletions) for (const key of gone) patch[key] = null;
	const kept = Object.keys(modified).filter((key) => (modified[key] ?? null) !== null);
	const isChanged = Object.keys(patch).length > 0 || gone.some((key) => original[key] !== null);
	if (retainsKeys && kept.length > 0 && isChanged) patch.$retainKeys = kept.sort();
	return patch;
}

function diffField(
	patch: Fields,
	key: string,
	before: unknown,
	value: unknown,
	outer: Place
): void {
	const place = { ...outer, path: [...outer.path, key] };
	if (isRecord(before) && isRecord(value)) {
		const retains = fieldAt(place.path, place.kind)?.retainsKeys ?? false;
		const inner = diffMaps(before, value, place, retains);
		if (Object.keys(inner).length > 0) patch[key] = inner;
	} else if (Array.isArray(before) && Array.isArray(value)) {
		Object.assign(patch, diffLists(before, value, key, place));
	} else if (place.additions && (before === undefined || !isSame(before, value))) {
		patch[key] = value;
	}
}

/** Models diffLists; lists that aren't merged are replaced. */
function diffLists(
	original: readonly unknown[],
	modified: readonly unknown[],
	name: string,
	place: Place
): Fields {
	const key = mergeKeyOf(place.path, place.kind);
	const hasRecords = [...original, ...modified].every(isRecord);
	const isMerged = (key !== undefined && hasRecords) || isMergedSet(place.path, place.kind);
	if (!isMerged || original.length === 0) {
		return place.additions && !isSame(original, modified) ? { [name]: modified } : {};
	}
	return key === undefined
		? diffSets(original, modified, name, place)
		: diffItems(original as readonly Fields[], modified as readonly Fields[], key, name, place);
}

/** Models diffListsOfScalars. */
function diffSets(
	original: readonly unknown[],
	modified: readonly unknown[],
	name: string,
	{ additions, deletions }: Place
): Fields {
	const added = modified.filter((item) => additions && !original.includes(item));
	const removed = original.filter((item) => deletions && !modified.includes(item));
	const isOrdered = removed.length > 0 || (additions && !isSame(original, modified));
	return {
		...(isOrdered ? { [`$setElementOrder/${name}`]: modified } : undefined),
		...(added.length > 0 ? { [name]: added } : undefined),
		...(removed.length > 0 ? { [`$deleteFromPrimitiveList/${name}`]: removed } : undefined)
	};
}

/** Models diffListsOfMaps: items that changed in the order that they are to have, then those that go. */
function diffItems(
	original: readonly Fields[],
	modified: readonly Fields[],
	key: string,
	name: string,
	place: Place
): Fields {
	const retains = fieldAt(place.path, place.kind)?.retainsKeys ?? false;
	const changed = modified.flatMap((item) => {
		const before = original.find((one) => one[key] === item[key]);
		if (before === undefined) return place.additions ? [item] : [];
		const inner = diffMaps(before, item, place, retains);
		return Object.keys(inner).length > 0 ? [{ ...inner, [key]: item[key] }] : [];
	});
	const gone = original
		.filter((item) => place.deletions && !modified.some((one) => one[key] === item[key]))
		.sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1))
		.map((item) => ({ $patch: 'delete', [key]: item[key] }));
	const items = [...changed, ...gone];
	const isReordered =
		place.additions &&
		(original.length !== modified.length ||
			original.some((item, at) => item[key] !== modified[at]?.[key]));
	const order = modified.map((item) => ({ [key]: item[key] }));
	return {
		...(items.length > 0 || isReordered ? { [`$setElementOrder/${name}`]: order } : undefined),
		...(items.length > 0 ? { [name]: items } : undefined)
	};
}

function asFields(value: unknown): Fields {
	return isRecord(value) ? value : {};
}

function isSame(a: unknown, b: unknown): boolean {
	return jsonText(a) === jsonText(b);
}
