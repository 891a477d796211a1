import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import type { Version } from './recorded-object.ts';
import type { Telling } from './telling.ts';

/** Writes of one ReplicaSet's Pods as near as this are of one comparison, ms. */
const togetherMs = 400;

/** What the ReplicaSet controller found: told when it begins to make or to delete Pods. */
export function tellReplicas(telling: Telling): void {
	const sets = new Map<string, ReplicaSet>();
	const alive = new Map<string, Set<string>>();
	const acts: { set: string; atMs: number; version: Version; made: boolean; current: number }[] =
		[];
	for (const version of telling.versions) {
		const { resource, object, namespace, name } = version;
		if (resource.plural === 'replicasets' && object) {
			sets.set(`${namespace}/${name}`, object as unknown as ReplicaSet);
		}
		if (resource.plural !== 'pods') continue;
		const pod = (object ?? version.previous) as Pod;
		const owner = pod.metadata.ownerReferences?.find(({ controller }) => controller);
		if (owner?.kind !== 'ReplicaSet') continue;
		const set = `${namespace}/${owner.name}`;
		const pods = alive.get(set) ?? new Set<string>();
		alive.set(set, pods);
		const current = pods.size;
		const isAlive = object !== null && object.metadata.deletionTimestamp === undefined;
		const changed = isAlive ? !pods.has(name) : pods.has(name);
		if (isAlive) pods.add(name);
		else pods.delete(name);
		const request = telling.writers.get(version);
		if (changed && request?.by === 'replicaset-controller') {
			acts.push({ set, atMs: request.atMs, version, made: isAlive, current });
		}
	}
	tellActs(telling, acts, sets);
}

function tellActs(
	telling: Telling,
	acts: readonly { set: string; atMs: number; version: Version; made: boolean; current: number }[],
	sets: ReadonlyMap<string, ReplicaSet>
): void {
	const told = new Set<Version>();
	for (const act of acts) {
		if (told.has(act.version)) continue;
		const same = acts.filter(
			(one) =>
				one.set === act.set &&
				one.made === act.made &&
				!told.has(one.version) &&
				one.atMs >= act.atMs &&
				one.atMs < act.atMs + togetherMs
		);
		for (const { version } of same) told.add(version);
		if (!sets.has(act.set)) continue;
		const sent = telling.told.sent.get(telling.writers.get(act.version)!)!;
		const { current } = act;
		const decision = telling.draft.add(sent.atMs, sent.cause, {
			kind: 'decision',
			actor: 'controller-manager',
			decision: 'replicas',
			replicaSet: act.set,
			desired: act.made ? current + same.length : current - same.length,
			current,
			...(act.made
				? { create: same.length }
				: {
						remove: same.map(({ version }) => ({
							pod: `${version.namespace}/${version.name}`,
							because: 'not recorded'
						}))
					}),
			inferred: 'arithmetic'
		});
		sent.cause = decision;
	}
}
