import { isSidecar } from './pod-status/container-status.ts';
import type { Container, PodSpec } from './pod.ts';
import { addQuantity, compareQuantity, parseQuantity, type Quantity } from './quantity.ts';

export type QuantityList = ReadonlyMap<string, Quantity>;

/** A list of resources as quantities. */
export function quantities(list: Readonly<Record<string, string>> | undefined): QuantityList {
	return new Map(Object.entries(list ?? {}).map(([name, text]) => [name, parseQuantity(text)]));
}

/**
 * What a Pod's containers ask for, or are limited to, all together; an init container runs beside the sidecars that were
 * started before it, and the larger of the two sums counts.
 * Models component-helpers resource/helpers.go PodRequests and PodLimits.
 */
export function podAmounts(spec: PodSpec, of: 'requests' | 'limits'): QuantityList {
	const total = new Map<string, Quantity>();
	const sidecars = new Map<string, Quantity>();
	const init = new Map<string, Quantity>();
	const own = (container: Container): QuantityList => quantities(container.resources?.[of]);
	for (const container of spec.containers) add(total, own(container));
	for (const container of spec.initContainers ?? []) {
		if (isSidecar(container)) {
			add(sidecars, own(container));
			add(total, own(container));
			raise(init, sidecars);
		} else {
			const beside = new Map(own(container));
			add(beside, sidecars);
			raise(init, beside);
		}
	}
	raise(total, init);
	return total;
}

function add(sum: Map<string, Quantity>, more: QuantityList): void {
	for (const [name, amount] of more) {
		const known = sum.get(name);
		sum.set(name, known === undefined ? amount : addQuantity(known, amount));
	}
}

function raise(highest: Map<string, Quantity>, other: QuantityList): void {
	for (const [name, amount] of other) {
		const known = highest.get(name);
		if (known === undefined || compareQuantity(known, amount) < 0) highest.set(name, amount);
	}
}
