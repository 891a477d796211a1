import type { Cluster } from '#lib/cluster/cluster.ts';
import { storageKey } from '#lib/cluster/api-server/storage-key.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';

const address = '10.0.0.10';
const securePort = 6443;
const metadata = { name: 'kubernetes', namespace: 'default' };
const port = { name: 'https', port: securePort, protocol: 'TCP' };

/** So often the API server looks whether they are there, ms of the cluster. */
const lookMs = 10_000;

/**
 * Keeps what the API server of a real cluster keeps of itself, whoever deletes it: the Service `kubernetes` and where it leads.
 */
export function keepOwnService(cluster: Cluster): void {
	addOwnService(cluster);
	const key = storageKey('services', metadata.namespace, metadata.name);
	const look = (): void => {
		if (cluster.apiServer.cache.get(key) === null) addOwnService(cluster);
		cluster.kernel.housekeepingAfter(lookMs, look);
	};
	cluster.kernel.housekeepingAfter(lookMs, look);
}

/**
 * Models pkg/controlplane/controller/kubernetesservice/controller.go and pkg/controlplane/reconcilers.
 */
function addOwnService(cluster: Cluster): void {
	const client = cluster.clientFor('api-server');
	const post = (path: string, body: KubeObject): void =>
		client.request({ method: 'POST', path, body }, () => {});
	post('/api/v1/namespaces/default/services', {
		kind: 'Service',
		apiVersion: 'v1',
		metadata: { ...metadata, labels: { component: 'apiserver', provider: 'kubernetes' } },
		spec: {
			clusterIP: '10.96.0.1',
			ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: securePort }],
			sessionAffinity: 'None',
			type: 'ClusterIP'
		}
	});
	post('/api/v1/namespaces/default/endpoints', {
		kind: 'Endpoints',
		apiVersion: 'v1',
		metadata: {
			...metadata,
			labels: { 'endpointslice.kubernetes.io/skip-mirror': 'true' }
		},
		subsets: [{ addresses: [{ ip: address }], ports: [port] }]
	});
	post('/apis/discovery.k8s.io/v1/namespaces/default/endpointslices', {
		kind: 'EndpointSlice',
		apiVersion: 'discovery.k8s.io/v1',
		metadata: { ...metadata, labels: { 'kubernetes.io/service-name': 'kubernetes' } },
		addressType: 'IPv4',
		endpoints: [{ addresses: [address], conditions: { ready: true } }],
		ports: [port]
	});
}
