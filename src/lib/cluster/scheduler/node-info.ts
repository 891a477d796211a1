import { formatSelector, type Selector, selectorMatches } from '#lib/kubernetes/labels/selector.ts';
import { isSidecar } from '#lib/kubernetes/pod-status/container-status.ts';
import type { ContainerPort, Node, Pod } from '#lib/kubernetes/pod.ts';
import { nonZeroRequests, podRequests, type PodRequests } from '#lib/kubernetes/pod-requests.ts';
import { intValue, milliValue } from '#lib/kubernetes/quantity.ts';
import { termsOf } from './pod-affinity-terms.ts';

/** Amounts of a node: CPU in thousandths, memory and storage in bytes. */
export interface Amounts {
	readonly milliCpu: number;
	readonly memory: number;
	readonly ephemeralStorage: number;
	readonly others: Readonly<Record<string, number>>;
}

/** What a node says of itself, read. */
interface Offers {
	readonly allocatable: Amounts;
	readonly allowedPods: number;
	/** Image name → size in bytes. */
	readonly images: ReadonlyMap<string, number>;
}

const offersByStatus = new WeakMap<object, Offers>();

/** Read once per status, for the same node is tried out with other Pods. */
function offersOf({ status }: Node): Offers {
	return remembered(offersByStatus, status, () => {
		const { cpu, memory, pods, 'ephemeral-storage': storage, ...rest } = status.allocatable ?? {};
		return {
			allocatable: {
				milliCpu: milliValue(cpu),
				memory: intValue(memory),
				ephemeralStorage: intValue(storage),
				others: Object.fromEntries(
					Object.entries(rest).map(([name, text]) => [name, intValue(text)])
				)
			},
			allowedPods: intValue(pods),
			images: new Map(
				(status.images ?? []).flatMap(({ names, sizeBytes }) =>
					names.map((name) => [name, sizeBytes] as const)
				)
			)
		};
	});
}

/**
 * A node as the scheduler sees it: what it offers and what its Pods have asked for, assumed ones included.
 * Models pkg/scheduler/framework/types.go NodeInfo.
 */
export class NodeInfo {
	readonly pods = new Map<string, Pod>();
	/** Pods that say which Pods they want near or far. */
	readonly podsWithAffinity = new Set<Pod>();
	/** Those of them that refuse certain Pods near them. */
	readonly podsWithAntiAffinity = new Set<Pod>();
	milliCpu = 0;
	memory = 0;
	ephemeralStorage = 0;
	readonly others = new Map<string, number>();
	/** As `milliCpu` and `memory`, but a container that asks for nothing counts a little; for scores. */
	nonZeroMilliCpu = 0;
	nonZeroMemory = 0;
	allocatable!: Amounts;
	allowedPods = 0;
	/** Image name → size in bytes. */
	images!: ReadonlyMap<string, number>;
	private currentNode!: Node;
	/** Answers of `countMatching`, for as long as the Pods stay the same. */
	private readonly counts = new Map<string, number>();

	constructor(node: Node) {
		this.node = node;
	}

	/** The same node with the same Pods, to try something out on. */
	clone(): NodeInfo {
		const copy = new NodeInfo(this.currentNode);
		for (const pod of this.pods.values()) copy.add(pod);
		return copy;
	}

	get node(): Node {
		return this.currentNode;
	}

	set node(node: Node) {
		this.currentNode = node;
		const { allocatable, allowedPods, images } = offersOf(node);
		this.allocatable = allocatable;
		this.allowedPods = allowedPods;
		this.images = images;
	}

	get name(): string {
		return this.currentNode.metadata.name!;
	}

	add(pod: Pod): void {
		const key = pod.metadata.uid!;
		const before = this.pods.get(key);
		if (before !== undefined) {
			// Most news of a Pod are of its status, which nothing here asks for.
			if (asksTheSame(before, pod) && !this.podsWithAffinity.has(before)) {
				this.pods.set(key, pod);
				return;
			}
			this.remove(key);
		}
		this.pods.set(key, pod);
		this.count(pod, 1);
	}

	remove(uid: string): void {
		const pod = this.pods.get(uid);
		if (pod === undefined) return;
		this.pods.delete(uid);
		this.count(pod, -1);
	}

