import type { Container, PodSpec } from './pod.ts';
import { addQuantity, compareQuantity, parseQuantity, type Quantity } from './quantity.ts';

export type QosClass = 'Guaranteed' | 'Burstable' | 'BestEffort';

type Amounts = Map<string, Quantity>;
const counted = ['cpu', 'memory'];

/**
 * The class by which a Pod is evicted and its memory protected.
 *
 * Models pkg/apis/core/v1/helper/qos/qos.go ComputePodQOS.
 */
export function qosClass(spec: PodSpec): QosClass {
	const requests: Amounts = new Map();
	const limits: Amounts = new Map();
	let everyContainerLimited = true;
	for (const { resources } of resourceHolders(spec)) {
		addPositive(requests, resources?.requests);
		const limited = addPositive(limits, resources?.limits);
		if (limited < counted.length) everyContainerLimited = false;
	}
	if (requests.size === 0 && limits.size === 0) return 'BestEffort';
	const equal =
		requests.size === limits.size &&
		[...requests].every(([name, amount]) => {
			const limit = limits.get(name);
			return limit !== undefined && compareQuantity(limit, amount) === 0;
		});
	return everyContainerLimited && equal ? 'Guaranteed' : 'Burstable';
}

/** Where a Pod states its resources itself, its containers don't count. */
function resourceHolders(spec: PodSpec): readonly Pick<Container, 'resources'>[] {
	const own = spec['resources'] as Container['resources'];
	if (own?.requests ?? own?.limits) return [{ resources: own }];
	return [...spec.containers, ...(spec.initContainers ?? [])];
}

function addPositive(sum: Amounts, list: Readonly<Record<string, string>> | undefined): number {
	let found = 0;
	for (const name of counted) {
		const text = list?.[name];
		const amount = text === undefined ? undefined : parseQuantity(String(text));
		if (amount === undefined || amount.unscaled <= 0n) continue;
		found += 1;
		const before = sum.get(name);
		sum.set(name, before ? addQuantity(before, amount) : amount);
	}
	return found;
}
