import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { RolloutDecision } from './event.ts';
import type { Trace } from './trace.ts';

/** One change of a Deployment's Pod template, until every Pod is of the new one. */
export interface Rollout {
	/** `namespace/name`. */
	readonly deployment: string;
	readonly startMs: number;
	/** Infinity if it never ended, or another change came before. */
	readonly endMs: number;
	/** The template is one that the Deployment had before. */
	readonly back: boolean;
}

const prefix = '/registry/deployments/';

/** The changes of templates after a Deployment was created, in order of time. */
export function rolloutsOf(trace: Trace): readonly Rollout[] {
	let rollouts = known.get(trace);
	if (!rollouts) {
		rollouts = find(trace);
		known.set(trace, rollouts);
	}
	return rollouts;
}

const known = new WeakMap<Trace, readonly Rollout[]>();

function find(trace: Trace): readonly Rollout[] {
	const rollouts: Rollout[] = [];
	const open = new Map<string, number>();
	const templates = new Map<string, string[]>();
	for (const event of trace.events) {
		if (event.kind !== 'write' || !event.key.startsWith(prefix)) continue;
		const deployment = event.key.slice(prefix.length);
		const now = event.object as Deployment | null;
		const before = event.previous as Deployment | null;
		if (!now) continue;
		const seen = templates.get(deployment) ?? [];
		templates.set(deployment, seen);
		if (!before || !isDeepEqual(now.spec.template, before.spec.template)) {
			const template = JSON.stringify(now.spec.template);
			if (before) {
				const back = seen.includes(template);
				open.set(
					deployment,
					rollouts.push({ deployment, startMs: event.atMs, endMs: Infinity, back }) - 1
				);
			}
			seen.push(template);
		}
		const running = open.get(deployment);
		if (running !== undefined && isComplete(now)) {
			rollouts[running] = { ...rollouts[running]!, endMs: event.atMs };
			open.delete(deployment);
		}
	}
	return rollouts;
}

/** As kubernetes/pkg/controller/deployment/util/deployment_util.go DeploymentComplete. */
function isComplete({ metadata, spec, status }: Deployment): boolean {
	const wanted = spec.replicas ?? 1;
	return (
		(status.updatedReplicas ?? 0) === wanted &&
		(status.replicas ?? 0) === wanted &&
		(status.availableReplicas ?? 0) === wanted &&
		(status.observedGeneration ?? 0) >= (metadata.generation ?? 0)
	);
}

/** What the Deployment controller worked out, in order of time. */
export function rolloutDecisionsOf(trace: Trace): readonly RolloutDecision[] {
	let decisions = decided.get(trace);
	if (!decisions) {
		decisions = trace.events.filter(
			(event): event is RolloutDecision => event.kind === 'decision' && event.decision === 'rollout'
		);
		decided.set(trace, decisions);
	}
	return decisions;
}

const decided = new WeakMap<Trace, readonly RolloutDecision[]>();
