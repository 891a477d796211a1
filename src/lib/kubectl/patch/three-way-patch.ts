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
	const delta = strategicDiff(current, modified, kind, {
		additions: true,
		deletions: false,
		setsElementOrder: true
	});
	const deletions = strategicDiff(original, modified, kind, {
		additions: false,
		deletions: true,
		setsElementOrder: false
	});
	return join(deletions, delta);
}

function join(deletions: Fields, delta: Fields): Fields {
	const joined: Fields = { ...deletions };
	for (const [key, value] of Object.entries(delta)) {
		const removed = deletions[key];
		if (isRecord(removed) && isRecord(value)) joined[key] = join(removed, value);
		else if (Array.isArray(removed) && Array.isArray(value))
			joined[key] = joinItems(removed, value);
		else joined[key] = value;
	}
	return joined;
}

/** Items that both lists name become one. */
function joinItems(removed: readonly unknown[], changed: readonly unknown[]): readonly unknown[] {
	const keyOf = (item: unknown): string | undefined => {
		if (!isRecord(item)) return undefined;
		const key = ['name', 'mountPath', 'containerPort', 'ip', 'type', 'uid', 'topologyKey'].find(
			(one) => item[one] !== undefined
		);
		return key === undefined ? undefined : `${key}=${String(item[key])}`;
	};
	const rest = removed.filter((item) => !changed.some((one) => keyOf(one) === keyOf(item)));
	const together = changed.map((item) => {
		const other = removed.find((one) => keyOf(one) === keyOf(item));
		return isRecord(item) && isRecord(other) ? join(other, item) : item;
	});
	return [...together, ...rest];
}
