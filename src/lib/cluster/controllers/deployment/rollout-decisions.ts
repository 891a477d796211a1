import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import type { RolloutDecision } from '#lib/trace/event.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { desiredReplicas, isRollingUpdate, maxSurge, maxUnavailable } from './fenceposts.ts';
import {
	actualReplicas,
	availableReplicas,
	sizeOf,
	terminatingReplicas,
	wantedReplicas
} from './replica-counts.ts';
import type { Sets } from './revision-sync.ts';

/** One step as it is told. */
export interface DecidedStep {
	readonly step: RolloutDecision['step'];
	readonly replicaSet?: ReplicaSet;
	readonly to?: number;
	/** Numbers of this step alone. */
	readonly numbers?: Readonly<Record<string, number>>;
}

/** Writes down why a Deployment's rollout does what it does. The same wait is told once. */
export class RolloutDecisions {
	private lastWait = '';

	constructor(private readonly kernel: Kernel) {}

	record(deployment: Deployment, sets: Sets, { step, replicaSet, to, numbers }: DecidedStep): void {
		const all = { ...numbersOf(deployment, sets), ...numbers };
		const wait = step === 'wait' ? JSON.stringify(all) : '';
		if (step === 'wait' && wait === this.lastWait) return;
		this.lastWait = wait;
		const { namespace, name } = deployment.metadata;
		this.kernel.cause = this.kernel.record({
			kind: 'decision',
			actor: 'controller-manager',
			decision: 'rollout',
			deployment: `${namespace}/${name}`,
			strategy: isRollingUpdate(deployment.spec) ? 'RollingUpdate' : 'Recreate',
			step,
			...(replicaSet === undefined
				? undefined
				: { replicaSet: replicaSet.metadata.name!, from: sizeOf(replicaSet) }),
			...(to === undefined ? undefined : { to }),
			numbers: all
		});
	}
}

function numbersOf({ spec }: Deployment, { newSet, old }: Sets): Record<string, number> {
	const all = [...old, newSet];
	const newReplicas = newSet === undefined ? 0 : sizeOf(newSet);
	return {
		replicas: desiredReplicas(spec),
		maxSurge: maxSurge(spec),
		maxUnavailable: maxUnavailable(spec),
		total: wantedReplicas(all),
		available: availableReplicas(all),
		newReplicas,
		newUnavailable: newReplicas - availableReplicas([newSet]),
		oldReplicas: wantedReplicas(old),
		oldPods: actualReplicas(old),
		terminating: terminatingReplicas(all)
	};
}
