import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Node, Pod } from '#lib/kubernetes/pod.ts';

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
	if (object.kind === 'Pod') return podValues(object as Pod);
	if (object.kind === 'Node') return nodeValues(object as Node);
	return plainValues(object);
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
