import type {
	Deployment,
	DeploymentCondition,
	DeploymentStatus
} from '#lib/kubernetes/deployment.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import {
	conditionOf,
	messageAbout,
	messageWithoutSet,
	newCondition,
	situations,
	replicaFailure,
	withCondition,
	withoutCondition
} from './conditions.ts';
import { desiredReplicas, maxUnavailable } from './fenceposts.ts';
import { hasDeadline, hasTimedOut, isComplete, isProgressing } from './progress.ts';
import {
	actualReplicas,
	availableReplicas,
	readyReplicas,
	terminatingReplicas,
	wantedReplicas
} from './replica-counts.ts';

type Sets = readonly (ReplicaSet | undefined)[];

/** The cluster's clock: epoch ms, and as the API writes it. */
export interface Clock {
	readonly wallMs: number;
	timestamp(): string;
}

/** Counters and Available. Models pkg/controller/deployment/sync.go calculateStatus. */
export function calculateStatus(
	{ spec, status, metadata }: Deployment,
	all: Sets,
	newSet: ReplicaSet | undefined,
	clock: Clock
): DeploymentStatus {
	const available = availableReplicas(all);
	const enough = available >= desiredReplicas(spec) - maxUnavailable(spec);
	const availability = newCondition(enough ? 'available' : 'unavailable', clock.timestamp());
	return {
		...counted('observedGeneration', metadata.generation ?? 0),
		...counted('replicas', actualReplicas(all)),
		...counted('updatedReplicas', actualReplicas([newSet])),
		...counted('readyReplicas', readyReplicas(all)),
		...counted('availableReplicas', available),
		...counted('unavailableReplicas', Math.max(0, wantedReplicas(all) - available)),
		terminatingReplicas: terminatingReplicas(all),
		...(status.collisionCount === undefined
			? undefined
			: { collisionCount: status.collisionCount }),
		conditions: withCondition(status.conditions ?? [], availability)
	};
}

/** A counter of 0 is not written. */
function counted(field: keyof DeploymentStatus, value: number): Partial<DeploymentStatus> {
	return value === 0 ? {} : { [field]: value };
}

/**
 * The status in the middle of a rollout: with Progressing, and with the ReplicaSets' failures.
 * Models pkg/controller/deployment/progress.go syncRolloutStatus.
 */
export function rolloutStatus(
	deployment: Deployment,
	all: Sets,
	newSet: ReplicaSet | undefined,
	clock: Clock
): DeploymentStatus {
	const status = calculateStatus(deployment, all, newSet, clock);
	const progressed = progressConditions(deployment, status, newSet, clock);
	const failure = replicaFailure(all, newSet);
	const conditions =
		failure === undefined
			? withoutCondition(progressed, 'ReplicaFailure')
			: withCondition(progressed, failure);
	return { ...status, conditions };
}

function progressConditions(
	deployment: Deployment,
	status: DeploymentStatus,
	newSet: ReplicaSet | undefined,
	clock: Clock
): readonly DeploymentCondition[] {
	const conditions = status.conditions ?? [];
	if (!hasDeadline(deployment)) return withoutCondition(conditions, 'Progressing');
	const current = conditionOf(deployment.status, 'Progressing');
	const isOver =
		(status.replicas ?? 0) === (status.updatedReplicas ?? 0) &&
		current?.reason === situations.complete.reason;
	if (isOver) return conditions;
	const now = (situation: 'complete' | 'updated' | 'timed out'): DeploymentCondition => {
		const message =
			newSet === undefined
				? messageWithoutSet(situation, deployment.metadata.name!)
				: messageAbout(situation, newSet.metadata.name!);
		return newCondition(situation, clock.timestamp(), message);
	};
	if (isComplete(deployment, status)) return withCondition(conditions, now('complete'));
	if (isProgressing(deployment.status, status)) {
		// Each bit of progress counts, also one that leaves the reason as it was: lastUpdateTime moves.
		const since = current?.status === 'True' ? current.lastTransitionTime : undefined;
		const condition = now('updated');
		return [
			...withoutCondition(conditions, 'Progressing'),
			since ? { ...condition, lastTransitionTime: since } : condition
		];
	}
	const isLate = hasTimedOut(deployment, status, clock.wallMs);
	return isLate ? withCondition(conditions, now('timed out')) : conditions;
}
