import type { Deployment, DeploymentStatus } from '#lib/kubernetes/deployment.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { controllerOf } from '../controller-ref.ts';
import type { EventRecorder } from '../event-recorder.ts';
import { objectPath } from '../object-path.ts';
import { ask, insist, RequestRefused, type Work } from '../work.ts';
import { maxRevision, newSetAnnotations, revisionAnnotation } from './annotations.ts';
import { conditionOf, messageAbout, newCondition, withCondition } from './conditions.ts';
import type { Clock } from './deployment-status.ts';
import { findNewReplicaSet, findOldReplicaSets, sameTemplate } from './find-replica-sets.ts';
import { newReplicaSet } from './new-replica-set.ts';
import { hasDeadline } from './progress.ts';
import { sizeOf } from './replica-counts.ts';

/** A Deployment's ReplicaSets, told apart. */
export interface Sets {
	readonly newSet: ReplicaSet | undefined;
	readonly old: readonly ReplicaSet[];
}

/**
 * The controller's own copy of a Deployment during one round. What it writes it also notes here; the version that it knows
 * stays what the round began with, so a second write is refused with 409 and the round is taken up again: as upstream.
 */
export class DeploymentCopy {
	constructor(
		public deployment: Deployment,
		readonly clock: Clock
	) {}

	*writeStatus(): Work {
		const { namespace, name } = this.deployment.metadata;
		const path = objectPath(this.deployment, namespace, name!, 'status');
		yield* insist({ method: 'PUT', path, body: this.deployment });
	}

	set status(status: DeploymentStatus) {
		this.deployment = { ...this.deployment, status };
	}

	/** Notes a situation as the condition; an unchanged one stays as it was. */
	say(situation: Parameters<typeof newCondition>[0], message?: string): void {
		const { status } = this.deployment;
		const condition = newCondition(situation, this.clock.timestamp(), message);
		this.status = { ...status, conditions: withCondition(status.conditions ?? [], condition) };
	}

	/** Notes the revision; false if it is that already. Models deployment_util.go SetDeploymentRevision. */
	setRevision(revision: string): boolean {
		const { annotations } = this.deployment.metadata;
		if (annotations?.[revisionAnnotation] === revision) return false;
		const metadata = {
			...this.deployment.metadata,
			annotations: { ...annotations, [revisionAnnotation]: revision }
		};
		this.deployment = { ...this.deployment, metadata };
		return true;
	}
}

/**
 * Tells the new ReplicaSet from the old ones and brings revision and annotations of new one and Deployment up to date.
 * Models pkg/controller/deployment/sync.go getAllReplicaSetsAndSyncRevision.
 *
 * @throws RequestRefused
 */
export function* syncRevision(copy: DeploymentCopy, owned: readonly ReplicaSet[]): Work<Sets> {
	const { deployment } = copy;
	const old = findOldReplicaSets(deployment, owned);
	const found = findNewReplicaSet(deployment, owned);
	if (found === undefined) return { newSet: undefined, old };
	const known = found.metadata.annotations ?? {};
	const annotations = newSetAnnotations(deployment, known, maxRevision(old) + 1);
	const minReadySeconds = deployment.spec.minReadySeconds ?? 0;
	const { minReadySeconds: before = 0, ...spec } = found.spec;
	if (annotations !== known || before !== minReadySeconds) {
		const newSet = yield* insist<ReplicaSet>({
			method: 'PUT',
			path: objectPath(found, found.metadata.namespace, found.metadata.name!),
			body: {
				...found,
				metadata: { ...found.metadata, annotations },
				spec: minReadySeconds > 0 ? { ...spec, minReadySeconds } : spec
			}
		});
		return { newSet, old };
	}
	let differs = copy.setRevision(annotations[revisionAnnotation] ?? '');
	if (hasDeadline(deployment) && conditionOf(deployment.status, 'Progressing') === undefined) {
		copy.say('found', messageAbout('found', found.metadata.name!));
		differs = true;
	}
	if (differs) yield* copy.writeStatus();
	return { newSet: found, old };
}

/**
 * Makes the ReplicaSet of the Deployment's template. Models sync.go getNewReplicaSet, the part that makes one.
 *
 * @param inCache the ReplicaSet of that name as far as the controller knows
 * @throws RequestRefused also when another template has the same hash: then the next round takes another one
 */
export function* createReplicaSet(
	copy: DeploymentCopy,
	old: readonly ReplicaSet[],
	events: EventRecorder,
	inCache: (name: string) => ReplicaSet | undefined
): Work<ReplicaSet> {
	const { deployment } = copy;
	const revision = maxRevision(old) + 1;
	const wanted = newReplicaSet(deployment, old, revision);
	const { namespace, name = '' } = wanted.metadata;
	const path = objectPath(wanted, namespace, name).slice(0, -name.length - 1);
	const response = yield* ask({ method: 'POST', path, body: wanted });
	if (response.code === 409) {
		const existing = inCache(name);
		if (existing === undefined || !isOwn(deployment, existing)) {
			yield* countCollision(copy);
			throw new RequestRefused(response);
		}
		if (copy.setRevision(String(revision))) yield* copy.writeStatus();
		return existing;
	}
	if (response.code >= 300)
		throw yield* reportFailure(copy, name, new RequestRefused(response), events);
	const created = response.body as unknown as ReplicaSet;
	if (sizeOf(created) > 0) {
		const message = `Scaled up replica set ${name} from 0 to ${sizeOf(created)}`;
		events.post(deployment, 'Normal', 'ScalingReplicaSet', message);
	}
	const isNewRevision = copy.setRevision(String(revision));
	if (hasDeadline(deployment)) copy.say('created', messageAbout('created', name));
	if (isNewRevision || hasDeadline(deployment)) yield* copy.writeStatus();
	return created;
}

function isOwn(deployment: Deployment, set: ReplicaSet): boolean {
	const isOwner = controllerOf(set)?.uid === deployment.metadata.uid;
	return isOwner && sameTemplate(deployment.spec.template, set.spec.template);
}

function* countCollision(copy: DeploymentCopy): Work {
	const { status } = copy.deployment;
	copy.status = { ...status, collisionCount: (status.collisionCount ?? 0) + 1 };
	yield* copy.writeStatus();
}

function* reportFailure(
	copy: DeploymentCopy,
	name: string,
	refusal: RequestRefused,
	events: EventRecorder
): Work<RequestRefused> {
	if (refusal.isNamespaceTerminating) return refusal;
	const message = messageAbout('create error', name, refusal.message);
	if (hasDeadline(copy.deployment)) {
		copy.say('create error', message);
		const { namespace, name: own } = copy.deployment.metadata;
		const path = objectPath(copy.deployment, namespace, own!, 'status');
		yield* ask({ method: 'PUT', path, body: copy.deployment });
	}
	events.post(copy.deployment, 'Warning', 'ReplicaSetCreateError', message);
	return refusal;
}
