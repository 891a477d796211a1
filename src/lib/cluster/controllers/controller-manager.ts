import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { EndpointSlice, Endpoints } from '#lib/kubernetes/endpoint-slice.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { collectionPath, ownResources } from '#lib/kubernetes/resources.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { DeploymentController } from './deployment/deployment-controller.ts';
import { EndpointSliceController } from './endpoint-slice/endpoint-slice-controller.ts';
import { EndpointsController } from './endpoints/endpoints-controller.ts';
import { GarbageCollector } from './garbage-collector/garbage-collector.ts';
import { NamespaceController } from './namespace/namespace-controller.ts';
import { NodeTaintController } from './node-lifecycle/node-taint-controller.ts';
import { ProcessClient } from './process-client.ts';
import { ReplicaSetController } from './replica-set/replica-set-controller.ts';
import { RootCertificatePublisher } from './root-certificate/root-certificate-publisher.ts';
import { ResourceCache } from './resource-cache.ts';
import { ServiceAccountController } from './service-account/service-account-controller.ts';
import { ServicePods } from './service-pods.ts';
import { ThrottledClient } from './throttled-client.ts';

/** Kinds that come and go all the time and belong to nobody whom the garbage collector looks after. */
const notCached = new Set(['events', 'leases']);

/** The process, as whoever started it sees it. */
export interface RunningControllers {
	/** It ends at once, in the middle of whatever it does. */
	stop(): void;
}

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
): RunningControllers {
	const process = { isStopped: false };
	const caches = new Map<string, ResourceCache<KubeObject>>();
	for (const resource of ownResources.filter(({ plural }) => !notCached.has(plural))) {
		const path = collectionPath(resource);
		caches.set(resource.plural, new ResourceCache<KubeObject>(kernel, own, path));
	}
	const cache = <T extends KubeObject>(plural: string): ResourceCache<T> =>
		caches.get(plural) as unknown as ResourceCache<T>;
	const as = (account: string, rate = 1, bursts = 1): ApiClient =>
		new ThrottledClient(kernel, new ProcessClient(process, connect(account)), rate, bursts);

	const replicaSets = cache<ReplicaSet>('replicasets');
	const pods = cache<Pod>('pods');
	const services = cache<Service>('services');
	const deployments = cache<Deployment>('deployments');
	new DeploymentController(kernel, as('deployment-controller'), deployments, replicaSets, pods);
	new ReplicaSetController(kernel, as('replicaset-controller'), replicaSets, pods);

	const servicePods = new ServicePods(services, pods);
	new EndpointSliceController(
		kernel,
		as('endpointslice-controller'),
		services,
		servicePods,
		cache<Node>('nodes'),
		cache<EndpointSlice>('endpointslices')
	);
	const endpoints = cache<Endpoints>('endpoints');
	new EndpointsController(kernel, as('endpoint-controller'), services, servicePods, endpoints);

	new NodeTaintController(kernel, as('node-controller'), cache<Node>('nodes'));
	const namespaces = cache<KubeObject>('namespaces');
	new NamespaceController(kernel, as('namespace-controller', 20, 100), namespaces);
	new ServiceAccountController(
		kernel,
		as('service-account-controller'),
		namespaces,
		cache('serviceaccounts')
	);
	new RootCertificatePublisher(
		kernel,
		as('root-ca-cert-publisher'),
		namespaces,
		cache('configmaps')
	);
	new GarbageCollector(kernel, as('generic-garbage-collector', 2), [...caches.values()]);
	for (const each of caches.values()) each.start();
	return {
		stop: () => {
			process.isStopped = true;
			for (const each of caches.values()) each.stop();
		}
	};
}
