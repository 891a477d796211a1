import type { Container, PodSpec } from './pod.ts';
import { isSidecar } from './pod-status/container-status.ts';
import { intValue, milliValue } from './quantity.ts';

/** What a Pod asks of its node. */
export interface PodRequests {
	readonly milliCpu: number;
	/** Bytes. */
	readonly memory: number;
	/** Bytes. */
	readonly ephemeralStorage: number;
	/** Extended resources and huge pages, as whole numbers by name. */
	readonly others: Readonly<Record<string, number>>;
}

/** What a container that asks for no CPU or memory counts as; used for scores. */
export interface MissingRequests {
	readonly milliCpu: number;
	readonly memory: number;
}

/** Models pkg/scheduler/util/pod_resources.go DefaultMilliCPURequest, DefaultMemoryRequest. */
export const nonZeroRequests: MissingRequests = { milliCpu: 100, memory: 200 * 1024 * 1024 };

type Amounts = Map<string, number>;

/**
 * Containers and sidecars run together, each init container beside the sidecars started before it: the larger of the
 * two sums counts, and the overhead is added.
 *
 * Models component-helpers resource/helpers.go PodRequests.
 */
export function podRequests(spec: PodSpec, missing?: MissingRequests): PodRequests {
	const total: Amounts = new Map();
	for (const container of spec.containers) add(total, requestsOf(container, missing));
	const sidecars: Amounts = new Map();
	const init: Amounts = new Map();
	for (const container of spec.initContainers ?? []) {
		const own = requestsOf(container, missing);
		if (isSidecar(container)) {
			add(sidecars, own);
			add(total, own);
			raise(init, sidecars);
		} else {
			add(own, sidecars);
			raise(init, own);
		}
	}
	raise(total, init);
	override(total, amountsOf((spec['resources'] as Container['resources'])?.requests));
	add(total, amountsOf(spec['overhead'] as Readonly<Record<string, string>> | undefined));
	const { cpu = 0, memory = 0, ...rest } = Object.fromEntries(total);
	const { 'ephemeral-storage': ephemeralStorage = 0, ...others } = rest;
	return { milliCpu: cpu, memory, ephemeralStorage, others };
}

function requestsOf(container: Container, missing: MissingRequests | undefined): Amounts {
	const amounts = amountsOf(container.resources?.requests);
	if (missing) {
		if (!amounts.has('cpu')) amounts.set('cpu', missing.milliCpu);
		if (!amounts.has('memory')) amounts.set('memory', missing.memory);
	}
	return amounts;
}

function amountsOf(list: Readonly<Record<string, string>> | undefined): Amounts {
	return new Map(
		Object.entries(list ?? {}).map(([name, text]) => [
			name,
			name === 'cpu' ? milliValue(String(text)) : intValue(String(text))
		])
	);
}

function add(sum: Amounts, more: Amounts): void {
	for (const [name, amount] of more) sum.set(name, (sum.get(name) ?? 0) + amount);
}

function raise(highest: Amounts, other: Amounts): void {
	for (const [name, amount] of other) highest.set(name, Math.max(highest.get(name) ?? 0, amount));
}

function override(total: Amounts, stated: Amounts): void {
	for (const [name, amount] of stated) total.set(name, amount);
}
