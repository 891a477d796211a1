import { ApiServer } from '#lib/cluster/api-server/api-server.ts';
import type { ServerClient } from '#lib/cluster/api-server/server-client.ts';
import { startControllers } from '#lib/cluster/controllers/controller-manager.ts';
import { Etcd } from '#lib/cluster/etcd/etcd.ts';
import { Kernel } from '#lib/cluster/kernel/kernel.ts';
import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { resources } from '#lib/kubernetes/resources.ts';
import type { Seq, TraceEvent } from '#lib/trace/event.ts';

/** The namespace that tables call `$NS`. */
export const namespace = 'c-lab';
const startMs = Date.parse('2026-06-10T09:00:00Z');
/** How long nothing must be written for a step to be over, and how long one lasts at least, as in the recording. */
const quietMs = 1000;
const leastMs = 1900;
const mostMs = 8000;
const warmUpMs = 2000;
const nodes = ['node-a', 'node-b', 'node-c'];

/** An API server and the real controllers, without kubelets and without a scheduler. */
export class ControlWorld {
	readonly kernel: Kernel;
	readonly server: ApiServer;
	private readonly driver: ServerClient;

	constructor(seed: number) {
		this.kernel = new Kernel(seed, startMs);
		this.server = new ApiServer(this.kernel, new Etcd());
		this.driver = this.server.clientFor('kubectl/1', {
			type: 'certificate',
			commonName: 'kubernetes-admin',
			organizations: ['system:masters']
		});
		for (const name of [namespace, 'default', 'kube-system']) {
			this.server.seed('namespaces', {
				kind: 'Namespace',
				apiVersion: 'v1',
				metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
				spec: { finalizers: ['kubernetes'] },
				status: { phase: 'Active' }
			});
		}
		for (const name of nodes) {
			const labels = { 'kubernetes.io/hostname': name };
			const node = { kind: 'Node', apiVersion: 'v1', metadata: { name, labels } };
			this.server.seed('nodes', { ...node, spec: {}, status: {} });
		}
		const connect = (commonName: string) =>
			this.server.clientFor('controller-manager', {
				type: 'certificate',
				commonName,
				organizations: []
			});
		startControllers(this.kernel, connect('system:kube-controller-manager'), (account) =>
			connect(`system:serviceaccount:kube-system:${account}`)
		);
		this.kernel.runUntil(warmUpMs);
	}

	get events(): readonly TraceEvent[] {
		return this.kernel.recorder.events;
	}

	get lastSeq(): Seq {
		return this.events.length;
	}

	/** What the server answers; the time that it takes passes. */
	request(request: ApiRequest): ApiResponse {
		const answers: ApiResponse[] = [];
		this.driver.request(request, (response) => answers.push(response));
		while (answers.length === 0 && this.kernel.step());
		return answers[0]!;
	}

	/** Asks for all at once. */
	requestAll(requests: readonly ApiRequest[]): void {
		let missing = requests.length;
		for (const request of requests) this.driver.request(request, () => missing--);
		while (missing > 0 && this.kernel.step());
	}

	/** A step begins with a second, so that times without milliseconds are exact. */
	toNextSecond(): void {
		this.kernel.runUntil(Math.ceil(this.kernel.nowMs / 1000) * 1000);
	}

	/** Until nothing is written any more. `onProgress` is called in between, for whoever plays the kubelet. */
	settle(onProgress: () => void, forMs?: number, atLeastMs = leastMs): void {
		const began = this.kernel.nowMs;
		let quietSince = began;
		for (;;) {
			const seen = this.lastSeq;
			this.kernel.runUntil(this.kernel.nowMs + 50);
			onProgress();
			const { nowMs } = this.kernel;
			if (this.events.slice(seen).some(({ kind }) => kind === 'write')) quietSince = nowMs;
			const lasted = nowMs - began;
			if (forMs !== undefined) {
				if (lasted >= forMs) return;
			} else if (lasted >= mostMs || (lasted >= atLeastMs && nowMs - quietSince >= quietMs)) return;
		}
	}

	wait(ms: number, onProgress: () => void): void {
		const until = this.kernel.nowMs + ms;
		while (this.kernel.nowMs < until) {
			this.kernel.runUntil(Math.min(until, this.kernel.nowMs + 5));
			onProgress();
		}
	}

	list<T extends KubeObject>(plural: string): readonly T[] {
		const known = resources.some((resource) => resource.plural === plural);
		return known ? (this.server.cache.list(plural) as unknown as readonly T[]) : [];
	}
}
