import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Condition } from '#lib/kubernetes/pod.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import type { Write } from '#lib/trace/event.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { GeneratedNames } from './generated-names.ts';

const revision = 'deployment.kubernetes.io/revision';
const workloads = new Set(['Deployment', 'ReplicaSet']);

/** What the objects other than Pods and Nodes went through. */
export interface ObjectFacts {
	readonly scaleSteps: readonly (readonly [string, number | null, number])[];
	readonly conditions: Readonly<Record<string, readonly object[]>>;
	readonly final: Readonly<Record<string, unknown>>;
}

export function projectObjects({ header, events }: Trace, names: GeneratedNames): ObjectFacts {
	const scaleSteps: [string, number | null, number][] = [];
	const conditions: Record<string, object[]> = {};
	const final: Record<string, unknown> = {};
	for (const event of events) {
		if (event.kind !== 'write' || event.atMs < header.startMs) continue;
		const name = names.plain(nameOf(event));
		const now = conditionsOf(event.object);
		if (now !== undefined) {
			const sequence = (conditions[name] ??= []);
			if (!isDeepEqual(sequence.at(-1), now)) sequence.push(now);
		}
		const kind = (event.object ?? event.previous)?.kind;
		if (kind === undefined || !workloads.has(kind)) continue;
		final[name] = event.object === null ? 'deleted' : countersOf(event.object);
		const [before, after] = [replicasOf(event.previous), replicasOf(event.object)];
		if (after !== null && after !== before) scaleSteps.push([name, before, after]);
	}
	return { scaleSteps, conditions: JSON.parse(names.plain(JSON.stringify(conditions))), final };
}

function nameOf({ object, previous }: Write): string {
	const { apiVersion, kind, metadata } = (object ?? previous)!;
	return `${resourceOfKind(apiVersion, kind)?.plural}/${metadata.name}`;
}

function conditionsOf(object: KubeObject | null): object | undefined {
	if (object === null || object.kind === 'Pod' || object.kind === 'Node') return undefined;
	const { conditions = [] } = (object.status ?? {}) as { conditions?: readonly Condition[] };
	if (conditions.length === 0) return undefined;
	return Object.fromEntries(
		conditions.map(({ type, status, reason, message }) => [
			type,
			`${status} | ${reason} | ${message}`
		])
	);
}

function replicasOf(object: KubeObject | null): number | null {
	return (object?.spec as { replicas?: number } | undefined)?.replicas ?? null;
}

function countersOf({ metadata, status }: KubeObject): object {
	const counters = Object.entries(status ?? {}).filter(([, value]) => typeof value === 'number');
	return {
		generation: metadata.generation,
		...Object.fromEntries(counters),
		revision: metadata.annotations?.[revision]
	};
}
