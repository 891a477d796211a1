import type { KubeObject } from '#lib/kubernetes/object.ts';
import { compared, isSame } from '#lib/kubernetes/managed-fields/comparison.ts';
import { managersAfterUpdate, type Writer } from '#lib/kubernetes/managed-fields/field-manager.ts';
import {
	type ManagedFieldsEntry,
	managersOf,
	reread,
	resetsManagers
} from '#lib/kubernetes/managed-fields/managed-fields-entry.ts';
import { type Managers, noManagers } from '#lib/kubernetes/managed-fields/manager.ts';
import type { Change } from '#lib/kubernetes/managed-fields/ownership.ts';
import type { Resource } from '#lib/kubernetes/resources.ts';
import type { RequestContext } from '../operation.ts';
import type { Write } from './field-managers.ts';
import { ownedPart } from './reset-fields.ts';
import { resourceVersions } from './resource-versions.ts';

/** An object as somebody wants it, before admission and the kind's strategy have their say. */
export class UpdateWrite implements Write {
	/**
	 * @param after as it was read, with its defaults
	 * @param given `managedFields` as the client sent them; undefined when it sent none
	 */
	constructor(
		private readonly after: KubeObject,
		private readonly writer: Writer,
		private readonly resource: Resource,
		private readonly given: unknown
	) {}

	managersAfter(managers: Managers, before: KubeObject | null): Managers {
		const { writer, given } = this;
		const isMain = writer.subresource === undefined;
		const isReset = isMain && resetsManagers(given);
		const own = isReset ? noManagers : (isMain && managersIn(given)) || reread(managers);
		return managersAfterUpdate(this.changeOf(before), own, writer);
	}

	isNothing(before: KubeObject): boolean {
		if (this.given !== undefined) return false;
		const { before: old, after, apiVersion, versions, owned } = this.changeOf(before);
		const type = versions.typeOf(apiVersion);
		if (type === undefined) return true;
		const { added, modified, removed } = compared(old, after, type);
		return isSame({ added: owned(added), modified: owned(modified), removed: owned(removed) });
	}

	private changeOf(before: KubeObject | null): Change {
		const { apiVersion, subresource } = this.writer;
		return changeOf(before, this.after, this.resource, apiVersion, subresource);
	}
}

/** A change of an object of a resource, in the version in which it was asked for. */
export function changeOf(
	before: KubeObject | null,
	after: KubeObject,
	resource: Resource,
	apiVersion: string,
	subresource: string | undefined
): Change {
	const versions = resourceVersions(resource);
	return {
		before: before === null ? versions.emptyOf(apiVersion) : versions.convert(before, apiVersion),
		after: versions.convert(after, apiVersion),
		apiVersion,
		versions,
		owned: ownedPart(resource.plural, subresource, resource.subresources.includes('status'))
	};
}

/** The managers that a client sent; undefined when it sent none, or none that can be read. */
function managersIn(given: unknown): Managers | undefined {
	if (!Array.isArray(given) || given.length === 0) return undefined;
	try {
		return managersOf(given as readonly ManagedFieldsEntry[]);
	} catch {
		return undefined;
	}
}

/** Who writes by a request, in the version of its path; a Scale is of a version of its own. */
export function writerOf(
	{ route, resource, manager, timestamp }: RequestContext,
	operation: Writer['operation']
): Writer {
	const { subresource } = route;
	return {
		manager,
		operation,
		apiVersion: resource.kind === 'Scale' ? resource.apiVersion : versionAt(route),
		...(subresource !== undefined && { subresource }),
		time: timestamp
	};
}

function versionAt({ group, version }: RequestContext['route']): string {
	return group === '' ? version : `${group}/${version}`;
}

/** What a create, a PUT or a patch wants. */
export function updateWrite(after: KubeObject, context: RequestContext, given: unknown): Write {
	return new UpdateWrite(after, writerOf(context, 'Update'), context.resource, given);
}
