import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { DeploymentController } from './deployment/deployment-controller.ts';
import { NamespaceFurnisher } from './namespace-furnisher/namespace-furnisher.ts';
import { ReplicaSetController } from './replica-set/replica-set-controller.ts';
import { ResourceCache } from './resource-cache.ts';
import { ThrottledClient } from './throttled-client.ts';

/**
 * Every controller, in one process. They share what they know of the cluster; each writes as a ServiceAccount of its own.
 * Models cmd/kube-controller-manager/app with `--use-service-account-credentials`.
 *
 * @param own the process's own connection, for what all share
 * @param connect a connection as the ServiceAccount of that name in kube-system
 */
export function startControllers(
	kernel: Kernel,
	own: ApiClient,
	connect: (account: string) => ApiClient
): void {
	const caches: { start(): void }[] = [];
	const cache = <T extends KubeObject>(path: string): ResourceCache<T> => {
		const resource = new ResourceCache<T>(kernel, own, path);
		caches.push(resource);
		return resource;
	};
	const as = (account: string): ApiClient => new ThrottledClient(kernel, connect(account));
	const deployments = cache<Deployment>('/apis/apps/v1/deployments');
	const replicaSets = cache<ReplicaSet>('/apis/apps/v1/replicasets');
	const pods = cache<Pod>('/api/v1/pods');
	new DeploymentController(kernel, as('deployment-controller'), deployments, replicaSets, pods);
	new ReplicaSetController(kernel, as('replicaset-controller'), replicaSets, pods);
	new NamespaceFurnisher(kernel, own).start();
	for (const each of caches) each.start();
}
