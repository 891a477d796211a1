import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { Node } from '#lib/kubernetes/pod.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { ResourceCache } from '../resource-cache.ts';
import { ask, RequestRefused, type Work } from '../work.ts';
import { WorkQueue } from '../work-queue.ts';
import { conditionTaints } from './condition-taints.ts';

/** Taints nodes with their conditions. Of pkg/controller/nodelifecycle this is all that is modelled. */
export class NodeTaintController {
	private readonly queue: WorkQueue;

	constructor(
		private readonly kernel: Kernel,
		client: ApiClient,
		private readonly nodes: ResourceCache<Node>
	) {
		this.queue = new WorkQueue(kernel, client, {
			name: 'node-controller',
			workers: 8,
			sync: (node) => this.sync(node)
		});
		nodes.onChange((after) => {
			if (after !== null && this.wanted(after) !== after.spec.taints) {
				this.queue.add(after.metadata.name!);
			}
		});
	}

	private *sync(name: string): Work {
		const node = this.nodes.get(name);
		if (node === undefined) return;
		const taints = this.wanted(node);
		if (taints === undefined || taints === node.spec.taints) return;
		const response = yield* ask({
			method: 'PATCH',
			path: `/api/v1/nodes/${name}`,
			contentType: 'application/strategic-merge-patch+json',
			body: {
				metadata: { resourceVersion: node.metadata.resourceVersion },
				spec: { taints: taints.length === 0 ? null : taints }
			}
		});
		if (response.code >= 300 && response.code !== 404) throw new RequestRefused(response);
	}

	/** The very list that the node has, where it is the right one; undefined where none is there and none is wanted. */
	private wanted(node: Node): Node['spec']['taints'] {
		const taints = conditionTaints(node, this.kernel.timestamp());
		return taints.length === 0 && node.spec.taints === undefined ? undefined : taints;
	}
}
