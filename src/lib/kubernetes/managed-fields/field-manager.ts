import type { KubeObject } from '../object.ts';
import { capped } from './ancient-changes.ts';
import { union } from './field-set.ts';
import { type Managed, type Manager, managerId, type Managers } from './manager.ts';
import { merged } from './merging.ts';
import { ownedFields } from './owned-fields.ts';
import { type Change, changedFields, takeOver } from './ownership.ts';
import { pruned } from './pruning.ts';
import { stripped } from './stripped-fields.ts';

/** Who changes an object, and when (RFC 3339). */
export interface Writer extends Manager {
	readonly time: string;
}

/**
 * Who manages what after a change that isn't an apply: whoever made it manages what it added or changed. An object that
 * nobody manages stays so, but for a new one; so does one of a kind that nobody knows.
 *
 * Models managedfields/internal/fieldmanager.go Update and the managers that it is made of.
 *
 * @param change for a new object, from an empty one
 * @param managers who manages it until now
 */
export function managersAfterUpdate(change: Change, managers: Managers, writer: Writer): Managers {
	if (managers.size === 0 && change.before.metadata.uid !== undefined) return managers;
	if (change.versions.typeOf(change.apiVersion) === undefined) return managers;
	const { time, ...manager } = writer;
	const taken = takeOver(change, managers, '', true);
	const fields = stripped(change.owned(changedFields(taken.comparison, new Map())));
	if (fields.size > 0) {
		const id = managerId(manager);
		const previous = taken.managers.get(id);
		const all = previous === undefined ? fields : union(fields, previous.fields);
		taken.managers.set(id, { ...manager, time, fields: all });
	}
	return capped(taken.managers);
}

/** What an apply makes of an object. */
export interface Applied {
	/** Without defaults; undefined when the object is as it was. */
	readonly object: KubeObject | undefined;
	readonly managers: Managers;
}

/**
 * Merges what someone wants into an object, takes out what they wanted before and want no more, and says who manages what then.
 *
 * Models managedfields/internal/fieldmanager.go Apply and structured-merge-diff merge/update.go Apply.
 *
 * @param change `after` is what is applied
 * @throws ApplyConflict when others manage something of it and it isn't forced
 */
export function appliedObject(
	change: Change,
	managers: Managers,
	writer: Writer,
	isForced: boolean,
	isEqual: (a: KubeObject, b: KubeObject) => boolean
): Applied {
	const { before, after: wanted, apiVersion, versions } = change;
	const { time, ...manager } = writer;
	const known = knownManagers(change, managers, time);
	const type = versions.typeOf(apiVersion)!;
	const id = managerId(manager);
	const last = known.get(id);
	const all = new Map(known);
	const own = change.owned(ownedFields(wanted, type));
	all.set(id, { ...manager, ...(last?.time && { time: last.time }), fields: own });
	const whole = merged(before, wanted, type) as KubeObject;
	const object = pruned(whole, last, all, apiVersion, versions);
	const taken = takeOver({ ...change, after: object }, all, id, isForced);
	const isNoop = isEqual(before, object);
	const fields = stripped(own);
	if (fields.size === 0) taken.managers.delete(id);
	else {
		const mine = taken.managers.get(id)!;
		taken.managers.set(id, { ...mine, ...(!isNoop && { time }), fields });
	}
	return { object: isNoop ? undefined : object, managers: taken.managers };
}

/** Whatever an object has that nobody manages yet belongs to `before-first-apply`. Models skipnonapplied.go. */
function knownManagers(change: Change, managers: Managers, time: string): Managers {
	if (managers.size > 0) return managers;
	const { before, apiVersion, versions } = change;
	const beforeFirst: Managed = {
		manager: 'before-first-apply',
		operation: 'Update',
		apiVersion,
		fields: new Map()
	};
	return managersAfterUpdate(
		{ ...change, before: versions.emptyOf(apiVersion), after: before },
		managers,
		{ ...beforeFirst, time }
	);
}
