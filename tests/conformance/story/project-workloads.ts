import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Condition } from '#lib/kubernetes/pod.ts';
import type { Write } from '#lib/trace/event.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { GeneratedNames } from './generated-names.ts';

/** Resources whose objects say how many Pods there shall be, or how far they are. */
const workloads: Readonly<Record<string, string>> = {
	Namespace: 'namespaces',
	Deployment: 'deployments',
	ReplicaSet: 'replicasets',
	StatefulSet: 'statefulsets',
	DaemonSet: 'daemonsets',
	Job: 'jobs'
};

/** What became of the workloads, in the form of the recordings. */
export interface WorkloadFacts {
	/** Every change of `spec.replicas`: object, before, after. */
	readonly scaleSteps: readonly (readonly [string, number | null, number])[];
	readonly conditions: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
	readonly final: Readonly<Record<string, unknown>>;
}

export function projectWorkloads({ header, events }: Trace, names: GeneratedNames): WorkloadFacts {
	const scaleSteps: (readonly [string, number | null, number])[] = [];
	const conditions: Record<string, Record<string, string>[]> = {};
	const final: Record<string, unknown> = {};
	for (const event of events) {
		if (event.kind !== 'write' || event.atMs < header.startMs) continue;
		const id = idOf(event, names);
		if (id === undefined) continue;
		const { object, previous } = event;
		final[id] = object === null ? 'deleted' : countersOf(object);
		if (object === null) continue;
		const [before, after] = [replicasOf(previous), replicasOf(object)];
		if (after !== null && before !== after) scaleSteps.push([id, before, after]);
		const set = conditionsOf(object, names);
		const sequence = (conditions[id] ??= []);
		if (Object.keys(set).length > 0 && !isDeepEqual(sequence.at(-1), set)) sequence.push(set);
	}
	return { scaleSteps, conditions, final };
}

function idOf({ object, previous }: Write, names: GeneratedNames): string | undefined {
	const { kind, metadata } = (object ?? previous)!;
	const plural = Object.hasOwn(workloads, kind) ? workloads[kind] : undefined;
	return plural === undefined ? undefined : `${plural}/${names.plain(metadata.name ?? '')}`;
}

function replicasOf(object: KubeObject | null): number | null {
	const spec = object?.spec as { replicas?: number } | undefined;
	return spec?.replicas ?? null;
}

/** The numbers of its status, its generation and its revision. */
function countersOf({ metadata, status }: KubeObject): Readonly<Record<string, unknown>> {
	const numbers = Object.entries((status ?? {}) as Record<string, unknown>).filter(
		([, value]) => typeof value === 'number'
	);
	const revision = metadata.annotations?.['deployment.kubernetes.io/revision'];
	return {
		generation: metadata.generation,
		...Object.fromEntries(numbers),
		...(revision === undefined ? undefined : { revision })
	};
}

function conditionsOf({ status }: KubeObject, names: GeneratedNames): Record<string, string> {
	const { conditions = [] } = (status ?? {}) as { conditions?: readonly Condition[] };
	return Object.fromEntries(
		conditions.map(({ type, status: is, reason = '', message = '' }) => [
			type,
			`${is} | ${reason} | ${names.plain(message)}`
		])
	);
}
