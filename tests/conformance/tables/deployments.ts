import { sizeAnnotationsDiffer } from '#lib/cluster/controllers/deployment/annotations.ts';
import { conditionOf, situations } from '#lib/cluster/controllers/deployment/conditions.ts';
import { rolloutStatus } from '#lib/cluster/controllers/deployment/deployment-status.ts';
import {
	maxUnavailable,
	minAvailable,
	resolveFenceposts
} from '#lib/cluster/controllers/deployment/fenceposts.ts';
import { findOldReplicaSets } from '#lib/cluster/controllers/deployment/find-replica-sets.ts';
import { expiredReplicaSets } from '#lib/cluster/controllers/deployment/history-clean-up.ts';
import {
	hasTimedOut,
	isComplete,
	isProgressing
} from '#lib/cluster/controllers/deployment/progress.ts';
import { scaledSizes } from '#lib/cluster/controllers/deployment/proportional-scale.ts';
import {
	areOldPodsRunning,
	scaleDownForRecreate
} from '#lib/cluster/controllers/deployment/recreate.ts';
import { activeReplicaSets, sizeOf } from '#lib/cluster/controllers/deployment/replica-counts.ts';
import {
	cleanUpUnhealthy,
	newReplicaSetSize,
	reconcileNewSize,
	reconcileOldSizes,
	scaleDownAvailable,
	type Resize
} from '#lib/cluster/controllers/deployment/rolling-arithmetic.ts';
import type { DeploymentStatus } from '#lib/kubernetes/deployment.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { compared, failed, passed, tried } from '../outcome.ts';
import { type CaseRunner, computed, type TableRunners } from '../table.ts';
import {
	clockAt,
	deploymentOf,
	minute,
	pod,
	replicaSet,
	type SetInput
} from './deployment-objects.ts';

interface Sizes {
	readonly deploymentReplicas: number;
	readonly maxSurge: number | string;
	readonly maxUnavailable: number | string;
	readonly strategy?: 'Recreate' | 'RollingUpdate';
}

function specOf({ deploymentReplicas, ...rest }: Sizes) {
	return deploymentOf({ replicas: deploymentReplicas, ...rest }).spec;
}

interface Old {
	readonly replicas: number;
	readonly availableReplicas: number;
}

function setOf(name: string, { replicas, availableReplicas }: Old): ReplicaSet {
	return replicaSet({ name, replicas, availableReplicas });
}

/** What became of the one old ReplicaSet. */
function oneOld(old: Old, resizes: readonly Resize[]): object {
	return { scaled: resizes.length > 0, oldReplicas: resizes.at(-1)?.to ?? old.replicas };
}

const syncRolloutStatus: CaseRunner = ({ input, expected }) => {
	const { deployment, newRS, otherRSs } = input as {
		deployment: Parameters<typeof deploymentOf>[0];
		newRS: SetInput | null;
		otherRSs: SetInput[];
	};
	const clock = clockAt('2026-01-02T03:04:05Z');
	const newSet = newRS === null ? undefined : replicaSet(newRS);
	const all = [...otherRSs.map(replicaSet), newSet];
	const status = rolloutStatus(deploymentOf(deployment), all, newSet, clock);
	const got = conditionOf(status, 'Progressing');
	const wanted = (expected as { progressingCondition: Record<string, string> | null })
		.progressingCondition;
	if (wanted === null) return compared(undefined, got);
	const before = deployment.conditions?.find(({ type }) => type === 'Progressing');
	const time = (field: 'lastUpdateTime' | 'lastTransitionTime'): string => {
		if (got?.[field] === clock.timestamp()) return 'now';
		return (got?.[field] ?? '') === (before?.[field] ?? '') ? 'unchanged' : String(got?.[field]);
	};
	const { type, status: value, reason } = got ?? {};
	const shown = {
		type,
		status: value,
		reason,
		lastUpdateTime: time('lastUpdateTime'),
		lastTransitionTime: time('lastTransitionTime')
	};
	const same = Object.entries(wanted).every(
		([key, text]) => shown[key as keyof typeof shown] === text
	);
	return same ? passed : failed(wanted, shown);
};

