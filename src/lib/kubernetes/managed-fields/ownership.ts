import type { KubeObject } from '../object.ts';
import { type Comparison, compared } from './comparison.ts';
import { ApplyConflict, conflictsOf } from './conflicts.ts';
import { difference, type FieldSet, intersection, noFields, union } from './field-set.ts';
import type { FieldType } from './field-type.ts';
import type { Managed, Managers } from './manager.ts';
import type { Versions } from './versions.ts';

/** A change of an object, and what it is divided by. */
export interface Change {
	readonly before: KubeObject;
	readonly after: KubeObject;
	/** The version that the request is made in; both objects are of it. */
	readonly apiVersion: string;
	readonly versions: Versions;
	/** Leaves out what a request of that kind can't change whatever it says. */
	owned(set: FieldSet): FieldSet;
}

/** What a change takes from all but its own manager. */
export interface Taken {
	readonly managers: Map<string, Managed>;
	readonly comparison: Comparison;
}

/**
 * Takes what a change changes away from everyone else, and what it removes from everyone. Models structured-merge-diff
 * merge/update.go Updater.update.
 *
 * @param self whose change it is
 * @throws ApplyConflict when others manage something of it and it isn't forced
 */
export function takeOver(
	change: Change,
	managers: Managers,
	self: string,
	isForced: boolean
): Taken {
	const comparisons = new Comparisons(change);
	const conflicts = new Map<string, FieldSet>();
	const left = new Map<string, Managed>();
	for (const [id, managed] of managers) {
		if (id === self) {
			left.set(id, managed);
			continue;
		}
		const comparison = comparisons.in(managed.apiVersion);
		if (comparison === undefined) continue;
		const { added, modified, removed } = comparison;
		const conflict = intersection(managed.fields, union(modified, added));
		if (conflict.size > 0) conflicts.set(id, conflict);
		const fields = difference(difference(managed.fields, conflict), removed);
		left.set(id, fields === managed.fields ? managed : { ...managed, fields });
	}
	if (!isForced && conflicts.size > 0) {
		throw new ApplyConflict(conflictsOf(conflicts, managers));
	}
	for (const [id, { fields }] of left) if (fields.size === 0) left.delete(id);
	return { managers: left, comparison: comparisons.in(change.apiVersion)! };
}

/** What a change changes, in each version that somebody manages. */
class Comparisons {
	private readonly known = new Map<string, Comparison | undefined>();

	constructor(private readonly change: Change) {}

	/** Undefined when there is no such version. */
	in(apiVersion: string): Comparison | undefined {
		if (this.known.has(apiVersion)) return this.known.get(apiVersion);
		const comparison = this.compare(apiVersion);
		this.known.set(apiVersion, comparison);
		return comparison;
	}

	private compare(apiVersion: string): Comparison | undefined {
		const { before, after, versions, owned } = this.change;
		const type: FieldType | undefined = versions.typeOf(apiVersion);
		if (type === undefined) return undefined;
		const isOwn = apiVersion === this.change.apiVersion;
		const { added, modified, removed } = isOwn
			? compared(before, after, type)
			: compared(versions.convert(before, apiVersion), versions.convert(after, apiVersion), type);
		return { added: owned(added), modified: owned(modified), removed: owned(removed) };
	}
}

/** The fields of a change, as someone who made it by an update owns them beside what it owned before. */
export function changedFields(
	{ added, modified, removed }: Comparison,
	before: FieldSet
): FieldSet {
	return union(union(difference(before, removed), modified), added);
}

/** What anyone manages, of one version. */
export function managedAt(managers: Managers, apiVersion: string): FieldSet {
	let all = noFields;
	for (const managed of managers.values()) {
		if (managed.apiVersion === apiVersion) all = union(all, managed.fields);
	}
	return all;
}
