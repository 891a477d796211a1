import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { Deployment } from '#lib/kubernetes/deployment.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { selectorMatches, selectorOf } from '#lib/kubernetes/labels/selector.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { keyOf } from '../../informer.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { claim } from '../claim.ts';
import { controllerOf } from '../controller-ref.ts';
import { EventRecorder } from '../event-recorder.ts';
import type { ResourceCache } from '../resource-cache.ts';
import type { Work } from '../work.ts';
import { WorkQueue } from '../work-queue.ts';
import { DeploymentCopy } from './revision-sync.ts';
import { Rollout } from './rollout.ts';

/** Models deployment_controller.go maxRetries. */
const maxRetries = 15;

/** Rolls Deployments out, by making and sizing ReplicaSets. Models pkg/controller/deployment/deployment_controller.go. */
export class DeploymentController {
	private readonly queue: WorkQueue;
	private readonly events: EventRecorder;
	private readonly rollouts = new Map<string, Rollout>();

	constructor(
		private readonly kernel: Kernel,
		client: ApiClient,
		private readonly deployments: ResourceCache<Deployment>,
		private readonly sets: ResourceCache<ReplicaSet>,
		private readonly pods: ResourceCache<Pod>
	) {
		this.events = new EventRecorder(kernel, client, 'deployment-controller');
		this.queue = new WorkQueue(kernel, client, {
			name: 'deployment-controller',
			maxRetries,
			sync: (key) => this.sync(key)
		});
		deployments.onChange((after, before) => this.queue.add(keyOf((after ?? before)!)));
		sets.onChange((after, before) => this.hearOfSet(after, before));
		pods.onChange((after, before) => {
			if (after === null) this.hearOfGonePod(before!);
		});
	}

	private *sync(key: string): Work {
		const deployment = this.deployments.get(key);
		if (deployment === undefined) {
			this.rollouts.get(key)?.end();
			this.rollouts.delete(key);
			return;
		}
		const copy = new DeploymentCopy(deployment, this.kernel);
		const { selector } = deployment.spec;
		if (isDeepEqual(selector, {})) {
			yield* this.refuseEmptySelector(copy);
			return;
		}
		const candidates = [
			...this.sets.ownedBy(deployment.metadata.uid!),
			...this.sets.orphansIn(deployment.metadata.namespace!)
		];
		const owned = yield* claim(deployment, selectorOf(selector), candidates);
		yield* this.rolloutOf(key).sync(copy, owned);
	}

	private rolloutOf(key: string): Rollout {
		let rollout = this.rollouts.get(key);
		if (rollout === undefined) {
			const namespace = key.slice(0, key.indexOf('/'));
			rollout = new Rollout(key, {
				kernel: this.kernel,
				events: this.events,
				replicaSetNamed: (name) => this.sets.get(`${namespace}/${name}`),
				podsOf: ({ metadata }) => this.pods.ownedBy(metadata.uid!),
				lookAgain: (delayMs) => this.queue.addAfter(key, delayMs)
			});
			this.rollouts.set(key, rollout);
		}
		return rollout;
	}

	private *refuseEmptySelector(copy: DeploymentCopy): Work {
		const { deployment } = copy;
		const message = 'This deployment is selecting all pods. A non-empty selector is required.';
		this.events.post(deployment, 'Warning', 'SelectingAll', message);
		const { generation = 0 } = deployment.metadata;
		if ((deployment.status.observedGeneration ?? 0) >= generation) return;
		copy.status = { ...deployment.status, observedGeneration: generation };
		yield* copy.writeStatus();
	}

	/** Models addReplicaSet, updateReplicaSet, deleteReplicaSet. */
	private hearOfSet(after: ReplicaSet | null, before: ReplicaSet | null): void {
		const set = (after ?? before)!;
		const owner = this.ownerOf(set);
		const former = before === null ? undefined : this.ownerOf(before);
		if (former !== undefined && former !== owner) this.queue.add(former);
		if (owner !== undefined) this.queue.add(owner);
		if (after === null || controllerOf(set) !== undefined) return;
		const isNews =
			before === null ||
			controllerOf(before) !== undefined ||
			!isDeepEqual(set.metadata.labels, before.metadata.labels);
		if (isNews) this.wakeAdopters(set);
	}

	private wakeAdopters(set: ReplicaSet): void {
		for (const deployment of this.deployments.inNamespace(set.metadata.namespace!)) {
			const selector = selectorOf(deployment.spec.selector);
			if (selectorMatches(selector, set.metadata.labels)) this.queue.add(keyOf(deployment));
		}
	}

	/** A Deployment that waits for old Pods to end looks again when the last is gone. Models deletePod. */
	private hearOfGonePod(pod: Pod): void {
		const owner = controllerOf(pod);
		if (owner?.kind !== 'ReplicaSet') return;
		const set = this.sets.get(`${pod.metadata.namespace}/${owner.name}`);
		const key = set && set.metadata.uid === owner.uid ? this.ownerOf(set) : undefined;
		const deployment = key === undefined ? undefined : this.deployments.get(key);
		if (deployment?.spec.strategy?.type !== 'Recreate') return;
		const hasPods = [...this.sets.ownedBy(deployment.metadata.uid!)].some(({ metadata }) => {
			const [first] = this.pods.ownedBy(metadata.uid!);
			return first !== undefined;
		});
		if (!hasPods) this.queue.add(key!);
	}

	/** The key of the Deployment that owns it, if it is there. Models resolveControllerRef. */
	private ownerOf(set: ReplicaSet): string | undefined {
		const owner = controllerOf(set);
		if (owner?.kind !== 'Deployment') return undefined;
		const key = `${set.metadata.namespace}/${owner.name}`;
		return this.deployments.get(key)?.metadata.uid === owner.uid ? key : undefined;
	}
}
