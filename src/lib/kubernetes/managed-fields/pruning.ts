import type { KubeObject } from '../object.ts';
import { difference, intersection, type FieldSet, union } from './field-set.ts';
import type { FieldType } from './field-type.ts';
import type { Managed, Managers } from './manager.ts';
import { managedAt } from './ownership.ts';
import { ownedFields } from './owned-fields.ts';
import { without, withNamedFields } from './removal.ts';
import type { Versions } from './versions.ts';

/**
 * Takes out of a merged object what its applier applied last time and applies no more, unless somebody else manages it.
 * Models structured-merge-diff merge/update.go prune.
 *
 * @param last what the applier managed until now
 * @param managers everyone, the applier with what it manages from now on
 */
export function pruned(
	merged: KubeObject,
	last: Managed | undefined,
	managers: Managers,
	apiVersion: string,
	versions: Versions
): KubeObject {
	if (last === undefined || last.fields.size === 0) return merged;
	const type = versions.typeOf(last.apiVersion);
	if (type === undefined) return merged;
	const whole = inVersion(merged, last.apiVersion, versions);
	const named = withNamedFields(last.fields, type);
	let left = without(whole, named, type) as KubeObject | null;
	for (const version of versionsOf(managers, last.apiVersion)) {
		left = withOwned(whole, left, last.apiVersion, version, managedAt(managers, version), versions);
	}
	const gone = intersection(difference(namedOf(whole, type), namedOf(left, type)), named);
	return inVersion(without(whole, gone, type) as KubeObject, apiVersion, versions);
}

/** The version that was applied comes first: it may have what others need to be converted. */
function versionsOf(managers: Managers, first: string): readonly string[] {
	const all = new Set([...managers.values()].map(({ apiVersion }) => apiVersion));
	return [...all].sort((a, b) => Number(b === first) - Number(a === first));
}

/** Puts back what somebody manages. Models addBackOwnedItemsForVersion. */
function withOwned(
	whole: KubeObject,
	left: KubeObject | null,
	ofVersion: string,
	version: string,
	managed: FieldSet,
	versions: Versions
): KubeObject | null {
	const type = versions.typeOf(version);
	if (type === undefined) return left;
	const wholeThere = inVersion(whole, version, versions);
	const leftThere = left && inVersion(left, version, versions);
	const kept = union(namedOf(leftThere, type), withNamedFields(managed, type));
	const back = without(
		wholeThere,
		difference(namedOf(wholeThere, type), kept),
		type
	) as KubeObject | null;
	return back === null ? null : inVersion(back, ofVersion, versions);
}

function namedOf(object: KubeObject | null, type: FieldType): FieldSet {
	return withNamedFields(ownedFields(object, type), type);
}

function inVersion(object: KubeObject, apiVersion: string, versions: Versions): KubeObject {
	return object.apiVersion === apiVersion ? object : versions.convert(object, apiVersion);
}
