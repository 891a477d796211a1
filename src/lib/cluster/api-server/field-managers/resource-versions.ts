import type { CustomKind } from '#lib/kubernetes/custom-kind.ts';
import { kindRulesAt } from '#lib/kubernetes/kinds/known-kinds.ts';
import type { OtherVersion } from '#lib/kubernetes/kinds/kind-rules.ts';
import { emptyObject } from '#lib/kubernetes/managed-fields/empty-object.ts';
import { kindType } from '#lib/kubernetes/managed-fields/kind-type.ts';
import type { Versions } from '#lib/kubernetes/managed-fields/versions.ts';
import type { Resource } from '#lib/kubernetes/resources.ts';
import { eventsV1 } from '../events-v1.ts';

const known = new WeakMap<Resource, Versions>();

/** The versions of a resource's kind. */
export function resourceVersions(resource: Resource): Versions {
	let versions = known.get(resource);
	if (versions === undefined) known.set(resource, (versions = versionsOf(resource)));
	return versions;
}

function versionsOf(resource: Resource): Versions {
	if (resource.custom !== undefined) return customVersions(resource.kind, resource.custom);
	const { plural, kind, apiVersion: stored } = resource;
	const others = [
		...(kindRulesAt(plural)?.otherVersions ?? []),
		...(plural === 'events' ? [eventsV1] : [])
	];
	const other = (apiVersion: string): OtherVersion | undefined =>
		others.find((one) => one.apiVersion === apiVersion);
	const schemaOf = (apiVersion: string): string | undefined =>
		apiVersion === stored ? kind : other(apiVersion)?.schema;
	return {
		typeOf(apiVersion) {
			const schema = schemaOf(apiVersion);
			return schema === undefined ? undefined : kindType(schema);
		},
		convert(object, apiVersion) {
			const from = other(object.apiVersion);
			const kept = from === undefined ? object : from.toStored(object);
			const to = other(apiVersion);
			return to === undefined ? kept : to.fromStored(kept);
		},
		emptyOf(apiVersion) {
			return emptyObject(schemaOf(apiVersion)!, apiVersion, kind);
		}
	};
}

/** Versions of a custom resource differ in nothing but their name. */
function customVersions(kind: string, { fieldType }: CustomKind): Versions {
	return {
		typeOf: () => fieldType,
		convert: (object, apiVersion) =>
			object.apiVersion === apiVersion ? object : { ...object, apiVersion },
		emptyOf: (apiVersion) => ({ kind, apiVersion, metadata: {} })
	};
}
