import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { Endpoints } from '#lib/kubernetes/endpoint-slice.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { headlessLabel, isHeadless } from '../endpoint-slice/service-labels.ts';
import { TriggerTimes, withTriggerTime } from '../endpoint-slice/trigger-time.ts';
import { EventRecorder } from '../event-recorder.ts';
import type { PodChanges, SelectedPod } from '../pod-changes.ts';
import type { ResourceCache } from '../resource-cache.ts';
import type { ServicePods } from '../service-pods.ts';
import { ask, RequestRefused, type Work } from '../work.ts';
import { WorkQueue } from '../work-queue.ts';
import { Backends } from './backends.ts';
import { endpointSubsets } from './endpoint-subsets.ts';

/** Models endpoints_controller.go maxRetries. */
const maxRetries = 15;
const managedByLabel = 'endpoints.kubernetes.io/managed-by';
const manager = 'endpoint-controller';

/** Keeps the older Endpoints object of each Service. Models pkg/controller/endpoint/endpoints_controller.go. */
export class EndpointsController {
	private readonly queue: WorkQueue;
	private readonly events: EventRecorder;
	private readonly triggerTimes = new TriggerTimes();
	private readonly changes: PodChanges;
	private readonly backends = new Map<string, Backends>();

	constructor(
		kernel: Kernel,
		client: ApiClient,
		private readonly services: ResourceCache<Service>,
		private readonly pods: ServicePods,
		private readonly endpoints: ResourceCache<Endpoints>
	) {
		this.events = new EventRecorder(kernel, client, manager);
		this.queue = new WorkQueue(kernel, client, {
			name: manager,
			maxRetries,
			sync: (key) => this.sync(key)
		});
		this.changes = pods.changes();
		pods.onChange((service) => this.queue.add(service));
		endpoints.onChange((after, before) => {
			if (after === null) this.queue.add(`${before!.metadata.namespace}/${before!.metadata.name}`);
		});
	}

	/** Models syncService. */
	private *sync(key: string): Work {
		const service = this.services.get(key);
		if (service === undefined) {
			this.changes.take(key);
			this.backends.delete(key);
			this.triggerTimes.forget(key);
			yield* this.remove(key);
			return;
		}
		const { selector, type } = service.spec;
		if (type === 'ExternalName' || !selector) return;
		const changes = this.changes.take(key);
		const time = this.triggerTimes.next(key, service, changes);
		const subsets = endpointSubsets(this.backendsOf(key, service, changes));
		const current = this.endpoints.get(key);
		const isSame =
			isDeepEqual(current?.subsets ?? [], subsets) &&
			isDeepEqual(ownLabels(current), service.metadata.labels ?? {});
		if (current === undefined || !isSame) {
			yield* this.write(service, current, subsets, time);
		}
	}

	private backendsOf(
		key: string,
		service: Service,
		changes: ReadonlyMap<string, SelectedPod | null>
	): Backends {
		let backends = this.backends.get(key);
		if (backends?.service === service) backends.apply(changes);
		else {
			backends = new Backends(service, this.pods.of(key));
			this.backends.set(key, backends);
		}
		return backends;
	}

	private *write(
		service: Service,
		current: Endpoints | undefined,
		subsets: NonNullable<Endpoints['subsets']>,
		time: string | undefined
	): Work {
		const { name, namespace, labels } = service.metadata;
		const { [headlessLabel]: _headless, ...own } = labels ?? {};
		const body = {
			...current,
			kind: 'Endpoints',
			apiVersion: 'v1',
			metadata: {
				...current?.metadata,
				name,
				namespace,
				labels: {
					...own,
					...(isHeadless(service) ? { [headlessLabel]: '' } : undefined),
					[managedByLabel]: manager
				},
				annotations: withTriggerTime(current?.metadata.annotations, time)
			},
			subsets
		};
		const path = `/api/v1/namespaces/${namespace}/endpoints`;
		const response =
			current === undefined
				? yield* ask({ method: 'POST', path, body })
				: yield* ask({ method: 'PUT', path: `${path}/${name}`, body });
		if (response.code < 300) return;
		const refusal = new RequestRefused(response);
		if (refusal.isNamespaceTerminating) return;
		const [reason, what] =
			current === undefined
				? ['FailedToCreateEndpoint', 'create endpoint for service']
				: ['FailedToUpdateEndpoint', 'update endpoint'];
		const message = `Failed to ${what} ${namespace}/${name}: ${refusal.message}`;
		this.events.post(body, 'Warning', reason, message);
		throw refusal;
	}

	/** Nobody owns an Endpoints object: who made it takes it away. */
	private *remove(key: string): Work {
		const [namespace, name] = key.split('/');
		const path = `/api/v1/namespaces/${namespace}/endpoints/${name}`;
		const response = yield* ask({ method: 'DELETE', path });
		if (response.code >= 300 && response.code !== 404) throw new RequestRefused(response);
	}
}

/** What it has from its Service. */
function ownLabels(endpoints: Endpoints | undefined): Readonly<Record<string, string>> {
	const {
		[headlessLabel]: _headless,
		[managedByLabel]: _manager,
		...own
	} = endpoints?.metadata.labels ?? {};
	return own;
}
