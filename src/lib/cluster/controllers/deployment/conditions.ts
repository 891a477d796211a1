import type { DeploymentCondition, DeploymentStatus } from '#lib/kubernetes/deployment.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';

type Type = DeploymentCondition['type'];
type Conditions = readonly DeploymentCondition[];

type Facts = Pick<DeploymentCondition, 'type' | 'status'> & {
	readonly reason: string;
	/** `%q` stands for a name, `%v` for an error. */
	readonly message: string;
};

function progressing(
	status: DeploymentCondition['status'],
	reason: string,
	message: string
): Facts {
	return { type: 'Progressing', status, reason, message };
}

/** Everything that a Deployment says of itself (deployment_util.go, progress.go, sync.go). */
export const situations = {
	created: progressing('True', 'NewReplicaSetCreated', 'Created new replica set %q'),
	found: progressing('True', 'FoundNewReplicaSet', 'Found new replica set %q'),
	updated: progressing('True', 'ReplicaSetUpdated', 'ReplicaSet %q is progressing.'),
	complete: progressing(
		'True',
		'NewReplicaSetAvailable',
		'ReplicaSet %q has successfully progressed.'
	),
	'timed out': progressing(
		'False',
		'ProgressDeadlineExceeded',
		'ReplicaSet %q has timed out progressing.'
	),
	'create error': progressing(
		'False',
		'ReplicaSetCreateError',
		'Failed to create new replica set %q: %v'
	),
	paused: progressing('Unknown', 'DeploymentPaused', 'Deployment is paused'),
	resumed: progressing('Unknown', 'DeploymentResumed', 'Deployment is resumed'),
	available: {
		type: 'Available',
		status: 'True',
		reason: 'MinimumReplicasAvailable',
		message: 'Deployment has minimum availability.'
	},
	unavailable: {
		type: 'Available',
		status: 'False',
		reason: 'MinimumReplicasUnavailable',
		message: 'Deployment does not have minimum availability.'
	}
} as const satisfies Readonly<Record<string, Facts>>;

/**
 * A situation as a condition that begins now. Models deployment_util.go NewDeploymentCondition.
 *
 * @param now as the API writes times
 * @param message where it isn't the situation's own, which names nothing
 */
export function newCondition(
	situation: keyof typeof situations,
	now: string,
	message: string = situations[situation].message
): DeploymentCondition {
	const { type, status, reason } = situations[situation];
	return { type, status, lastUpdateTime: now, lastTransitionTime: now, reason, message };
}

/** The situation's message about a ReplicaSet. */
export function messageAbout(situation: keyof typeof situations, name: string, error = ''): string {
	return situations[situation].message.replace('%q', `"${name}"`).replace('%v', error);
}

/** What is said where there is no new ReplicaSet yet. */
export function messageWithoutSet(situation: keyof typeof situations, deployment: string): string {
	return messageAbout(situation, deployment).replace(/^ReplicaSet/, 'Deployment');
}

export function conditionOf(
	{ conditions }: DeploymentStatus,
	type: Type
): DeploymentCondition | undefined {
	return conditions?.find((condition) => condition.type === type);
}

/**
 * With that condition at the end; the same list when status and reason stand already.
 * Models deployment_util.go SetDeploymentCondition.
 */
export function withCondition(conditions: Conditions, condition: DeploymentCondition): Conditions {
	const current = conditions.find(({ type }) => type === condition.type);
	if (current?.status === condition.status && current.reason === condition.reason) {
		return conditions;
	}
	const keepsTransition = current?.status === condition.status && current.lastTransitionTime;
	return [
		...withoutCondition(conditions, condition.type),
		keepsTransition ? { ...condition, lastTransitionTime: keepsTransition } : condition
	];
}

/** Models deployment_util.go RemoveDeploymentCondition. */
export function withoutCondition(conditions: Conditions, type: Type): Conditions {
	return conditions.filter((condition) => condition.type !== type);
}

/** Why Pods can't be made or deleted, the new ReplicaSet's reason first. Models progress.go getReplicaFailures. */
export function replicaFailure(
	all: readonly (ReplicaSet | undefined)[],
	newSet: ReplicaSet | undefined
): DeploymentCondition | undefined {
	for (const set of [newSet, ...all]) {
		const failure = set?.status.conditions?.find(({ type }) => type === 'ReplicaFailure');
		if (failure === undefined) continue;
		return { ...failure, lastUpdateTime: failure.lastTransitionTime ?? null };
	}
	return undefined;
}
