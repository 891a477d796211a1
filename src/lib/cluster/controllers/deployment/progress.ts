import type { Deployment, DeploymentStatus } from '#lib/kubernetes/deployment.ts';
import { conditionOf, situations } from './conditions.ts';
import { desiredReplicas } from './fenceposts.ts';

/** What a Deployment with no deadline has in `progressDeadlineSeconds`. */
const noDeadline = 2147483647;
/** A retry's first wait. */
const firstLookMs = 5;

/** Models deployment_util.go HasProgressDeadline. */
export function hasDeadline({ spec }: Deployment): boolean {
	return spec.progressDeadlineSeconds != null && spec.progressDeadlineSeconds !== noDeadline;
}

/** All Pods new and available, the last change seen. Models deployment_util.go DeploymentComplete. */
export function isComplete({ spec, metadata }: Deployment, status: DeploymentStatus): boolean {
	const desired = desiredReplicas(spec);
	return (
		(status.updatedReplicas ?? 0) === desired &&
		(status.replicas ?? 0) === desired &&
		(status.availableReplicas ?? 0) === desired &&
		(status.observedGeneration ?? 0) >= (metadata.generation ?? 0)
	);
}

/** More new, fewer old, more ready or more available ones. Models deployment_util.go DeploymentProgressing. */
export function isProgressing(before: DeploymentStatus, after: DeploymentStatus): boolean {
	return (
		(after.updatedReplicas ?? 0) > (before.updatedReplicas ?? 0) ||
		oldReplicas(after) < oldReplicas(before) ||
		(after.readyReplicas ?? 0) > (before.readyReplicas ?? 0) ||
		(after.availableReplicas ?? 0) > (before.availableReplicas ?? 0)
	);
}

function oldReplicas({ replicas = 0, updatedReplicas = 0 }: DeploymentStatus): number {
	return replicas - updatedReplicas;
}

/**
 * No progress for longer than `progressDeadlineSeconds`; a finished rollout never times out.
 * Models deployment_util.go DeploymentTimedOut.
 *
 * @param nowMs epoch ms
 */
export function hasTimedOut(
	deployment: Deployment,
	status: DeploymentStatus,
	nowMs: number
): boolean {
	const condition = conditionOf(status, 'Progressing');
	if (!hasDeadline(deployment) || condition === undefined) return false;
	if (condition.reason === situations.complete.reason) return false;
	if (condition.reason === situations['timed out'].reason) return true;
	return deadlineMs(deployment, condition.lastUpdateTime) < nowMs;
}

/**
 * When to look again whether the deadline has passed, ms from now; undefined if there is nothing to wait for. Where less than
 * a second is left upstream looks every 5 ms, which comes to the same. Models progress.go requeueStuckDeployment.
 */
export function stuckCheckMs(
	deployment: Deployment,
	status: DeploymentStatus,
	nowMs: number
): number | undefined {
	const condition = conditionOf(deployment.status, 'Progressing');
	if (!hasDeadline(deployment) || condition === undefined) return undefined;
	if (isComplete(deployment, status) || condition.reason === situations['timed out'].reason)
		return undefined;
	const leftMs = deadlineMs(deployment, condition.lastUpdateTime) - nowMs;
	return leftMs < 1000 ? Math.max(firstLookMs, leftMs + 1) : leftMs + 1000;
}

function deadlineMs({ spec }: Deployment, lastUpdateTime: string | null | undefined): number {
	return Date.parse(lastUpdateTime ?? '') + (spec.progressDeadlineSeconds ?? 0) * 1000;
}
