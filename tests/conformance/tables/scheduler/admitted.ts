import { defaultPod } from '#lib/kubernetes/defaults/pod.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Pod, Toleration } from '#lib/kubernetes/pod.ts';

/** An object as a case gives it. */
export interface GivenObject {
	readonly metadata: KubeObject['metadata'];
	readonly [field: string]: unknown;
}

interface PriorityClass extends GivenObject {
	readonly value: number;
	readonly globalDefault?: boolean;
	readonly preemptionPolicy?: string;
}

interface RuntimeClass extends GivenObject {
	readonly overhead?: { readonly podFixed?: Readonly<Record<string, string>> };
	readonly scheduling?: {
		readonly nodeSelector?: Readonly<Record<string, string>>;
		readonly tolerations?: readonly Toleration[];
	};
}

/** What admission reads. */
export interface Classes {
	readonly priorityClasses?: readonly PriorityClass[];
	readonly runtimeClasses?: readonly RuntimeClass[];
}

const systemClasses: readonly PriorityClass[] = [
	{ metadata: { name: 'system-node-critical' }, value: 2_000_001_000 },
	{ metadata: { name: 'system-cluster-critical' }, value: 2_000_000_000 }
];

const defaultTolerations: readonly Toleration[] = ['not-ready', 'unreachable'].map((name) => ({
	key: `node.kubernetes.io/${name}`,
	operator: 'Exists',
	effect: 'NoExecute',
	tolerationSeconds: 300
}));

/** A Pod as the API server would have stored it, as far as the scheduler sees a difference. */
export function admittedPod(given: GivenObject, classes: Classes): Pod {
	const pod = defaultPod({
		apiVersion: 'v1',
		kind: 'Pod',
		...given,
		metadata: {
			namespace: 'default',
			generation: 1,
			...given.metadata,
			...(given.metadata.ownerReferences && {
				ownerReferences: given.metadata.ownerReferences.map((owner) => ({
					...owner,
					apiVersion: owner.kind === 'ReplicationController' ? 'v1' : 'apps/v1'
				}))
			})
		},
		status: { phase: 'Pending', ...(given['status'] as object | undefined) }
	} as unknown as Pod);
	const { spec } = pod;
	const runtime = classes.runtimeClasses?.find(
		({ metadata }) => metadata.name === spec['runtimeClassName']
	);
	const overhead = runtime?.overhead?.podFixed;
	const gated = (spec.schedulingGates ?? []).length > 0;
	return {
		...pod,
		spec: {
			...spec,
			...priorityFor(spec.priorityClassName, classes.priorityClasses ?? []),
			...(overhead === undefined ? undefined : { overhead }),
			...(runtime?.scheduling?.nodeSelector === undefined
				? undefined
				: { nodeSelector: { ...spec.nodeSelector, ...runtime.scheduling.nodeSelector } }),
			tolerations: [
				...(spec.tolerations ?? []),
				...(runtime?.scheduling?.tolerations ?? []),
				...defaultTolerations
			]
		},
		status: gated ? { ...pod.status, conditions: [gatedCondition] } : pod.status
	};
}

/** Models registry/core/pod/strategy.go applySchedulingGatedCondition. */
const gatedCondition = {
	type: 'PodScheduled',
	status: 'False',
	reason: 'SchedulingGated',
	message: 'Scheduling is blocked due to non-empty scheduling gates'
} as const;

function priorityFor(name: string | undefined, classes: readonly PriorityClass[]) {
	const known = [...classes, ...systemClasses];
	const chosen =
		name === undefined
			? classes.find(({ globalDefault }) => globalDefault === true)
			: known.find(({ metadata }) => metadata.name === name);
	const { preemptionPolicy = 'PreemptLowerPriority' } = chosen ?? {};
	return { priority: chosen?.value ?? 0, preemptionPolicy };
}

/** A Node that is ready. */
export function admittedNode(given: GivenObject): GivenObject {
	return {
		...given,
		metadata: given.metadata,
		spec: given['spec'] ?? {},
		status: {
			conditions: [{ type: 'Ready', status: 'True' }],
			...(given['status'] as object | undefined)
		}
	};
}
