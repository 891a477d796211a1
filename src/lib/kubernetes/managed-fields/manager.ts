import type { FieldSet } from './field-set.ts';

export type ManagerOperation = 'Apply' | 'Update';

/** Who manages fields, and by what kind of request: an entry of `metadata.managedFields` without its fields. */
export interface Manager {
	readonly manager: string;
	readonly operation: ManagerOperation;
	/** The version of the object that the fields are of. */
	readonly apiVersion: string;
	readonly subresource?: string;
}

/** A manager and what it manages. */
export interface Managed extends Manager {
	/** When it last changed something, RFC 3339; undefined when nobody knows. */
	readonly time?: string;
	readonly fields: FieldSet;
}

/** All managers of an object by {@link managerId}. */
export type Managers = ReadonlyMap<string, Managed>;

export const noManagers: Managers = new Map();

/**
 * What is the same for entries of the same manager: who applies is the same whatever the version. Also the order of managers
 * in messages. Models managedfields/internal/managedfields.go BuildManagerIdentifier.
 */
export function managerId({ manager, operation, apiVersion, subresource }: Manager): string {
	return JSON.stringify({
		...(manager !== '' && { manager }),
		operation,
		...(operation === 'Update' && { apiVersion }),
		...(subresource !== undefined && { subresource })
	});
}

/** As a conflict names it. Models managedfields/internal/conflict.go printManager. */
export function managerText({ manager, operation, apiVersion, subresource }: Manager): string {
	const name = JSON.stringify(manager);
	const whole = subresource ? `${name} with subresource ${JSON.stringify(subresource)}` : name;
	return operation === 'Update' ? `${whole} using ${apiVersion}` : whole;
}
