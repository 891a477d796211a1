import { decodeObject } from '#lib/kubernetes/decode.ts';
import { kindRulesAt } from '#lib/kubernetes/kinds/known-kinds.ts';
import type { OtherVersion } from '#lib/kubernetes/kinds/kind-rules.ts';
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

function versionsOf({ plural, kind, apiVersion: stored }: Resource): Versions {
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
			const { object } = decodeObject(schemaOf(apiVersion)!, apiVersion, {});
			return { ...object, kind };
		}
	};
}
