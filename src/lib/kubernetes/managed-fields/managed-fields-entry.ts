import { isRecord } from '../patch/merge-patch.ts';
import { type FieldsV1, fromFieldsV1, toFieldsV1 } from './fields-v1.ts';
import { type Managed, managerId, type Managers } from './manager.ts';

/** One of `metadata.managedFields`, its fields in the API's order. */
export interface ManagedFieldsEntry {
	readonly manager?: string;
	readonly operation?: string;
	readonly apiVersion?: string;
	readonly time?: string;
	readonly fieldsType?: string;
	readonly fieldsV1?: FieldsV1;
	readonly subresource?: string;
}

/** Models managedfields/internal/managedfields.go encodeManagedFields. */
export function entriesOf(managers: Managers): readonly ManagedFieldsEntry[] {
	return sortedManagers(managers).map(
		({ manager, operation, apiVersion, time, fields, subresource }) => ({
			manager,
			operation,
			apiVersion,
			...(time !== undefined && { time }),
			fieldsType: 'FieldsV1',
			fieldsV1: toFieldsV1(fields),
			...(subresource !== undefined && { subresource })
		})
	);
}

/** Appliers first, then by time, name, version and subresource. Models sortEncodedManagedFields. */
function sortedManagers(managers: Managers): readonly Managed[] {
	const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
	return [...managers.values()].sort(
		(a, b) =>
			order(a.operation, b.operation) ||
			order(a.time ?? '', b.time ?? '') ||
			order(a.manager, b.manager) ||
			order(a.apiVersion, b.apiVersion) ||
			order(a.subresource ?? '', b.subresource ?? '')
	);
}

/**
 * Reads entries that a client has sent; of several of the same manager the last one counts. Models DecodeManagedFields.
 *
 * @throws Error when one is not valid
 */
export function managersOf(entries: readonly ManagedFieldsEntry[]): Managers {
	const managers = new Map<string, Managed>();
	for (const [index, entry] of entries.entries()) {
		const { manager = '', operation, apiVersion = '', time, subresource, fieldsV1 } = entry;
		if (operation !== 'Apply' && operation !== 'Update') {
			throw new Error('operation must be `Apply` or `Update`');
		}
		if (apiVersion === '') throw new Error('apiVersion must not be empty');
		if (!entry.fieldsType) {
			throw new Error(`missing fieldsType in managed fields entry ${index}`);
		}
		if (entry.fieldsType !== 'FieldsV1') {
			const type = JSON.stringify(entry.fieldsType);
			throw new Error(`invalid fieldsType ${type} in managed fields entry ${index}`);
		}
		const managed: Managed = {
			manager,
			operation,
			apiVersion,
			...(time && { time }),
			...(subresource && { subresource }),
			fields: fromFieldsV1(fieldsV1)
		};
		managers.set(managerId(managed), managed);
	}
	return managers;
}

/** Whether a client asks that nobody manage anything: an empty list, or a list of one empty entry. */
export function resetsManagers(given: unknown): boolean {
	if (!Array.isArray(given) || given.length > 1) return false;
	return given.length === 0 || (isRecord(given[0]) && Object.keys(given[0]).length === 0);
}

/**
 * The same managers as after a round through the API's text: what has the same identifier there is one. (A Scale that changes
 * nothing leaves such a pair behind.)
 */
export function reread(managers: Managers): Managers {
	const read = new Map<string, Managed>();
	for (const managed of sortedManagers(managers)) read.set(managerId(managed), managed);
	return read;
}
