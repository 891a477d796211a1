import type { ReplicaSetDecision, RolloutDecision, SchedulingDecision } from './event.ts';
import type { Told, Topic } from './narration-topic.ts';
import { shortName } from './object-at-key.ts';

const topics: Readonly<
	Record<RolloutDecision['strategy'], Readonly<Record<RolloutDecision['step'], Topic>>>
> = {
	RollingUpdate: {
		'create-new': 'decides-new',
		'scale-up-new': 'decides-up',
		'clean-up-unhealthy': 'decides-clean',
		'scale-down-old': 'decides-down',
		wait: 'waits',
		scale: 'decides-size'
	},
	Recreate: {
		'create-new': 'decides-new',
		'scale-up-new': 'recreates-up',
		'clean-up-unhealthy': 'decides-clean',
		'scale-down-old': 'recreates-down',
		wait: 'waits-old',
		scale: 'decides-size'
	}
};

/** What a step of a rollout says, with the numbers that went into it. */
export function tellRollout(decision: RolloutDecision): Told {
	const { strategy, step, deployment, replicaSet = '', from = 0, to = 0, numbers } = decision;
	const { replicas = 0, maxSurge = 0, maxUnavailable = 0, newReplicas = 0 } = numbers;
	const values = {
		...numbers,
		name: shortName(deployment),
		replicaSet,
		from,
		to,
		most: replicas + maxSurge,
		least: replicas - maxUnavailable
	};
	// Recreate waits for the old ones as long as there are no new ones, and then for those, as any other.
	const isForNew = step === 'wait' && newReplicas > 0;
	return { topic: isForNew ? 'waits' : topics[strategy][step], values };
}

/** What a ReplicaSet's comparison says. */
export function tellReplicas({ desired, current, create, remove }: ReplicaSetDecision): Told {
	const count = create ?? remove?.length ?? 0;
	if (count === 0) return null;
	const values = { desired, current, count };
	if (create !== undefined) return { topic: 'creates-pods', values };
	return { topic: 'deletes-pods', values: { ...values, pod: shortName(remove![0]!.pod) } };
}

/** What it says that no node fits. */
export function tellRefusal({ pod, nodes, message }: SchedulingDecision): Told {
	const values = { pod: shortName(pod), nodes: nodes.length, message: message ?? '' };
	return { topic: 'no-node', values, pod };
}
