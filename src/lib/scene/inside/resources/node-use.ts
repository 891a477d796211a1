import { oomScoreAdj } from '#lib/kubernetes/oom-score.ts';
import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import { podRequests } from '#lib/kubernetes/pod-requests.ts';
import { podAmounts } from '#lib/kubernetes/pod-amounts.ts';
import { qosClass, type QosClass } from '#lib/kubernetes/qos.ts';
import { formatQuantity, intValue, milliValue } from '#lib/kubernetes/quantity.ts';
import type { ContainerFact, SandboxState } from '#lib/trace/cluster-state.ts';
import { uidOnNode } from '#lib/trace/uid-on-node.ts';
import { focused } from '../../focused.ts';
import type { View } from '../../view.ts';
import type { Room } from '../node-room.ts';

/** What a Pod asked for, may use and uses; a limit that is not there is null. */
export interface PodUse {
	/** `namespace/name`. */
	readonly pod: string;
	readonly key: string;
	readonly qos: QosClass;
	/** Of its first container. */
	readonly oomScoreAdj: number;
	readonly requests: Room;
	readonly limits: { readonly milliCpu: number | null; readonly memory: number | null };
	readonly uses: Room;
	/** The part (0 … 1) of its time that it waits for its CPU limit. */
	readonly throttled: number;
	/** It has succeeded or failed: it asks for nothing any more. */
	readonly isOver: boolean;
	/** Why nothing of it runs: `OOMKilled 137`, `Evicted`; null while something does. */
	readonly ended: string | null;
}

/** One node with the Pods that are bound to it. */
export interface NodeUse {
	readonly node: string;
	readonly allocatable: Room;
	readonly pods: readonly PodUse[];
	/** Memory that no Pod takes, bytes; 0 as long as nothing is known. */
	readonly besides: number;
	readonly isUnderPressure: boolean;
}

const podsPrefix = '/registry/pods/';
const nodesPrefix = '/registry/minions/';

/** The node of the Pod under discussion, else the first; null where there is none. */
export function nodeUse(view: View): NodeUse | null {
	const { state, index } = view;
	const { objects } = state;
	const discussed = focused(view)?.object;
	const pod = discussed?.kind === 'Pod' ? (discussed as Pod) : undefined;
	const name = pod?.spec.nodeName ?? index.trace.header.nodes[0]?.name;
	const node = name === undefined ? undefined : (objects.get(nodesPrefix + name)?.object as Node);
	if (name === undefined || node === undefined) return null;
	const { cpu, memory } = node.status.allocatable ?? {};
	const sandboxes = new Map([...state.sandboxes].map(([, one]) => [one.uid, one]));
	const capacity = intValue(node.status.capacity?.memory);
	const pods = [...objects]
		.filter(([key, { object }]) => {
			return key.startsWith(podsPrefix) && (object as Pod).spec.nodeName === name;
		})
		.map(([key, { object }]) => ({ key, pod: object as Pod }))
		.sort((a, b) => (bornAs(a.pod) < bornAs(b.pod) ? -1 : 1));
	const conditions = node.status.conditions ?? [];
	return {
		node: name,
		allocatable: { milliCpu: milliValue(cpu), memory: intValue(memory) },
		pods: pods.map(({ key, pod }) => {
			const sandbox = sandboxes.get(uidOnNode(pod));
			return useOf(key, pod, sandbox, capacity);
		}),
		besides: Math.max(0, ...[...sandboxes.values()].map((one) => besidesOf(one, name))),
		isUnderPressure: conditions.some(
			({ type, status }) => type === 'MemoryPressure' && status === 'True'
		)
	};
}

function useOf(key: string, pod: Pod, sandbox: SandboxState | undefined, capacity: number): PodUse {
	const containers = sandbox?.containers ?? [];
	const running = containers.filter(({ state }) => state === 'running');
	const sum = (of: (use: NonNullable<ContainerFact['use']>) => number): number =>
		running.reduce((all, { use }) => all + (use ? of(use) : 0), 0);
	return {
		pod: key.slice(podsPrefix.length),
		key,
		...statedIn(pod, capacity),
		uses: { milliCpu: sum((use) => use.milliCpu), memory: sum((use) => use.memory) },
		throttled: Math.max(0, ...running.map(({ use }) => use?.throttled ?? 0)),
		isOver: pod.status.phase === 'Failed' || pod.status.phase === 'Succeeded',
		ended: running.length > 0 ? null : endedAs(pod, containers)
	};
}

type Stated = Pick<PodUse, 'qos' | 'oomScoreAdj' | 'requests' | 'limits'>;

const stated = new WeakMap<Pod['spec'], Stated>();

/** What follows from its spec alone, for the node that it is on. */
function statedIn(pod: Pod, capacity: number): Stated {
	let found = stated.get(pod.spec);
	if (!found) {
		const { milliCpu, memory } = podRequests(pod.spec);
		found = {
			qos: qosClass(pod.spec),
			oomScoreAdj: oomScoreAdj(pod, pod.spec.containers[0]!, capacity),
			requests: { milliCpu, memory },
			limits: limitsOf(pod)
		};
		stated.set(pod.spec, found);
	}
	return found;
}

/** A Pod is limited only if each of its containers is. */
function limitsOf({ spec }: Pod): PodUse['limits'] {
	const amounts = podAmounts(spec, 'limits');
	const limited = (name: 'cpu' | 'memory'): string | undefined => {
		const amount = amounts.get(name);
		const every = spec.containers.every(({ resources }) => resources?.limits?.[name]);
		return every && amount ? formatQuantity(amount) : undefined;
	};
	const [cpu, memory] = [limited('cpu'), limited('memory')];
	return {
		milliCpu: cpu === undefined ? null : milliValue(cpu),
		memory: memory === undefined ? null : intValue(memory)
	};
}

function endedAs({ status }: Pod, containers: readonly ContainerFact[]): string | null {
	if (status.reason !== undefined) return status.reason;
	const last = containers.findLast(({ state }) => state === 'exited');
	return last ? `${last.reason} ${last.exitCode}` : null;
}

function besidesOf({ node, containers }: SandboxState, name: string): number {
	if (node !== name) return 0;
	return Math.max(0, ...containers.map(({ use }) => use?.besides ?? 0));
}

function bornAs({ metadata }: Pod): string {
	return `${metadata.creationTimestamp} ${metadata.name}`;
}