const proportionalScale: CaseRunner = ({ input, expected }) => {
	const { deployment, newRS, oldRSs, ignoreUpdatesOf } = input as {
		deployment: Parameters<typeof deploymentOf>[0];
		newRS: SetInput | null;
		oldRSs: SetInput[];
		ignoreUpdatesOf?: string[];
	};
	const newSet = newRS === null ? undefined : replicaSet(newRS);
	const old = oldRSs.map(replicaSet);
	const sizes = Object.fromEntries(
		[...old, ...(newSet ? [newSet] : [])].map((set) => [set.metadata.name, sizeOf(set)])
	);
	for (const { replicaSet: set, to } of scaledSizes(deploymentOf(deployment), newSet, old)) {
		if (!ignoreUpdatesOf?.includes(set.metadata.name!)) sizes[set.metadata.name!] = to;
	}
	return compared((expected as { replicas: unknown }).replicas, sizes);
};

export const deploymentTables: TableRunners = {
	'deployment-resolve-fenceposts': ({ input, expected }) => {
		const {
			maxSurge,
			maxUnavailable: unavailable,
			desired
		} = input as {
			maxSurge: string;
			maxUnavailable: string;
			desired: number;
		};
		const got = tried(() => resolveFenceposts(maxSurge, unavailable, desired));
		return compared(expected, 'error' in got ? { error: true } : { ...got.value, error: false });
	},
	'deployment-max-unavailable': computed(
		(input: Parameters<typeof deploymentOf>[0]) => ({
			maxUnavailable: maxUnavailable(deploymentOf(input).spec)
		}),
		compared
	),
	'deployment-min-available': computed(
		(input: Parameters<typeof deploymentOf>[0]) => ({
			minAvailable: minAvailable(deploymentOf(input).spec)
		}),
		compared
	),
	'deployment-new-rs-new-replicas': computed(
		({
			newRSReplicas,
			sumOfAllRSReplicas,
			...sizes
		}: Sizes & { newRSReplicas: number; sumOfAllRSReplicas: number }) => ({
			newRSReplicas: newReplicaSetSize(specOf(sizes), sumOfAllRSReplicas, newRSReplicas)
		}),
		compared
	),
	'deployment-reconcile-new-rs': computed(
		({
			oldReplicas,
			newReplicas,
			...sizes
		}: Sizes & { oldReplicas: number; newReplicas: number }) => {
			const newSet = replicaSet({ name: 'new', replicas: newReplicas });
			const all = [replicaSet({ name: 'old', replicas: oldReplicas }), newSet];
			const size = reconcileNewSize(specOf(sizes), all, newSet);
			return { scaled: size !== newReplicas, newReplicas: size };
		},
		compared
	),
	'deployment-reconcile-old-rs': computed(
		({ old, new: fresh, ...sizes }: Sizes & { old: Old; new: Old }) => {
			const sets = activeReplicaSets([setOf('old', old)]);
			const down = reconcileOldSizes(specOf(sizes), sets, setOf('new', fresh));
			return oneOld(old, [...down.unhealthy, ...down.scaled]);
		},
		compared
	),
	'deployment-scale-down-old-rolling': computed(
		({ old, ...sizes }: Sizes & { old: Old }) =>
			oneOld(old, scaleDownAvailable(specOf(sizes), [setOf('old', old)], undefined)),
		compared
	),
	'deployment-cleanup-unhealthy': computed(
		({ old, maxCleanupCount }: { old: Old; maxCleanupCount: number }) => {
			const resizes = cleanUpUnhealthy([setOf('old', old)], maxCleanupCount);
			return { cleanedUp: resizes.reduce((sum, { to }) => sum + old.replicas - to, 0) };
		},
		compared
	),
	'deployment-proportional-scale': proportionalScale,
	'deployment-sync-rollout-status': syncRolloutStatus,
	'deployment-recreate-scale-down': computed(({ oldReplicas }: { oldReplicas: number[] }) => {
		const sets = oldReplicas.map((replicas, index) =>
			replicaSet({ name: `rs-${index}`, replicas })
		);
		const resizes = scaleDownForRecreate(sets);
		return {
			oldReplicas: sets.map(
				(set) => resizes.find((resize) => resize.replicaSet === set)?.to ?? sizeOf(set)
			)
		};
	}, compared),
	'deployment-recreate-old-pods-running': computed(
		({
			newRS,
			oldReplicaSets,
			podPhasesByOwnerUid
		}: {
			newRS: SetInput | null;
			oldReplicaSets: SetInput[];
			podPhasesByOwnerUid: Record<string, string[]>;
		}) => ({
			oldPodsRunning: areOldPodsRunning(
				oldReplicaSets.map(replicaSet),
				newRS === null ? undefined : replicaSet(newRS),
				Object.entries(podPhasesByOwnerUid).map(
					([uid, phases]) => [uid, phases.map((phase) => pod({ phase }))] as const
				)
			)
		}),
		compared
	),
	'deployment-find-old-rs': computed(
		({
			replicaSets,
			deploymentTemplate
		}: {
			replicaSets: { name: string; template: string; replicas: number; createdMinute: number }[];
			deploymentTemplate: string;
		}) => {
			const sets = replicaSets.map(({ createdMinute, ...rest }) =>
				replicaSet({ ...rest, creationTimestamp: minute(createdMinute) })
			);
			const old = findOldReplicaSets(deploymentOf({ template: deploymentTemplate }), sets);
			const names = (list: readonly ReplicaSet[]) => list.map(({ metadata }) => metadata.name);
			return { oldAll: names(old), oldWithReplicas: names(activeReplicaSets(old)) };
		},
		compared
	),
	'deployment-complete': computed(
		({
			spec,
			status,
			observedGeneration
		}: {
			spec: Parameters<typeof deploymentOf>[0];
			status: DeploymentStatus;
			observedGeneration: string;
		}) => {
			const observed = observedGeneration === '= generation' ? 2 : 1;
			const deployment = deploymentOf({ ...spec, generation: 2 });
			return { complete: isComplete(deployment, { ...status, observedGeneration: observed }) };
		},
		compared
	),
	'deployment-progressing': computed(
		({ oldStatus, newStatus }: { oldStatus: DeploymentStatus; newStatus: DeploymentStatus }) => ({
			progressing: isProgressing(oldStatus, newStatus)
		}),
		compared
	),
	'deployment-timed-out': computed(
		({
			progressDeadlineSeconds,
			condition,
			now
		}: {
			progressDeadlineSeconds: number | null;
			condition: never;
			now: string;
		}) => {
			const deployment = deploymentOf({ progressDeadlineSeconds });
			const status = { conditions: condition === null ? [] : [condition] };
			return { timedOut: hasTimedOut(deployment, status, Date.parse(now)) };
		},
		compared
	),
	'deployment-conditions': ({ input, expected }) => {
		const { situation } = input as { situation: string };
		const known: Readonly<Record<string, object>> = situations;
		return isDeepEqual(known[situation], expected) ? passed : failed(expected, known[situation]);
	},
	'deployment-replicas-annotations': computed(
		({
			annotations,
			desiredReplicas,
			maxReplicas
		}: {
			annotations: Record<string, string> | null;
			desiredReplicas: number;
			maxReplicas: number;
		}) => ({ needUpdate: sizeAnnotationsDiffer(annotations, desiredReplicas, maxReplicas) }),
		compared
	),
	'deployment-cleanup-history': computed(
		({
			revisionHistoryLimit,
			oldReplicaSets
		}: {
			revisionHistoryLimit: number;
			oldReplicaSets: SetInput[];
		}) => ({
			deletions: expiredReplicaSets(oldReplicaSets.map(replicaSet), revisionHistoryLimit).length
		}),
		compared
	),
	'deployment-cleanup-order': computed(
		({
			revisionHistoryLimit,
			oldReplicaSets
		}: {
			revisionHistoryLimit: number;
			oldReplicaSets: (SetInput & { creationOffsetMinutes: number })[];
		}) => {
			const sets = oldReplicaSets.map(({ creationOffsetMinutes, ...set }) =>
				replicaSet({
					...set,
					statusReplicas: set.replicas ?? 0,
					creationTimestamp: minute(creationOffsetMinutes)
				})
			);
			const expired = expiredReplicaSets(sets, revisionHistoryLimit);
			return { deleted: expired.map(({ metadata }) => metadata.name).sort() };
		},
		compared
	)
};
