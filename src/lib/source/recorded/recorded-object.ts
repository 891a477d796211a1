import { resourceNamed, type Resource } from '#lib/kubernetes/resources.ts';
import type { KubeObject, OwnerReference } from '#lib/kubernetes/object.ts';
import { storageKey } from '#lib/cluster/api-server/storage-key.ts';
import { unflatten, withChanges, type FlatObject } from './flat-object.ts';
import type { RecordedRun, RecordedVersion } from './recording.ts';

/** One version of one object, as it was recorded. */
export interface Version {
	readonly resource: Resource;
	/** In etcd. */
	readonly key: string;
	readonly namespace: string | undefined;
	readonly name: string;
	/** When a watch brought it, ms. */
	readonly atMs: number;
	readonly type: RecordedVersion['type'];
	readonly changes: Readonly<Record<string, unknown>>;
	/** Without what is only known when all versions have been put in order; null: it is gone. */
	readonly object: KubeObject | null;
	readonly previous: KubeObject | null;
	/** Which of the object's entries in the recording this is; -1: what was there before the first. */
	readonly index: number;
}

/** What the recordings call a resource, where it isn't its plural. */
const abbreviated: Readonly<Record<string, string>> = {
	pdbs: 'pdb',
	csrs: 'csr',
	pvcs: 'pvc',
	pvs: 'pv',
	hpas: 'hpa',
	crds: 'crd',
	quotas: 'quota'
};

/** The resource of a name such as `pods` or `pdbs`; one that nobody knows is taken as its plural says. */
function recordedResource(word: string): Resource {
	const known = resourceNamed(abbreviated[word] ?? word);
	if (known) return known;
	const singular = word.replace(/s$/, '');
	return {
		kind: singular.charAt(0).toUpperCase() + singular.slice(1),
		apiVersion: 'v1',
		plural: word,
		singular,
		shortNames: [],
		namespaced: true,
		subresources: [],
		inAll: false,
		isExtension: false,
		verbs: []
	};
}

/** Every version of every object of a run, object by object. */
export function versionsOf({ objects }: RecordedRun): readonly (readonly Version[])[] {
	const entries = Object.entries(objects);
	const uids = uidsIn(objects);
	return entries.map(([id, versions]) => lifeOf(id, versions, uids));
}

function lifeOf(
	id: string,
	versions: readonly RecordedVersion[],
	uids: ReadonlyMap<string, string>
): readonly Version[] {
	const slash = id.indexOf('/');
	const [word, name] = [id.slice(0, slash), id.slice(slash + 1)];
	const resource = recordedResource(word);
	const first = versions[0];
	const namespace = resource.namespaced
		? String(first?.changes['metadata.namespace'] ?? 'default')
		: undefined;
	const about = { resource, namespace, name, key: storageKey(resource.plural, namespace, name) };
	const life: Version[] = [];
	let flat: FlatObject | null = null;
	let births = 0;
	if (first && first.type !== 'ADDED') {
		// Only what changed of it is recorded: whatever else it is, it was there.
		flat = new Map<string, unknown>([['metadata.name', name]]);
		const object = objectOf(resource, flat, uidOf(uids, resource.kind, name, 1));
		const before = { type: 'ADDED', atMs: 0, changes: {}, index: -1 } as const;
		life.push({ ...about, ...before, object, previous: null });
		births = 1;
	}
	for (const [index, { atMs, type, changes }] of versions.entries()) {
		if (type === 'ADDED') {
			flat = null;
			births++;
		}
		const previous = life.at(-1)?.object ?? null;
		flat = type === 'DELETED' ? null : withChanges(flat, changes);
		const object = flat && objectOf(resource, flat, uidOf(uids, resource.kind, name, births));
		life.push({ ...about, atMs, type, changes, index, object, previous });
	}
	return life;
}

function objectOf({ kind, apiVersion }: Resource, flat: FlatObject, uid: string): KubeObject {
	const { metadata, ...rest } = unflatten(flat, kind) as { metadata?: KubeObject['metadata'] };
	return { kind, apiVersion, metadata: { ...metadata, uid }, ...rest };
}

/** Uids aren't recorded of an object itself, but by whom it owns. By kind and name. */
function uidsIn(objects: RecordedRun['objects']): ReadonlyMap<string, string> {
	const uids = new Map<string, string>();
	for (const versions of Object.values(objects)) {
		for (const { changes } of versions) {
			const flat = new Map(
				Object.entries(changes).filter(([path]) => path.startsWith('metadata.ownerReferences['))
			);
			const { metadata } = unflatten(flat, '') as {
				metadata?: { ownerReferences?: readonly Partial<OwnerReference>[] };
			};
			for (const { kind, name, uid } of metadata?.ownerReferences ?? []) {
				if (kind && name && uid) uids.set(`${kind}/${name}`, uid);
			}
		}
	}
	return uids;
}

/** One that is born again under the same name is another. */
function uidOf(
	uids: ReadonlyMap<string, string>,
	kind: string,
	name: string,
	births: number
): string {
	const uid = uids.get(`${kind}/${name}`) ?? `<uid:${name}>`;
	return births > 1 ? `${uid} (${births})` : uid;
}