	/**
	 * How many of its Pods a selector selects; those that are going don't count, and an empty selector selects none.
	 * Models podtopologyspread/common.go countPodsMatchSelector.
	 *
	 * @param key says selector and namespace in one word
	 */
	countMatching(
		selector: Selector,
		namespace: string,
		key = selectorKey(selector, namespace)
	): number {
		let count = this.counts.get(key);
		if (count === undefined) {
			count = 0;
			if (selector.length > 0) {
				for (const { metadata } of this.pods.values()) {
					if (metadata.deletionTimestamp !== undefined) continue;
					if ((metadata.namespace ?? '') !== namespace) continue;
					if (selectorMatches(selector, metadata.labels)) count++;
				}
			}
			this.counts.set(key, count);
		}
		return count;
	}

	private count(pod: Pod, sign: 1 | -1): void {
		this.counts.clear();
		const { affinity, antiAffinity, preferred, preferredAnti } = termsOf(pod);
		if (affinity.length + antiAffinity.length + preferred.length + preferredAnti.length > 0) {
			if (sign === 1) this.podsWithAffinity.add(pod);
			else this.podsWithAffinity.delete(pod);
		}
		if (antiAffinity.length > 0) {
			if (sign === 1) this.podsWithAntiAffinity.add(pod);
			else this.podsWithAntiAffinity.delete(pod);
		}
		const asked = requestsOf(pod);
		this.milliCpu += sign * asked.milliCpu;
		this.memory += sign * asked.memory;
		this.ephemeralStorage += sign * asked.ephemeralStorage;
		for (const [name, amount] of Object.entries(asked.others)) {
			this.others.set(name, (this.others.get(name) ?? 0) + sign * amount);
		}
		const nonZero = nonZeroRequestsOf(pod);
		this.nonZeroMilliCpu += sign * nonZero.milliCpu;
		this.nonZeroMemory += sign * nonZero.memory;
	}
}

export function selectorKey(selector: Selector, namespace: string): string {
	return `${namespace}/${formatSelector(selector)}`;
}

function asksTheSame(before: Pod, after: Pod): boolean {
	return (
		before.spec === after.spec &&
		before.metadata.labels === after.metadata.labels &&
		before.metadata.namespace === after.metadata.namespace &&
		before.metadata.deletionTimestamp === after.metadata.deletionTimestamp
	);
}

const requestsBySpec = new WeakMap<object, PodRequests>();
const nonZeroBySpec = new WeakMap<object, PodRequests>();

/** What a Pod asks for; worked out once per container list. */
export function requestsOf({ spec }: Pod): PodRequests {
	return remembered(requestsBySpec, spec.containers, () => podRequests(spec));
}

function nonZeroRequestsOf({ spec }: Pod): PodRequests {
	return remembered(nonZeroBySpec, spec.containers, () => podRequests(spec, nonZeroRequests));
}

const byContainers = new WeakMap<object, PodRequests>();

/**
 * As `nonZeroRequestsOf`, whatever the Pod states for itself as a whole.
 * Models noderesources/fit.go: its scorer is made without enablePodLevelResources.
 */
export function containerRequestsOf(pod: Pod): PodRequests {
	const { spec } = pod;
	if (spec['resources'] === undefined) return nonZeroRequestsOf(pod);
	return remembered(byContainers, spec.containers, () =>
		podRequests({ ...spec, resources: undefined }, nonZeroRequests)
	);
}

function remembered<V>(memory: WeakMap<object, V>, key: object, make: () => V): V {
	let value = memory.get(key);
	if (value === undefined) memory.set(key, (value = make()));
	return value;
}

const hostPortsBySpec = new WeakMap<object, readonly ContainerPort[]>();

/** The host ports that a Pod wants, of all its containers. */
export function hostPortsOf({ spec }: Pod): readonly ContainerPort[] {
	return remembered(hostPortsBySpec, spec.containers, () =>
		[...spec.containers, ...(spec.initContainers ?? []).filter(isSidecar)]
			.flatMap((container) => container.ports ?? [])
			.filter((port) => (port.hostPort ?? 0) > 0)
	);
}
