import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { EndpointSlice } from '#lib/kubernetes/endpoint-slice.ts';
import type { Node } from '#lib/kubernetes/pod.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import { keyOf } from '../../informer.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { EventRecorder } from '../event-recorder.ts';
import { objectPath } from '../object-path.ts';
import type { PodChanges, SelectedPod } from '../pod-changes.ts';
import type { ResourceCache } from '../resource-cache.ts';
import type { ServicePods } from '../service-pods.ts';
import { ask, RequestRefused, type Work } from '../work.ts';
import { WorkQueue } from '../work-queue.ts';
import { zoneOf } from './endpoint-of-pod.ts';
import { reconcileSlices, type SliceChanges } from './reconcile-slices.ts';
import { managedByLabel, serviceNameLabel, sliceManager } from './service-labels.ts';
import { SliceTracker } from './slice-tracker.ts';
import { TriggerTimes, withTriggerTime } from './trigger-time.ts';
import { WantedEndpoints } from './wanted-endpoints.ts';

/** Models endpointslice_controller.go: maxRetries, defaultSyncBackOff, endpointSliceChangeMinSyncDelay. */
const maxRetries = 15;
const firstRetryMs = 1000;
const foreignChangeMs = 1000;

/**
 * Writes which Pods stand behind each Service, for every node's kube-proxy to read.
 * Models pkg/controller/endpointslice/endpointslice_controller.go.
 */
export class EndpointSliceController {
	private readonly queue: WorkQueue;
	private readonly events: EventRecorder;
	private readonly tracker = new SliceTracker();
	private readonly triggerTimes = new TriggerTimes();
	private readonly changes: PodChanges;
	private readonly wanted = new Map<string, WantedEndpoints>();

	constructor(
		kernel: Kernel,
		client: ApiClient,
		private readonly services: ResourceCache<Service>,
		private readonly pods: ServicePods,
		private readonly nodes: ResourceCache<Node>,
		private readonly slices: ResourceCache<EndpointSlice>
	) {
		this.events = new EventRecorder(kernel, client, 'endpoint-slice-controller');
		this.queue = new WorkQueue(kernel, client, {
			name: 'endpointslice-controller',
			maxRetries,
			firstRetryMs,
			sync: (key) => this.sync(key)
		});
		this.changes = pods.changes();
		pods.onChange((service) => this.queue.add(service));
		nodes.onChange((after, before) => {
			const isAsBefore = after !== null && before !== null && zoneOf(after) === zoneOf(before);
			if (!isAsBefore) this.wanted.clear();
		});
		slices.onChange((after, before) => this.hearOfSlice(after, before));
	}

	/** Models syncService. */
	private *sync(key: string): Work {
		const service = this.services.get(key);
		if (service === undefined) {
			this.changes.take(key);
			this.wanted.delete(key);
			this.triggerTimes.forget(key);
			this.tracker.forget(key);
			return;
		}
		const { selector, type } = service.spec;
		if (type === 'ExternalName' || !selector) return;
		const existing = [...this.slicesOf(service)];
		// What it wrote last has not come back yet.
		if (this.tracker.isStale(key, existing)) {
			this.queue.addRateLimited(key);
			return;
		}
		const pods = this.changes.take(key);
		const time = this.triggerTimes.next(key, service, pods);
		const alive = existing.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
		const changes = reconcileSlices(service, alive, this.wantedOf(key, service, pods).inGroups());
		yield* this.write(service, changes, time);
	}

	private *slicesOf({ metadata }: Service): Iterable<EndpointSlice> {
		for (const slice of this.slices.inNamespace(metadata.namespace!)) {
			if (isManaged(slice) && serviceOf(slice) === metadata.name) yield slice;
		}
	}

	private wantedOf(
		key: string,
		service: Service,
		changes: ReadonlyMap<string, SelectedPod | null>
	): WantedEndpoints {
		let wanted = this.wanted.get(key);
		if (wanted?.service === service) wanted.apply(changes);
		else {
			wanted = new WantedEndpoints(service, (name) => this.nodes.get(name), this.pods.of(key));
			this.wanted.set(key, wanted);
		}
		return wanted;
	}

	/** Models k8s.io/endpointslice reconciler.go finalize. */
	private *write(
		service: Service,
		{ create, update, remove }: SliceChanges,
		time: string | undefined
	): Work {
		const key = keyOf(service);
		if (service.metadata.deletionTimestamp === undefined) {
			for (const slice of create) yield* this.put(service, 'POST', dated(slice, time));
		}
		for (const slice of update) yield* this.put(service, 'PUT', dated(slice, time));
		for (const slice of remove) {
			const response = yield* ask({ method: 'DELETE', path: pathOf(slice) });
			if (response.code >= 300 && response.code !== 404) {
				this.fail(service, new RequestRefused(response));
			}
			this.tracker.expectDeletion(key, slice);
		}
	}

	private *put(service: Service, method: 'POST' | 'PUT', slice: EndpointSlice): Work {
		const path = method === 'POST' ? pathOf(slice).replace(/\/[^/]*$/, '') : pathOf(slice);
		const response = yield* ask({ method, path, body: slice });
		if (response.code < 300) {
			this.tracker.note(keyOf(service), response.body as unknown as EndpointSlice);
			return;
		}
		const refusal = new RequestRefused(response);
		if (!refusal.isNamespaceTerminating) this.fail(service, refusal);
	}

	/** @throws RequestRefused always */
	private fail(service: Service, refusal: RequestRefused): never {
		const { namespace, name } = service.metadata;
		const message = `Error updating Endpoint Slices for Service ${namespace}/${name}: ${refusal.message}`;
		this.events.post(service, 'Warning', 'FailedToUpdateEndpointSlices', message);
		throw refusal;
	}

	/** What someone else did to a slice is put right. Models onEndpointSliceAdd, …Update, …Delete. */
	private hearOfSlice(after: EndpointSlice | null, before: EndpointSlice | null): void {
		const slice = (after ?? before)!;
		const name = serviceOf(slice);
		if (!isManaged(slice) || name === undefined) return;
		const key = `${slice.metadata.namespace}/${name}`;
		const isForeign =
			after === null ? !this.tracker.sawDeletion(key, slice) : this.tracker.isForeign(key, after);
		if (isForeign) this.queue.addAfter(key, foreignChangeMs);
	}
}

function dated(slice: EndpointSlice, time: string | undefined): EndpointSlice {
	const annotations = withTriggerTime(slice.metadata.annotations, time);
	return { ...slice, metadata: { ...slice.metadata, annotations } };
}

function pathOf(slice: EndpointSlice): string {
	return objectPath(slice, slice.metadata.namespace, slice.metadata.name ?? '');
}

function isManaged({ metadata }: EndpointSlice): boolean {
	return metadata.labels?.[managedByLabel] === sliceManager;
}

function serviceOf({ metadata }: EndpointSlice): string | undefined {
	return metadata.labels?.[serviceNameLabel];
}
