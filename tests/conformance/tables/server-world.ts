import { ApiServer } from '#lib/cluster/api-server/api-server.ts';
import type { Credential } from '#lib/cluster/api-server/authentication.ts';
import { Etcd } from '#lib/cluster/etcd/etcd.ts';
import { learnFurtherKinds } from '#lib/kubernetes/kinds/further-kinds.ts';
import { Kernel } from '#lib/cluster/kernel/kernel.ts';
import type { ApiRequest, ApiResponse, WatchEvent } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import {
	collectionPath,
	type Resource,
	resourceName,
	resourceOfKind
} from '#lib/kubernetes/resources.ts';

learnFurtherKinds();

const systemNamespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];
const namespaces = ['s-lab', 's-two', 's-limits', 's-quota', 's-gone'];
const admin = {
	type: 'certificate',
	commonName: 'kubernetes-admin',
	organizations: ['system:masters']
} as const;
/** Longer than any request takes. */
const answeredMs = 5000;

/** An API server alone, in the world of the tables that were recorded from one. */
export class ServerWorld {
	private readonly kernel = new Kernel(1, Date.parse('2026-01-02T03:04:05Z'));
	private readonly etcd = new Etcd();
	readonly server = new ApiServer(this.kernel, this.etcd);

	/** @param isBare without the namespaces and nodes that most tables have */
	constructor(isBare = false) {
		for (const name of systemNamespaces) this.seedNamespace(name);
		if (!isBare) this.seedLab();
		this.server.seed('services', {
			kind: 'Service',
			apiVersion: 'v1',
			metadata: { name: 'kubernetes', namespace: 'default' },
			spec: { clusterIP: '10.96.0.1', clusterIPs: ['10.96.0.1'], ports: [{ port: 443 }] }
		});
	}

	private seedLab(): void {
		for (const name of namespaces) this.seedNamespace(name);
		for (const name of ['worker-1', 'worker-2', 'worker-3']) {
			const node = { kind: 'Node', apiVersion: 'v1', metadata: { name }, spec: {}, status: {} };
			this.server.seed('nodes', node);
		}
	}

	ask(request: ApiRequest, credential: Credential = admin): ApiResponse {
		const answers: ApiResponse[] = [];
		const client = this.server.clientFor('kubectl/1', credential);
		client.request(request, (response) => answers.push(response));
		const latestMs = this.kernel.nowMs + answeredMs;
		while (answers.length === 0 && this.kernel.nowMs < latestMs) {
			this.kernel.runUntil(this.kernel.nowMs + 20);
		}
		const [answer] = answers;
		if (!answer) throw new Error('no answer');
		return answer;
	}

	/** What a watch hears from its beginning until the other requests are answered. */
	watch(
		request: ApiRequest,
		during: readonly ApiRequest[],
		forMs = 1000
	): {
		readonly events: readonly WatchEvent[];
		readonly refusal: ApiResponse | undefined;
		readonly isClosed: boolean;
	} {
		const events: WatchEvent[] = [];
		let refusal: ApiResponse | undefined;
		let isClosed = false;
		const endMs = this.kernel.nowMs + forMs;
		const client = this.server.clientFor('kubectl/2', admin);
		const handle = client.watch(
			request,
			(event) => events.push(event),
			(response) => {
				refusal = response;
				isClosed = response === undefined;
			}
		);
		this.kernel.runUntil(this.kernel.nowMs + 500);
		for (const one of during) this.ask(one);
		this.kernel.runUntil(Math.max(endMs, this.kernel.nowMs + 500));
		handle.stop();
		return { events, refusal, isClosed };
	}

	/** Creates an object, in that namespace unless it names its own. */
	create(object: KubeObject, namespace = 's-lab'): ApiResponse {
		const resource = this.resourceOf(object);
		if (resource === undefined) throw new Error(`there is no ${object.kind}`);
		const path = pathOf(resource, object.metadata.namespace ?? namespace);
		const answer = this.ask({ method: 'POST', path, body: object, userAgent: 'unknown' });
		// What someone defines is there a moment later.
		if (object.kind === 'CustomResourceDefinition') this.kernel.runUntil(this.kernel.nowMs + 200);
		return answer;
	}

	/** The resource of an object's kind, as far as the server has it. */
	resourceOf({ apiVersion, kind }: Pick<KubeObject, 'apiVersion' | 'kind'>): Resource | undefined {
		const custom = this.server.custom.all.find(
			(one) => one.apiVersion === apiVersion && one.kind === kind
		);
		return custom ?? resourceOfKind(apiVersion, kind);
	}

	/** Where an object is. */
	pathOf(object: KubeObject, namespace = 's-lab'): string {
		const { name, namespace: own = namespace } = object.metadata;
		return `${pathOf(this.resourceOf(object)!, own)}/${name}`;
	}

	/** Writes an object's status as whoever works with it would. */
	writeStatus(object: KubeObject, namespace = 's-lab'): ApiResponse {
		const resource = resourceOfKind(object.apiVersion, object.kind)!;
		const { name, namespace: own = namespace } = object.metadata;
		return this.ask({
			method: 'PATCH',
			path: `${collectionPath(resource, own)}/${name}/status`,
			contentType: 'application/merge-patch+json',
			body: { status: object['status'] }
		});
	}

	/** The store forgets what was before now. */
	compact(): void {
		this.etcd.compact(this.etcd.revision);
	}

	/** The version of the whole store. */
	version(): string {
		return String(this.server.cache.revision);
	}

	private seedNamespace(name: string): void {
		const isGone = name === 's-gone';
		this.server.seed('namespaces', {
			kind: 'Namespace',
			apiVersion: 'v1',
			metadata: {
				name,
				labels: { 'kubernetes.io/metadata.name': name },
				...(isGone && { deletionTimestamp: '2026-01-02T03:04:00Z' })
			},
			spec: { finalizers: ['kubernetes'] },
			status: { phase: isGone ? 'Terminating' : 'Active' }
		});
		this.server.seed('serviceaccounts', {
			kind: 'ServiceAccount',
			apiVersion: 'v1',
			metadata: { name: 'default', namespace: name }
		});
	}
}

function pathOf(resource: Resource, namespace: string): string {
	return collectionPath({ ...resource, plural: resourceName(resource).resource }, namespace);
}
