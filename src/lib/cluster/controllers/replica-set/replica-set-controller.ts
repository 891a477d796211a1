import type { ApiClient, ApiResponse } from '#lib/kubernetes/api-client.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { type Selector, selectorMatches, selectorOf } from '#lib/kubernetes/labels/selector.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { keyOf } from '../../informer.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { claim } from '../claim.ts';
import { controllerOf } from '../controller-ref.ts';
import { EventRecorder } from '../event-recorder.ts';
import { Expectations } from '../expectations.ts';
import { objectPath } from '../object-path.ts';
import { isPodActive, isPodTerminating } from '../pod-activity.ts';
import type { ResourceCache } from '../resource-cache.ts';
import { slowStart } from '../slow-start.ts';
import { ask, insist, RequestRefused, type Work } from '../work.ts';
import { WorkQueue } from '../work-queue.ts';
import {
	createPodRequest,
	deletePodRequest,
	refusalOf,
	reportCreated,
	reportDeleted
} from './pod-control.ts';
import { ReplicaSetHandlers } from './replica-set-handlers.ts';
import { podsToDelete } from './pods-to-delete.ts';
import { nextAvailabilityMs, type ReplicaFailure, replicaSetStatus } from './replica-set-status.ts';

/** The most Pods that are made or deleted in one round. Models BurstReplicas. */
const burst = 500;
/** After a conflict the status is written once more. Models statusUpdateRetries. */
const statusRetries = 1;

/** What a round knows, and what came of it. */
interface Round {
	readonly set: ReplicaSet;
	readonly key: string;
	readonly active: readonly Pod[];
	/** Pods that were on their way out before anything was done. */
	readonly terminating: number;
}

/**
 * Keeps as many Pods of each ReplicaSet as it wants. Models pkg/controller/replicaset/replica_set.go.
 */
export class ReplicaSetController {
	private readonly queue: WorkQueue;
	private readonly expectations: Expectations;
	private readonly events: EventRecorder;

	constructor(
		private readonly kernel: Kernel,
		client: ApiClient,
		private readonly sets: ResourceCache<ReplicaSet>,
		private readonly pods: ResourceCache<Pod>
	) {
		this.expectations = new Expectations(kernel);
		this.events = new EventRecorder(kernel, client, 'replicaset-controller');
		this.queue = new WorkQueue(kernel, client, {
			name: 'replicaset-controller',
			sync: (key) => this.sync(key)
		});
		const handlers = new ReplicaSetHandlers(this.queue, this.expectations, sets);
		sets.onChange((after, before) => handlers.hearOfSet(after, before));
		pods.onChange((after, before) => handlers.hearOfPod(after, before));
	}

	/** Models syncReplicaSet. */
	private *sync(key: string): Work {
		const set = this.sets.get(key);
		if (set === undefined) {
			this.expectations.forget(key);
			return;
		}
		const mayManage = this.expectations.areMet(key);
		const selector = selectorOf(set.spec.selector);
		const active = yield* claim(set, selector, this.activePods(set));
		const round = { set, key, active, terminating: this.terminatingPods(set, selector) };
		const isLeaving = set.metadata.deletionTimestamp !== undefined;
		const refusal = mayManage && !isLeaving ? yield* this.manage(round) : undefined;
		const updated = yield* this.writeStatus(round, refusal);
		if (refusal !== undefined) throw new RequestRefused(refusal);
		const { readyReplicas, availableReplicas } = updated.status;
		if (readyReplicas === availableReplicas) return;
		const nextMs = nextAvailabilityMs(updated, active, this.kernel.wallMs);
		if (nextMs !== undefined) this.queue.addAfter(key, nextMs);
	}

	/** Its own and those of nobody. */
	private activePods({ metadata }: ReplicaSet): Pod[] {
		const active: Pod[] = [];
		for (const pod of this.pods.ownedBy(metadata.uid!)) if (isPodActive(pod)) active.push(pod);
		for (const pod of this.pods.orphansIn(metadata.namespace!)) {
			if (isPodActive(pod)) active.push(pod);
		}
		return active;
	}

