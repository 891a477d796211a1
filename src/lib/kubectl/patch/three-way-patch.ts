import { mergeKeyOf } from '#lib/kubernetes/patch/merge-keys.ts';
import { isRecord } from '#lib/kubernetes/patch/merge-patch.ts';
import { strategicDiff } from './strategic-diff.ts';

type Fields = Record<string, unknown>;

/**
 * What `apply` sends: changes and additions of `modified` over what the server has, and the removal of what was applied
 * before and is not in `modified` any more.
 *
 * Models apimachinery pkg/util/strategicpatch/patch.go CreateThreeWayMergePatch.
 *
 * @param original as it was last applied
 * @param modified as it is to be
 * @param current as the server has it
 */
export function threeWayPatch(
	original: unknown,
	modified: unknown,
	current: unknown,
	kind: string
): Fields {
	const delta = strategicDiff(current, modified, kind, { additions: true, deletions: false });
	const deletions = strategicDiff(original, modified, kind, { additions: false, deletions: true });
	return join(deletions, delta, [], kind);
}

/** Models mergeMap with its directives left in. */
function join(deletions: Fields, delta: Fields, path: readonly string[], kind: string): Fields {
	const joined: Fields = { ...deletions };
	for (const [key, value] of Object.entries(delta)) {
		const removed = deletions[key];
		const inner = [...path, key];
		if (isRecord(removed) && isRecord(value)) {
			joined[key] = join(removed, value, inner, kind);
		} else if (Array.isArray(removed) && Array.isArray(value) && !key.startsWith('$')) {
			const order = delta[`$setElementOrder/${key}`];
			joined[key] = joinItems(removed, value, Array.isArray(order) ? order : [], inner, kind);
		} else {
			joined[key] = value;
		}
	}
	return joined;
}

/** Items that both lists name become one; those that stay come first, in the order of the list. */
function joinItems(
	removed: readonly unknown[],
	changed: readonly unknown[],
	order: readonly unknown[],
	path: readonly string[],
	kind: string
): readonly unknown[] {
	const key = mergeKeyOf(path, kind);
	if (key === undefined) return changed;
	const idOf = (item: unknown): unknown => (isRecord(item) ? item[key] : item);
	const rest = removed.filter((item) => !changed.some((one) => idOf(one) === idOf(item)));
	const together = changed.map((item) => {
		const other = removed.find((one) => idOf(one) === idOf(item));
		return isRecord(item) && isRecord(other) ? join(other, item, path, kind) : item;
	});
	const places = order.map(idOf);
	const placeOf = (item: unknown): number => {
		const place = places.indexOf(idOf(item));
		return place < 0 ? places.length : place;
	};
	return [...together, ...rest].sort((a, b) => placeOf(a) - placeOf(b));
}
