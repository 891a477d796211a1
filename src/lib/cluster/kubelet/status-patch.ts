import type { Condition, PodStatus } from '#lib/kubernetes/pod.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';

type Fields = Record<string, unknown>;

/**
 * The strategic merge patch from one status to the next: changed conditions with their changed fields, other fields whole,
 * null for what is gone. Undefined when nothing changed. Models component-helpers' PatchPodStatus (CreateTwoWayMergePatch).
 */
export function statusPatch(before: PodStatus, after: PodStatus): Fields | undefined {
	const patch: Fields = {};
	for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
		if (key === 'conditions' || isDeepEqual(before[key], after[key])) continue;
		patch[key] = after[key] ?? null;
	}
	const conditions = changedConditions(before.conditions ?? [], after.conditions ?? []);
	if (conditions.length > 0) {
		patch['$setElementOrder/conditions'] = (after.conditions ?? []).map(({ type }) => ({ type }));
		patch.conditions = conditions;
	}
	return Object.keys(patch).length === 0 ? undefined : patch;
}

function changedConditions(before: readonly Condition[], after: readonly Condition[]): Fields[] {
	const changes: Fields[] = [];
	for (const condition of after) {
		const known = before.find(({ type }) => type === condition.type);
		if (known === undefined) {
			changes.push({ ...condition });
			continue;
		}
		if (isDeepEqual(known, condition)) continue;
		const change: Fields = { type: condition.type };
		const fields = new Set([...Object.keys(known), ...Object.keys(condition)]) as Set<
			keyof Condition
		>;
		for (const field of fields) {
			if (!isDeepEqual(known[field] ?? null, condition[field] ?? null)) {
				change[field] = condition[field] ?? null;
			}
		}
		if (Object.keys(change).length > 1) changes.push(change);
	}
	return changes;
}
