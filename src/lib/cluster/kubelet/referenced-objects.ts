import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { Informer } from '../informer.ts';
import type { Kernel } from '../kernel/kernel.ts';

export type ReferencedKind = 'configmaps' | 'secrets';

/**
 * The ConfigMaps and Secrets that a node's Pods name: one watch for each, from the first Pod that names it on.
 * Models pkg/kubelet/util/manager/watch_based_manager.go.
 */
export class ReferencedObjects {
	private readonly informers = new Map<string, Informer<KubeObject>>();

	constructor(
		private readonly kernel: Kernel,
		private readonly client: ApiClient
	) {}

	/** Begins to watch it, if nothing did before. */
	watch(kind: ReferencedKind, namespace: string, name: string): void {
		const key = `${kind}/${namespace}/${name}`;
		if (this.informers.has(key)) return;
		const informer = new Informer<KubeObject>(
			this.kernel,
			this.client,
			`/api/v1/namespaces/${namespace}/${kind}`,
			() => {},
			`metadata.name=${name}`
		);
		this.informers.set(key, informer);
		informer.start();
	}

	get(kind: ReferencedKind, namespace: string, name: string): KubeObject | undefined {
		return this.informers.get(`${kind}/${namespace}/${name}`)?.get(`${namespace}/${name}`);
	}
}
