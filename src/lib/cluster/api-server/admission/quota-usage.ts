import type { KubeObject } from '#lib/kubernetes/object.ts';
import { podAmounts, type QuantityList } from '#lib/kubernetes/pod-amounts.ts';
import type { Container, Pod } from '#lib/kubernetes/pod.ts';
import { parseQuantity, type Quantity } from '#lib/kubernetes/quantity.ts';
import { groupOf, type Resource } from '#lib/kubernetes/resources.ts';

const counted = [
	'configmaps',
	'persistentvolumeclaims',
	'pods',
	'replicationcontrollers',
	'resourcequotas',
	'secrets',
	'services'
];
const computed = [
	'cpu',
	'memory',
	'requests.cpu',
	'requests.memory',
	'limits.cpu',
	'limits.memory'
];

/** What a new object takes of a quota, by the quota's own names. Models pkg/quota/v1/evaluator/core. */
export function usageOf(object: KubeObject, resource: Resource): QuantityList {
	const { plural } = resource;
	const group = groupOf(resource);
	const one = parseQuantity('1');
	const usage = new Map<string, Quantity>([
		[`count/${group === '' ? plural : `${plural}.${group}`}`, one]
	]);
	if (group === '' && counted.includes(plural)) usage.set(plural, one);
	switch (object.kind) {
		case 'Pod':
			return addPod(usage, object as Pod);
		case 'Service':
			return addService(usage, object);
		case 'PersistentVolumeClaim':
			return addClaim(usage, object);
		default:
			return usage;
	}
}

function addPod(usage: Map<string, Quantity>, { spec }: Pod): QuantityList {
	for (const [name, amount] of podAmounts(spec, 'requests')) {
		usage.set(`requests.${name}`, amount);
		if (!name.includes('/')) usage.set(name, amount);
	}
	for (const [name, amount] of podAmounts(spec, 'limits')) usage.set(`limits.${name}`, amount);
	return usage;
}

function addService(usage: Map<string, Quantity>, object: KubeObject): QuantityList {
	const {
		type,
		ports = [],
		...spec
	} = object['spec'] as {
		type?: string;
		ports?: readonly object[];
		allocateLoadBalancerNodePorts?: boolean;
	};
	const allocates = type === 'LoadBalancer' && spec.allocateLoadBalancerNodePorts !== false;
	if (type === 'LoadBalancer') usage.set('services.loadbalancers', parseQuantity('1'));
	if (type === 'NodePort' || allocates) {
		usage.set('services.nodeports', parseQuantity(String(ports.length)));
	}
	return usage;
}

function addClaim(usage: Map<string, Quantity>, object: KubeObject): QuantityList {
	const { resources, storageClassName } = object['spec'] as {
		resources?: { requests?: Readonly<Record<string, string>> };
		storageClassName?: string;
	};
	const storage = resources?.requests?.['storage'];
	if (storage !== undefined) usage.set('requests.storage', parseQuantity(storage));
	if (storageClassName) {
		const prefix = `${storageClassName}.storageclass.storage.k8s.io`;
		usage.set(`${prefix}/persistentvolumeclaims`, parseQuantity('1'));
		if (storage !== undefined) usage.set(`${prefix}/requests.storage`, parseQuantity(storage));
	}
	return usage;
}

/**
 * What a Pod would have to say, since its quota counts it: `requests.cpu for: a,b`. Models
 * pkg/quota/v1/evaluator/core/pods.go Constraints.
 */
export function unsaid({ spec }: Pod, hard: readonly string[]): readonly string[] {
	const all = [...spec.containers, ...(spec.initContainers ?? [])];
	return hard
		.filter((name) => computed.includes(name))
		.sort()
		.flatMap((name) => {
			const without = all.filter((container) => !says(container, name)).map((one) => one.name);
			return without.length === 0 ? [] : [`${name} for: ${without.sort().join(',')}`];
		});
}

function says({ resources }: Container, name: string): boolean {
	if (name.startsWith('limits.')) return resources?.limits?.[name.slice(7)] !== undefined;
	return resources?.requests?.[name.replace('requests.', '')] !== undefined;
}
