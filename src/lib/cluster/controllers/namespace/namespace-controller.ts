import type { ApiClient, ApiList } from '#lib/kubernetes/api-client.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Condition, Pod } from '#lib/kubernetes/pod.ts';
import { collectionPath, groupOf, ownResources, type Resource } from '#lib/kubernetes/resources.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { ResourceCache } from '../resource-cache.ts';
import { ask, insist, RequestRefused, type Work } from '../work.ts';
import { WorkQueue } from '../work-queue.ts';
import { namespaceConditions, type Remaining } from './namespace-conditions.ts';

/** Time for those who know an older state to catch up. Models namespace_controller.go namespaceDeletionGracePeriod. */
const gracePeriodMs = 5000;
/** How long objects with finalizers may take. Models namespaced_resources_deleter.go finalizerEstimateSeconds. */
const finalizerEstimateSeconds = 15;
const workers = 10;

interface Namespace extends KubeObject {
	readonly spec: { readonly finalizers?: readonly string[] };
	readonly status: { readonly phase?: string; readonly conditions?: readonly Condition[] };
}

/** What a round left behind. */
interface Left {
	readonly remaining: readonly Remaining[];
	/** Seconds until it is worth looking again; 0 when nothing is left. */
	readonly estimate: number;
	readonly failure?: RequestRefused;
}

/**
 * Empties a namespace that is on its way out: Pods first, then everything else, then it lets go of it.
 * Models pkg/controller/namespace/namespace_controller.go and deletion/namespaced_resources_deleter.go.
 */
export class NamespaceController {
	private readonly queue: WorkQueue;

	constructor(
		private readonly kernel: Kernel,
		client: ApiClient,
		namespaces: ResourceCache<KubeObject>
	) {
		this.queue = new WorkQueue(kernel, client, {
			name: 'namespace-controller',
			workers,
			sync: (name) => this.sync(name)
		});
		namespaces.onChange((after) => {
			if (after?.metadata.deletionTimestamp === undefined) return;
			this.queue.addAfter(after.metadata.name!, gracePeriodMs);
		});
	}

	/** Models namespacedResourcesDeleter.Delete. */
	private *sync(name: string): Work {
		const path = `/api/v1/namespaces/${name}`;
		const response = yield* ask({ method: 'GET', path });
		if (response.code === 404) return;
		if (response.code >= 300) throw new RequestRefused(response);
		const namespace = response.body as unknown as Namespace;
		const { finalizers = [] } = namespace.spec;
		if (namespace.metadata.deletionTimestamp === undefined || finalizers.length === 0) return;
		const left = yield* this.deleteContent(name);
		const updated = yield* this.writeConditions(namespace, left);
		if (left.failure !== undefined) throw left.failure;
		if (left.estimate > 0) {
			this.queue.addAfter(name, (Math.floor(left.estimate / 2) + 1) * 1000);
			return;
		}
		const others = finalizers.filter((finalizer) => finalizer !== 'kubernetes');
		const body = { ...updated, spec: others.length > 0 ? { finalizers: others } : {} };
		yield* insist({ method: 'PUT', path: `${path}/finalize`, body });
	}

	/**
	 * Models deleteAllContent; Pods that still terminate hold up everything else. Upstream takes the other kinds in no
	 * particular order.
	 */
	private *deleteContent(namespace: string): Work<Left> {
		const all = ownResources.filter(({ namespaced }) => namespaced).sort(byName);
		const isPods = ({ plural }: Resource): boolean => plural === 'pods';
		const pods = yield* this.deleteKind(all.find(isPods)!, namespace);
		// What is left of the Pods is not told as remaining content: upstream returns before it counts.
		if (pods.estimate > 0 || pods.failure !== undefined) return { ...pods, remaining: [] };
		const left: Left[] = [];
		for (const resource of all) {
			if (!isPods(resource)) left.push(yield* this.deleteKind(resource, namespace));
		}
		const failure = left.find((kind) => kind.failure !== undefined)?.failure;
		return {
			remaining: left.flatMap(({ remaining }) => remaining),
			estimate: Math.max(0, ...left.map(({ estimate }) => estimate)),
			...(failure === undefined ? undefined : { failure })
		};
	}

	/** Models deleteAllContentForGroupVersionResource. */
	private *deleteKind(resource: Resource, namespace: string): Work<Left> {
		const path = collectionPath(resource, namespace);
		const grace = resource.plural === 'pods' ? yield* this.longestGrace(path) : 0;
		const body = { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Background' };
		const deleted = yield* ask({ method: 'DELETE', path, body });
		if (deleted.code >= 300) {
			return { remaining: [], estimate: 0, failure: new RequestRefused(deleted) };
		}
		const list = yield* ask({ method: 'GET', path });
		const { items } = list.body as ApiList;
		if (items.length === 0) return { remaining: [], estimate: 0 };
		const held = items.flatMap(({ metadata }) => metadata.finalizers ?? []);
		const finalizers = new Map<string, number>();
		for (const name of held) finalizers.set(name, (finalizers.get(name) ?? 0) + 1);
		return {
			remaining: [
				{ resource: `${resource.plural}.${groupOf(resource)}`, count: items.length, finalizers }
			],
			estimate: grace > 0 ? grace : finalizerEstimateSeconds
		};
	}

	/** Models estimateGracefulTerminationForPods. */
	private *longestGrace(path: string): Work<number> {
		const { body } = yield* ask({ method: 'GET', path });
		const pods = (body as ApiList).items as readonly unknown[] as readonly Pod[];
		return pods
			.filter(({ status }) => status.phase !== 'Succeeded' && status.phase !== 'Failed')
			.reduce((most, { spec }) => Math.max(most, spec.terminationGracePeriodSeconds ?? 0), 0);
	}

	private *writeConditions(namespace: Namespace, { remaining, failure }: Left): Work<Namespace> {
		const before = namespace.status.conditions ?? [];
		const now = this.kernel.timestamp();
		const conditions = namespaceConditions(remaining, failure?.message, before, now);
		if (isDeepEqual(before, conditions)) return namespace;
		const body = { ...namespace, status: { ...namespace.status, conditions } };
		const path = `/api/v1/namespaces/${namespace.metadata.name}/status`;
		return yield* insist<Namespace>({ method: 'PUT', path, body });
	}
}

function byName(a: Resource, b: Resource): number {
	return a.plural < b.plural ? -1 : 1;
}
