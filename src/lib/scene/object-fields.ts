import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import type { Service } from '#lib/kubernetes/service.ts';

/** A line of the object card. */
export interface Field {
	readonly name: string;
	/** `–` where it has none. */
	readonly value: string;
	/** The value before the last write, where that changed it. */
	readonly before?: string;
}

const none = '–';
/** In the order in which a Pod meets them. */
const podConditions = ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'];

/** What matters of an object, in a few lines, and what its last write changed. */
export function objectFields(object: KubeObject, previous: KubeObject | null): readonly Field[] {
	const before = previous ? new Map(valuesOf(previous)) : null;
	return valuesOf(object).map(([name, value]) => {
		const was = before?.get(name) ?? none;
		return before && was !== value ? { name, value, before: was } : { name, value };
	});
}

function valuesOf(object: KubeObject): [string, string][] {
	switch (object.kind) {
		case 'Pod':
			return podValues(object as Pod);
		case 'Node':
			return nodeValues(object as Node);
		case 'Deployment':
			return deploymentValues(object as Deployment);
		case 'ReplicaSet':
			return replicaSetValues(object as ReplicaSet);
		case 'Service':
			return serviceValues(object as Service);
		default:
			return plainValues(object);
	}
}

function deploymentValues({ metadata, spec, status }: Deployment): [string, string][] {
	const images = spec.template.spec?.containers.map(({ image }) => image ?? '').join(', ');
	const progressing = status.conditions?.find(({ type }) => type === 'Progressing');
	const observed = status.observedGeneration ?? 0;
	const values: [string, string][] = [
		['image', images ?? none],
		['replicas', String(spec.replicas ?? 1)],
		['updatedReplicas', String(status.updatedReplicas ?? 0)],
		['readyReplicas', String(status.readyReplicas ?? 0)],
		['availableReplicas', String(status.availableReplicas ?? 0)],
		['Progressing', progressing?.reason ?? none],
		['generation', `${metadata.generation ?? 0}, observed ${observed}`],
		['revision', metadata.annotations?.['deployment.kubernetes.io/revision'] ?? none]
	];
	if (spec.paused) values.splice(1, 0, ['paused', 'true']);
	return values;
}

function replicaSetValues({ metadata, spec, status }: ReplicaSet): [string, string][] {
	const owner = metadata.ownerReferences?.[0];
	return [
		['replicas', String(spec.replicas ?? 1)],
		['status.replicas', String(status.replicas ?? 0)],
		['readyReplicas', String(status.readyReplicas ?? 0)],
		['availableReplicas', String(status.availableReplicas ?? 0)],
		['selector', labelsText(spec.selector.matchLabels)],
		['owner', owner ? `${owner.kind} ${owner.name}` : none]
	];
}

function serviceValues({ spec }: Service): [string, string][] {
	const ports = spec.ports?.map(({ port, targetPort }) => `${port} → ${targetPort ?? port}`);
	return [
		['type', spec.type ?? 'ClusterIP'],
		['clusterIP', spec.clusterIP ?? none],
		['ports', ports?.join(', ') ?? none],
		['selector', labelsText(spec.selector)]
	];
}

function labelsText(labels: Readonly<Record<string, string>> = {}): string {
	const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
	return pairs.join(', ') || none;
}

function podValues({ metadata, spec, status }: Pod): [string, string][] {
	const values: [string, string][] = [
		['phase', status.phase ?? none],
		['spec.nodeName', spec.nodeName ?? none],
		...podConditions.map((type): [string, string] => [
			type,
			conditionValue(status.conditions, type)
		])
	];
	if (status.podIP) values.push(['podIP', status.podIP]);
	if (metadata.deletionTimestamp) {
		values.splice(1, 0, ['deletionTimestamp', metadata.deletionTimestamp.slice(11, 19)]);
	}
	const restarts = (status.containerStatuses ?? []).reduce(
		(sum, one) => sum + (one.restartCount ?? 0),
		0
	);
	if (restarts > 0) values.push(['restartCount', String(restarts)]);
	return values;
}

function nodeValues({ spec, status }: Node): [string, string][] {
	return [
		['Ready', conditionValue(status.conditions, 'Ready')],
		['podCIDR', spec.podCIDR ?? none],
		['unschedulable', String(spec.unschedulable ?? false)],
		['taints', spec.taints?.map(({ key }) => key).join(', ') ?? none],
		['cpu', status.allocatable?.cpu ?? none],
		['memory', status.allocatable?.memory ?? none]
	];
}

function conditionValue(conditions: Pod['status']['conditions'], type: string): string {
	return conditions?.find((condition) => condition.type === type)?.status ?? none;
}

/** The plain values at the top of any object. */
function plainValues(object: KubeObject): [string, string][] {
	return ['metadata', 'spec', 'data', 'status'].flatMap((part) =>
		Object.entries(Object(object[part]) as Record<string, unknown>)
			.filter(([, value]) => typeof value !== 'object')
			.map(([name, value]): [string, string] => [name, String(value)])
	);
}
