import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { selectorMatches, selectorOf } from '#lib/kubernetes/labels/selector.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { keyOf } from '../../informer.ts';
import { controllerOf } from '../controller-ref.ts';
import type { Expectations } from '../expectations.ts';
import type { ResourceCache } from '../resource-cache.ts';
import type { WorkQueue } from '../work-queue.ts';

/** Which ReplicaSets want looking at when something changes. Models the handlers of replica_set.go. */
export class ReplicaSetHandlers {
	constructor(
		private readonly queue: WorkQueue,
		private readonly expectations: Expectations,
		private readonly sets: ResourceCache<ReplicaSet>
	) {}

	/** Models addRS, updateRS, deleteRS. */
	hearOfSet(after: ReplicaSet | null, before: ReplicaSet | null): void {
		const isOther = after?.metadata.uid !== before?.metadata.uid;
		if (before !== null && isOther) this.expectations.forget(keyOf(before));
		this.queue.add(keyOf((after ?? before)!));
	}

	hearOfPod(after: Pod | null, before: Pod | null): void {
		if (after === null) this.hearOfDeletion(before!);
		else if (before === null) this.hearOfCreation(after);
		else this.hearOfUpdate(after, before);
	}

	/** Models addPod. */
	private hearOfCreation(pod: Pod): void {
		if (pod.metadata.deletionTimestamp !== undefined) {
			this.hearOfDeletion(pod);
			return;
		}
		const key = this.ownerOf(pod);
		if (key === undefined) {
			this.wakeAdopters(pod);
			return;
		}
		this.expectations.sawCreation(key);
		this.queue.add(key);
	}

	/** Models updatePod. */
	private hearOfUpdate(pod: Pod, before: Pod): void {
		const hasNewLabels = !isDeepEqual(pod.metadata.labels, before.metadata.labels);
		if (pod.metadata.deletionTimestamp !== undefined) {
			this.hearOfDeletion(pod);
			if (hasNewLabels) this.hearOfDeletion(before);
			return;
		}
		const hasNewOwner = controllerOf(pod)?.uid !== controllerOf(before)?.uid;
		const former = hasNewOwner ? this.ownerOf(before) : undefined;
		if (former !== undefined) this.queue.add(former);
		const key = this.ownerOf(pod);
		if (key !== undefined) this.queue.add(key);
		else if (controllerOf(pod) === undefined && (hasNewLabels || hasNewOwner)) {
			this.wakeAdopters(pod);
		}
	}

	/** A Pod on its way out counts as deleted. Models deletePod. */
	private hearOfDeletion(pod: Pod): void {
		const key = this.ownerOf(pod);
		if (key === undefined) return;
		this.expectations.sawDeletion(key, keyOf(pod));
		this.queue.add(key);
	}

	private wakeAdopters(pod: Pod): void {
		if (controllerOf(pod) !== undefined) return;
		for (const set of this.sets.inNamespace(pod.metadata.namespace!)) {
			const selector = selectorOf(set.spec.selector);
			if (selectorMatches(selector, pod.metadata.labels)) this.queue.add(keyOf(set));
		}
	}

	/** The key of the ReplicaSet that owns it, if it is there. Models resolveControllerRef. */
	private ownerOf(pod: Pod): string | undefined {
		const owner = controllerOf(pod);
		if (owner?.kind !== 'ReplicaSet') return undefined;
		const key = `${pod.metadata.namespace}/${owner.name}`;
		return this.sets.get(key)?.metadata.uid === owner.uid ? key : undefined;
	}
}
