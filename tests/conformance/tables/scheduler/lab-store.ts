import type { Kernel } from '#lib/cluster/kernel/kernel.ts';
import type {
	ApiClient,
	ApiRequest,
	ApiResponse,
	WatchEvent,
	WatchHandle
} from '#lib/kubernetes/api-client.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { applyMergePatch } from '#lib/kubernetes/patch/merge-patch.ts';
import { applyStrategicMergePatch } from '#lib/kubernetes/patch/strategic-merge-patch.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';

/** How long an answer or the news of a change is under way, ms. */
const underWayMs = 1;
/** How long a request takes to the store, ms: longer than the scheduler looks at a Pod. */
const requestMs = 8;

interface Watch {
	readonly plural: string;
	readonly onEvent: (event: WatchEvent) => void;
}

type Listener = (event: KubeObject) => void;

/** As much of an API server as a scheduler alone needs: objects, watches, Bindings, status patches, graceful deletion. */
export class LabStore implements ApiClient {
	private readonly objects = new Map<string, Map<string, KubeObject>>();
	private readonly watches = new Set<Watch>();
	private revision = 0;

	constructor(
		private readonly kernel: Kernel,
		private readonly onEventPosted: Listener
	) {}

	list<T extends KubeObject>(plural: string): readonly T[] {
		return [...(this.objects.get(plural)?.values() ?? [])] as unknown as readonly T[];
	}

	get(plural: string, key: string): KubeObject | undefined {
		return this.objects.get(plural)?.get(key);
	}

	put(plural: string, object: KubeObject): void {
		const key = keyOf(object);
		const known = this.get(plural, key);
		const stored: KubeObject = {
			...object,
			metadata: {
				uid: `uid-${plural}-${key}`,
				...object.metadata,
				resourceVersion: String(++this.revision)
			}
		};
		let ofPlural = this.objects.get(plural);
		if (ofPlural === undefined) {
			this.objects.set(plural, (ofPlural = new Map<string, KubeObject>()));
		}
		ofPlural.set(key, stored);
		this.announce(plural, { type: known === undefined ? 'ADDED' : 'MODIFIED', object: stored });
	}

	patch(plural: string, key: string, patch: unknown): void {
		const known = this.get(plural, key);
		const patched = applyMergePatch(known, patch) as KubeObject;
		const { generation } = patched.metadata;
		const grows = generation !== undefined && !isDeepEqual(known?.['spec'], patched['spec']);
		this.put(
			plural,
			grows
				? { ...patched, metadata: { ...patched.metadata, generation: generation + 1 } }
				: patched
		);
	}

	remove(plural: string, key: string): void {
		const object = this.get(plural, key);
		if (object === undefined) return;
		this.objects.get(plural)!.delete(key);
		this.announce(plural, { type: 'DELETED', object });
	}

	request(request: ApiRequest, onResponse: (response: ApiResponse) => void): void {
		this.kernel.after(requestMs, () => {
			const response = this.answer(request);
			this.kernel.after(underWayMs, () => onResponse(response));
		});
	}

	watch({ path }: ApiRequest, onEvent: (event: WatchEvent) => void): WatchHandle {
		const watch = { plural: path.slice(path.lastIndexOf('/') + 1), onEvent };
		for (const object of this.list(watch.plural)) this.tell(watch, { type: 'ADDED', object });
		const bookmark = { apiVersion: 'v1', kind: '', metadata: {} };
		this.tell(watch, { type: 'BOOKMARK', object: bookmark });
		this.watches.add(watch);
		return { stop: () => this.watches.delete(watch) };
	}

	private announce(plural: string, event: WatchEvent): void {
		for (const watch of this.watches) if (watch.plural === plural) this.tell(watch, event);
	}

	private tell(watch: Watch, event: WatchEvent): void {
		this.kernel.after(underWayMs, () => watch.onEvent(event));
	}

	private answer({ method, path, body, query }: ApiRequest): ApiResponse {
		const [, namespace = '', plural = '', name = '', subresource = ''] =
			/\/namespaces\/([^/]+)\/([^/]+)(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(path) ?? [];
		const key = `${namespace}/${name}`;
		if (plural === 'events') {
			// An Event that happens again is a series of the first.
			if (method === 'POST') this.put(plural, body as KubeObject);
			const posted = body as KubeObject;
			this.onEventPosted(method === 'POST' ? posted : this.get(plural, key)!);
			return answerOf(201);
		}
		const pod = this.get(plural, key) as Pod | undefined;
		if (pod === undefined) return answerOf(404);
		if (subresource === 'binding') return this.bind(pod, body as KubeObject);
		if (method === 'DELETE') this.terminate(plural, key, pod);
		else if (method === 'PATCH') {
			const patched = applyStrategicMergePatch(pod, body, 'Pod');
			this.put(plural, withoutNulls(patched) as KubeObject);
		} else throw new Error(`${method} ${path} ${JSON.stringify(query)}`);
		return answerOf(200);
	}

	/** Models registry/core/pod/storage/storage.go assignPod: a place that was kept is kept no longer. */
	private bind(pod: Pod, binding: KubeObject): ApiResponse {
		if (pod.spec.nodeName) return answerOf(409);
		const { nominatedNodeName: _, conditions = [], ...status } = pod.status;
		const others = conditions.filter(({ type }) => type !== 'PodScheduled');
		const target = binding['target'] as { readonly name: string };
		this.put('pods', {
			...pod,
			spec: { ...pod.spec, nodeName: target.name },
			status: { ...status, conditions: [...others, { type: 'PodScheduled', status: 'True' }] }
		});
		return answerOf(201);
	}

	/** A Pod with a node is only marked: nobody is there to stop it. */
	private terminate(plural: string, key: string, pod: Pod): void {
		if (!pod.spec.nodeName) {
			this.remove(plural, key);
			return;
		}
		const deletionTimestamp = this.kernel.timestamp();
		this.put(plural, { ...pod, metadata: { ...pod.metadata, deletionTimestamp } });
	}
}

function keyOf({ metadata }: KubeObject): string {
	const { namespace, name } = metadata;
	return namespace === undefined ? name! : `${namespace}/${name}`;
}

function answerOf(code: number): ApiResponse {
	return { code, body: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success' } };
}

function withoutNulls(object: unknown): unknown {
	return JSON.parse(
		JSON.stringify(object, (_, value: unknown) => (value === null ? undefined : value))
	);
}
