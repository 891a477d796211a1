import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import { keyOf } from '../informer.ts';
import { isPodReady } from './pod-activity.ts';
import type { ResourceCache } from './resource-cache.ts';

type Labels = Readonly<Record<string, string>>;

/**
 * Which Pods each Service selects, kept up to date Pod by Pod, so that no change walks through all of them.
 * Models pkg/controller/endpointslice with its selector cache (k8s.io/endpointslice util/selector_cache).
 */
export class ServicePods {
	private readonly selected = new Map<string, Map<string, Pod>>();
	private readonly listeners: ((service: string) => void)[] = [];

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

	of(service: string): Iterable<Pod> {
		return this.selected.get(service)?.values() ?? [];
	}

	private hearOfService(after: Service | null, before: Service | null): void {
		const key = keyOf((after ?? before)!);
		if (after === null) this.selected.delete(key);
		else if (!isDeepEqual(after.spec.selector, before?.spec.selector) || before === null) {
			this.selected.set(key, this.podsOf(after));
		}
		this.tell(key);
	}

	private podsOf({ spec, metadata }: Service): Map<string, Pod> {
		const found = new Map<string, Pod>();
		for (const pod of this.pods.inNamespace(metadata.namespace!)) {
			if (selects(spec.selector, pod.metadata.labels)) found.set(keyOf(pod), pod);
		}
		return found;
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
			if (is) selected?.set(key, after);
			else selected?.delete(key);
			if (was !== is || (is && matters)) this.tell(name);
		}
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