	private terminatingPods({ metadata }: ReplicaSet, selector: Selector): number {
		let count = 0;
		for (const pod of this.pods.ownedBy(metadata.uid!)) {
			if (isPodTerminating(pod) && selectorMatches(selector, pod.metadata.labels)) count++;
		}
		return count;
	}

	/** Makes what is missing, deletes what is too much; the first refusal if there is one. Models manageReplicas. */
	private *manage(round: Round): Work<ApiResponse | undefined> {
		const missing = (round.set.spec.replicas ?? 1) - round.active.length;
		if (missing > 0) return yield* this.createPods(round, Math.min(missing, burst));
		if (missing < 0) return yield* this.deletePods(round, Math.min(-missing, burst));
		return undefined;
	}

	private *createPods(round: Round, count: number): Work<ApiResponse | undefined> {
		const { set, key } = round;
		this.expectations.expectCreations(key, count);
		this.decide(round, { create: count });
		const { successes, refusal } = yield* slowStart(
			count,
			() => createPodRequest(set),
			(response) => reportCreated(this.events, set, response)
		);
		for (let left = successes; left < count; left++) this.expectations.sawCreation(key);
		return refusal;
	}

	private *deletePods(round: Round, count: number): Work<ApiResponse | undefined> {
		const { set, key } = round;
		const doomed = podsToDelete(round.active, this.relatedPods(set), count, this.kernel.wallMs);
		const names = doomed.map(({ pod }) => keyOf(pod));
		this.expectations.expectDeletions(key, names);
		this.decide(round, {
			remove: doomed.map(({ because }, index) => ({ pod: names[index]!, because }))
		});
		const responses = yield doomed.map(({ pod }) => deletePodRequest(pod.metadata));
		let refusal: ApiResponse | undefined;
		responses.forEach((response, index) => {
			const name = doomed[index]!.pod.metadata.name!;
			const outcome = reportDeleted(this.events, set, name, response);
			if (outcome !== 'success') this.expectations.sawDeletion(key, names[index]!);
			if (outcome === 'failure') refusal ??= response;
		});
		return refusal;
	}

	/** The Pods of all ReplicaSets of its Deployment; none if it has no controller. Models getIndirectlyRelatedPods. */
	private *relatedPods(set: ReplicaSet): Iterable<Pod> {
		const owner = controllerOf(set);
		if (owner === undefined) return;
		for (const sibling of this.sets.ownedBy(owner.uid)) {
			yield* this.pods.ownedBy(sibling.metadata.uid!);
		}
	}

	/** Models updateReplicaSetStatus. */
	private *writeStatus(
		{ set, active, terminating }: Round,
		refusal: ApiResponse | undefined
	): Work<ReplicaSet> {
		const { kernel } = this;
		const status = replicaSetStatus(
			set,
			active,
			terminating,
			failureOf(set, active, refusal),
			kernel.wallMs,
			kernel.timestamp()
		);
		if (isDeepEqual(set.status, status)) return set;
		const path = objectPath(set, set.metadata.namespace, set.metadata.name!);
		let current = set;
		for (let attempt = 0; ; attempt++) {
			const body = { ...current, status };
			const response = yield* ask({ method: 'PUT', path: `${path}/status`, body });
			if (response.code < 300) return response.body as unknown as ReplicaSet;
			if (attempt >= statusRetries) throw new RequestRefused(response);
			current = yield* insist<ReplicaSet>({ method: 'GET', path });
		}
	}

	private decide(
		{ set, key, active }: Round,
		result: {
			readonly create?: number;
			readonly remove?: readonly { readonly pod: string; readonly because: string }[];
		}
	): void {
		this.kernel.cause = this.kernel.record({
			kind: 'decision',
			actor: 'controller-manager',
			decision: 'replicas',
			replicaSet: key,
			desired: set.spec.replicas ?? 1,
			current: active.length,
			...result
		});
	}
}

function failureOf(
	{ spec }: ReplicaSet,
	active: readonly Pod[],
	refusal: ApiResponse | undefined
): ReplicaFailure | undefined {
	if (refusal === undefined) return undefined;
	const isShort = active.length < (spec.replicas ?? 1);
	return { reason: isShort ? 'FailedCreate' : 'FailedDelete', message: refusalOf(refusal) };
}
