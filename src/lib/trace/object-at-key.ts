import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { EndpointSlice } from '#lib/kubernetes/endpoint-slice.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import type { Write } from './event.ts';

interface Kinds {
	Pod: Pod;
	Deployment: Deployment;
	ReplicaSet: ReplicaSet;
	Service: Service;
	EndpointSlice: EndpointSlice;
}

const prefixes: Readonly<Record<keyof Kinds, string>> = {
	Pod: '/registry/pods/',
	Deployment: '/registry/deployments/',
	ReplicaSet: '/registry/replicasets/',
	Service: '/registry/services/specs/',
	EndpointSlice: '/registry/endpointslices/'
};

/** What a write did to an object of one kind. */
export interface Change<Kind extends keyof Kinds> {
	/** `namespace/name`. */
	readonly key: string;
	/** Null: the object is gone. */
	readonly now: Kinds[Kind] | null;
	/** Null: it is new. */
	readonly before: Kinds[Kind] | null;
	readonly revision: number;
}

/** A write as a change of an object of that kind; null when it is of another. */
export function changeOf<Kind extends keyof Kinds>(
	kind: Kind,
	{ key, object, previous, revision }: Write
): Change<Kind> | null {
	const prefix = prefixes[kind];
	if (!key.startsWith(prefix) || !(object ?? previous)) return null;
	// etcd's keys say what kind of object stands under them.
	const [now, before] = [object, previous] as unknown as [Kinds[Kind] | null, Kinds[Kind] | null];
	return { key: key.slice(prefix.length), now, before, revision };
}

/** `namespace/name` of an object's controller, of whatever kind. */
export function controllerOf({ metadata }: KubeObject): string | undefined {
	const owner = metadata.ownerReferences?.find(({ controller }) => controller);
	return owner && `${metadata.namespace}/${owner.name}`;
}

/** The name without its namespace. */
export function shortName(key: string): string {
	return key.slice(key.indexOf('/') + 1);
}
