import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { maxSurge, maxUnavailable } from '#lib/cluster/controllers/deployment/fenceposts.ts';
import type { Unplaced } from '#lib/cluster/kernel/recorder.ts';
import type { RolloutDecision } from '#lib/trace/event.ts';
import type { Version } from './recorded-object.ts';
import type { Telling } from './telling.ts';

type Numbers = Record<string, number>;
type Decided = Pick<RolloutDecision, 'step' | 'replicaSet' | 'from' | 'to'>;

/**
 * What the Deployment controller worked out: read off what it wrote next, with the numbers that stood in etcd then. That it found
 * nothing to do is told where it reported the status in the middle of a rollout (kubernetes/pkg/controller/deployment/rolling.go and recreate.go
 * do so then).
 */
export function tellRollouts(telling: Telling): void {
	const state = new Map<string, Version>();
	const last = new Map<string, string>();
	/** Deployments whose controller has just written to a ReplicaSet: the status that follows belongs to that. */
	const busy = new Set<string>();
	for (const version of telling.versions) {
		const request = telling.writers.get(version);
		const plural = version.resource.plural;
		if (request?.by === 'deployment-controller' && version.object) {
			const deployment = deploymentOf(version, state);
			const key = deployment?.metadata.uid ?? '';
			const belongs = plural === 'deployments' && busy.delete(key);
			if (plural === 'replicasets') busy.add(key);
			const decided = deployment && !belongs && decidedBy(version, deployment, state);
			if (deployment && decided) {
				const numbers = numbersOf(deployment, state);
				const said = JSON.stringify([decided, numbers]);
				const name = `${version.namespace}/${deployment.metadata.name}`;
				// The same finding again is no news.
				if (last.get(name) !== said) tell(telling, version, deployment, decided, numbers);
				last.set(name, said);
			}
		}
		if (plural === 'deployments' || plural === 'replicasets') {
			if (version.object) state.set(version.key, version);
			else state.delete(version.key);
		}
	}
}

function tell(
	telling: Telling,
	version: Version,
	{ metadata, spec }: Deployment,
	decided: Decided,
	numbers: Numbers
): void {
	const sent = telling.told.sent.get(telling.writers.get(version)!)!;
	const event: Unplaced = {
		kind: 'decision',
		actor: 'controller-manager',
		decision: 'rollout',
		deployment: `${metadata.namespace}/${metadata.name}`,
		strategy: spec.strategy?.type === 'Recreate' ? 'Recreate' : 'RollingUpdate',
		...decided,
		numbers,
		inferred: 'arithmetic'
	};
	sent.cause = telling.draft.add(sent.atMs, sent.cause, event);
}

function deploymentOf(version: Version, state: ReadonlyMap<string, Version>): Deployment | null {
	if (version.resource.plural === 'deployments') return version.object as unknown as Deployment;
	if (version.resource.plural !== 'replicasets') return null;
	const owner = version.object?.metadata.ownerReferences?.find(({ controller }) => controller);
	const stored = state.get(`/registry/deployments/${version.namespace}/${owner?.name}`);
	return (stored?.object ?? null) as unknown as Deployment | null;
}

function decidedBy(
	version: Version,
	deployment: Deployment,
	state: ReadonlyMap<string, Version>
): Decided | null {
	if (version.resource.plural === 'deployments')
		return waits(deployment, state) ? { step: 'wait' } : null;
	const set = version.object as unknown as ReplicaSet;
	if (version.previous === null) return { step: 'create-new' };
	const from = (version.previous as unknown as ReplicaSet).spec.replicas ?? 1;
	const to = set.spec.replicas ?? 1;
	if (from === to) return null;
	const isNew = isOf(set, deployment);
	const step =
		isNew && to > from ? 'scale-up-new' : !isNew && to < from ? 'scale-down-old' : 'scale';
	return { step, replicaSet: version.name, from, to };
}

/** A ReplicaSet is a Deployment's new one when it has its template, the hash aside. */
function isOf({ spec }: ReplicaSet, deployment: Deployment): boolean {
	const { labels, ...metadata } = spec.template.metadata ?? {};
	const { 'pod-template-hash': _hash, ...own } = labels ?? {};
	const wanted = deployment.spec.template;
	return isDeepEqual({ ...spec.template, metadata: { ...metadata, labels: own } }, wanted);
}

function setsOf(
	{ metadata }: Deployment,
	state: ReadonlyMap<string, Version>
): readonly ReplicaSet[] {
	return [...state.values()].flatMap(({ object, resource, namespace }) => {
		const owner = object?.metadata.ownerReferences?.find(({ controller }) => controller);
		const isOwn =
			resource.plural === 'replicasets' &&
			namespace === metadata.namespace &&
			owner?.name === metadata.name;
		return isOwn ? [object as unknown as ReplicaSet] : [];
	});
}

function numbersOf(deployment: Deployment, state: ReadonlyMap<string, Version>): Numbers {
	const sets = setsOf(deployment, state);
	const fresh = sets.filter((set) => isOf(set, deployment));
	const old = sets.filter((set) => !fresh.includes(set));
	const sum = (from: readonly ReplicaSet[], of: (set: ReplicaSet) => number | undefined) =>
		from.reduce((total, set) => total + (of(set) ?? 0), 0);
	const newReplicas = sum(fresh, ({ spec }) => spec.replicas ?? 1);
	const oldReplicas = sum(old, ({ spec }) => spec.replicas ?? 1);
	return {
		replicas: deployment.spec.replicas ?? 1,
		maxSurge: maxSurge(deployment.spec),
		maxUnavailable: maxUnavailable(deployment.spec),
		total: newReplicas + oldReplicas,
		available: sum(sets, ({ status }) => status.availableReplicas),
		newReplicas,
		newUnavailable: newReplicas - sum(fresh, ({ status }) => status.availableReplicas),
		oldReplicas,
		oldPods: sum(old, ({ status }) => status.replicas),
		terminating: sum(sets, ({ status }) => status.terminatingReplicas)
	};
}

/** In the middle of a rollout, and its arithmetic allows nothing for now. */
function waits(deployment: Deployment, state: ReadonlyMap<string, Version>): boolean {
	const numbers = numbersOf(deployment, state);
	const { replicas = 0, total = 0, available = 0, newReplicas = 0, newUnavailable = 0 } = numbers;
	const {
		oldReplicas = 0,
		oldPods = 0,
		terminating = 0,
		maxSurge: surge = 0,
		maxUnavailable: unavailable = 0
	} = numbers;
	const isComplete =
		newReplicas === replicas && newUnavailable === 0 && oldReplicas === 0 && oldPods === 0;
	if (isComplete) return false;
	if (deployment.spec.strategy?.type === 'Recreate')
		return oldReplicas === 0 && (oldPods > 0 || terminating > 0 || newReplicas > 0);
	const mayAdd = newReplicas < replicas && total < replicas + surge;
	const mayTake = oldReplicas > 0 && available > replicas - unavailable;
	return newReplicas > 0 && !mayAdd && !mayTake;
}
