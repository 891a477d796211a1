import type { Deployment, DeploymentSpec } from '#lib/kubernetes/deployment.ts';
import { type IntOrString, scaledValue } from '#lib/kubernetes/int-or-string.ts';

/** How far a rollout may go above and below the wanted number of Pods. */
export interface Fenceposts {
	readonly surge: number;
	readonly unavailable: number;
}

/**
 * Surge rounds up, unavailability down; both 0 would never get anywhere, so then one may be unavailable.
 * Models pkg/controller/deployment/util/deployment_util.go ResolveFenceposts.
 *
 * @throws Error when one is a text that is no percentage
 */
export function resolveFenceposts(
	maxSurge: IntOrString | null | undefined,
	maxUnavailable: IntOrString | null | undefined,
	desired: number
): Fenceposts {
	const surge = scaledValue(maxSurge ?? 0, desired, true);
	const unavailable = scaledValue(maxUnavailable ?? 0, desired, false);
	return { surge, unavailable: surge === 0 && unavailable === 0 ? 1 : unavailable };
}

/** What of a Deployment the arithmetic of its rollout needs. */
export type Rolling = Pick<DeploymentSpec, 'replicas' | 'strategy'>;

/** `spec.replicas`; the API server fills in 1. */
export function desiredReplicas({ replicas }: Rolling): number {
	return replicas ?? 1;
}

export function isRollingUpdate({ strategy }: Rolling): boolean {
	return strategy?.type === 'RollingUpdate';
}

/** 0 unless it is a rolling update. Models deployment_util.go MaxSurge. */
export function maxSurge(spec: Rolling): number {
	return isRollingUpdate(spec) ? fencepostsOf(spec).surge : 0;
}

/** At most the wanted number of Pods; 0 unless it is a rolling update. Models deployment_util.go MaxUnavailable. */
export function maxUnavailable(spec: Rolling): number {
	const desired = desiredReplicas(spec);
	if (!isRollingUpdate(spec) || desired === 0) return 0;
	return Math.min(fencepostsOf(spec).unavailable, desired);
}

/** What must stay available; 0 unless it is a rolling update. Models deployment_util.go MinAvailable. */
export function minAvailable(spec: Rolling): number {
	return isRollingUpdate(spec) ? desiredReplicas(spec) - maxUnavailable(spec) : 0;
}

/** The most Pods that there may be, terminating ones aside. */
export function maxReplicas({ spec }: Deployment): number {
	return desiredReplicas(spec) + maxSurge(spec);
}

function fencepostsOf(spec: Rolling): Fenceposts {
	const { maxSurge: surge, maxUnavailable: unavailable } = spec.strategy?.rollingUpdate ?? {};
	return resolveFenceposts(surge, unavailable, desiredReplicas(spec));
}
