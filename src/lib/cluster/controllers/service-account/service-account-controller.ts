import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { ResourceCache } from '../resource-cache.ts';
import { ask, RequestRefused, type Work } from '../work.ts';
import { WorkQueue } from '../work-queue.ts';

const accountName = 'default';

/**
 * Sees to it that every namespace has its `default` ServiceAccount, without which no Pod could be made there.
 * Models pkg/controller/serviceaccount/serviceaccounts_controller.go.
 */
export class ServiceAccountController {
	private readonly queue: WorkQueue;

	constructor(
		kernel: Kernel,
		client: ApiClient,
		private readonly namespaces: ResourceCache<KubeObject>,
		private readonly accounts: ResourceCache<KubeObject>
	) {
		this.queue = new WorkQueue(kernel, client, {
			name: 'service-account-controller',
			workers: 1,
			sync: (namespace) => this.sync(namespace)
		});
		namespaces.onChange((after) => {
			if (after !== null) this.queue.add(after.metadata.name!);
		});
		accounts.onChange((after, before) => {
			if (after === null) this.queue.add(before!.metadata.namespace!);
		});
	}

	private *sync(namespace: string): Work {
		const status = this.namespaces.get(namespace)?.status as { phase?: string } | undefined;
		if (status?.phase !== 'Active') return;
		if (this.accounts.get(`${namespace}/${accountName}`) !== undefined) return;
		const response = yield* ask({
			method: 'POST',
			path: `/api/v1/namespaces/${namespace}/serviceaccounts`,
			body: {
				kind: 'ServiceAccount',
				apiVersion: 'v1',
				metadata: { name: accountName, namespace }
			}
		});
		if (response.code < 300 || response.code === 409) return;
		const refusal = new RequestRefused(response);
		if (!refusal.isNamespaceTerminating) throw refusal;
	}
}
