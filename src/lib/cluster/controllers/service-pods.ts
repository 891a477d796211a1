import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import { keyOf } from '../informer.ts';
import { isPodReady } from './pod-activity.ts';
import { PodChanges, type SelectedPod } from './pod-changes.ts';
import type { ResourceCache } from './resource-cache.ts';

type Labels = Readonly<Record<string, string>>;

/**
 * Which Pods each Service selects, kept up to date Pod by Pod, so that no change walks through all of them.
 * Models pkg/controller/endpointslice with its selector cache (k8s.io/endpointslice util/selector_cache).
 */
export class ServicePods {
	private readonly selected = new Map<string, Map<string, SelectedPod>>();
	private readonly listeners: ((service: string) => void)[] = [];
	private readonly followers: PodChanges[] = [];
	private places = 0;

	constructor(
		private readonly services: ResourceCache<Service>,
		private readonly pods: ResourceCache<Pod>
	) {
		services.onChange((after, before) => this.hearOfService(after, before));
		pods.onChange((after, before) => this.hearOfPod(after, before));
	}

	/** Hears of every Service (`namespace/name`) whose endpoints may have changed. */
	onChange(listener: (service: string) => void): void {
		this.listeners.push(listener);
	}

	/** What changes from now on, for one reader. */
	changes(): PodChanges {
		const changes = new PodChanges();
		this.followers.push(changes);
		return changes;
	}

	of(service: string): Iterable<SelectedPod> {
		return this.selected.get(service)?.values() ?? [];
	}

	private hearOfService(after: Service | null, before: Service | null): void {
		const key = keyOf((after ?? before)!);
		if (
			after === null ||
			before === null ||
			!isDeepEqual(after.spec.selector, before.spec.selector)
		) {
			this.select(key, after);
		}
		this.tell(key);
	}

	private select(service: string, wanted: Service | null): void {
		for (const pod of this.selected.get(service)?.keys() ?? []) this.note(service, pod, null);
		this.selected.delete(service);
		if (wanted === null) return;
		const found = new Map<string, SelectedPod>();
		this.selected.set(service, found);
		for (const pod of this.pods.inNamespace(wanted.metadata.namespace!)) {
			if (selects(wanted.spec.selector, pod.metadata.labels)) this.put(service, found, pod);
		}
	}

	private put(service: string, selected: Map<string, SelectedPod>, pod: Pod): void {
		const key = keyOf(pod);
		const one = { pod, place: selected.get(key)?.place ?? ++this.places };
		selected.set(key, one);
		this.note(service, key, one);
	}

	private hearOfPod(after: Pod | null, before: Pod | null): void {
		const pod = (after ?? before)!;
		const key = keyOf(pod);
		const matters = after === null || before === null || hasChanged(after, before);
		for (const service of this.services.inNamespace(pod.metadata.namespace!)) {
			const name = keyOf(service);
			const selected = this.selected.get(name);
			const was = selected?.has(key) ?? false;
			const is = after !== null && selects(service.spec.selector, after.metadata.labels);
			if (is && selected !== undefined) this.put(name, selected, after);
			else if (selected?.delete(key)) this.note(name, key, null);
			if (was !== is || (is && matters)) this.tell(name);
		}
	}

	private note(service: string, pod: string, selected: SelectedPod | null): void {
		for (const follower of this.followers) follower.note(service, pod, selected);
	}

	private tell(service: string): void {
		for (const listener of this.listeners) listener(service);
	}
}

/** A Service without a selector has its endpoints from somewhere else. */
function selects(selector: Labels | undefined, labels: Labels | undefined): boolean {
	if (selector === undefined || selector === null) return false;
	for (const key in selector) if (labels?.[key] !== selector[key]) return false;
	return true;
}

/** Models util/controller_utils.go podEndpointsChanged: every change of a Pod on its way out counts. */
function hasChanged(after: Pod, before: Pod): boolean {
	return (
		after.metadata.deletionTimestamp !== undefined ||
		isPodReady(after) !== isPodReady(before) ||
		after.status.podIP !== before.status.podIP ||
		after.spec.nodeName !== before.spec.nodeName ||
		!isDeepEqual(after.metadata.labels, before.metadata.labels)
	);
}
