import { isRecord } from '#lib/kubernetes/patch/merge-patch.ts';
import { isMergedSet, mergeKeyOf } from '#lib/kubernetes/patch/merge-keys.ts';
import { jsonText } from '../output/json-text.ts';

type Fields = Record<string, unknown>;

/** Which differences a patch is made of. */
export interface DiffOptions {
	readonly additions: boolean;
	readonly deletions: boolean;
	/** Say in which order the items of a changed list are to stand. */
	readonly setsElementOrder: boolean;
}

const allDifferences: DiffOptions = {
	additions: true,
	deletions: true,
	setsElementOrder: true
};

/**
 * The strategic merge patch that makes `modified` out of `original`.
 *
 * Models apimachinery pkg/util/strategicpatch/patch.go diffMaps, diffListsOfMaps.
 */
export function strategicDiff(
	original: unknown,
	modified: unknown,
	kind: string,
	options: DiffOptions = allDifferences
): Fields {
	return diffMaps(asFields(original), asFields(modified), [], kind, options);
}

function diffMaps(
	original: Fields,
	modified: Fields,
	path: readonly string[],
	kind: string,
	options: DiffOptions
): Fields {
	const patch: Fields = {};
	for (const [key, value] of Object.entries(modified)) {
		const before = original[key];
		if (value === undefined) continue;
		if (before === undefined) {
			if (options.additions) patch[key] = value;
		} else if (isRecord(before) && isRecord(value)) {
			const inner = diffMaps(before, value, [...path, key], kind, options);
			if (Object.keys(inner).length > 0) patch[key] = inner;
		} else if (Array.isArray(before) && Array.isArray(value)) {
			Object.assign(patch, diffLists(before, value, key, [...path, key], kind, options));
		} else if (options.additions && !isSame(before, value)) {
			patch[key] = value;
		}
	}
	if (options.deletions) {
		for (const key of Object.keys(original)) if (modified[key] === undefined) patch[key] = null;
	}
	return patch;
}

function diffLists(
	original: readonly unknown[],
	modified: readonly unknown[],
	name: string,
	path: readonly string[],
	kind: string,
	options: DiffOptions
): Fields {
	const key = mergeKeyOf(path, kind);
	const hasRecords = [...original, ...modified].every(isRecord);
	if (key !== undefined && hasRecords) {
		return diffItems(
			original as readonly Fields[],
			modified as readonly Fields[],
			key,
			name,
			path,
			kind,
			options
		);
	}
	if (isMergedSet(path, kind)) {
		const added = modified.filter((item) => !original.includes(item));
		const removed = original.filter((item) => !modified.includes(item));
		return {
			...(options.additions && added.length > 0 ? { [name]: added } : undefined),
			...(options.deletions && removed.length > 0
				? { [`$deleteFromPrimitiveList/${name}`]: removed }
				: undefined)
		};
	}
	return options.additions && !isSame(original, modified) ? { [name]: modified } : {};
}

function diffItems(
	original: readonly Fields[],
	modified: readonly Fields[],
	key: string,
	name: string,
	path: readonly string[],
	kind: string,
	options: DiffOptions
): Fields {
	const items: Fields[] = [];
	for (const item of modified) {
		const before = original.find((one) => one[key] === item[key]);
		if (before === undefined) {
			if (options.additions) items.push(item);
			continue;
		}
		const inner = diffMaps(before, item, path, kind, options);
		if (Object.keys(inner).length > 0) items.push({ ...inner, [key]: item[key] });
	}
	if (options.deletions) {
		for (const item of original) {
			if (modified.some((one) => one[key] === item[key])) continue;
			items.push({ $patch: 'delete', [key]: item[key] });
		}
	}
	const keysOf = (list: readonly Fields[]): readonly unknown[] => list.map((item) => item[key]);
	const kept = keysOf(original).filter((id) => keysOf(modified).includes(id));
	const keptNow = keysOf(modified).filter((id) => keysOf(original).includes(id));
	const isReordered = options.additions && !isSame(kept, keptNow);
	const order = modified.map((item) => ({ [key]: item[key] }));
	return {
		...(options.setsElementOrder && (items.length > 0 || isReordered)
			? { [`$setElementOrder/${name}`]: order }
			: undefined),
		...(items.length > 0 ? { [name]: items } : undefined)
	};
}

function asFields(value: unknown): Fields {
	return isRecord(value) ? value : {};
}

function isSame(a: unknown, b: unknown): boolean {
	return jsonText(a) === jsonText(b);
}
