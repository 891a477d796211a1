import type { Container } from '#lib/kubernetes/pod.ts';
import { formatQuantity, intValue } from '#lib/kubernetes/quantity.ts';

/**
 * The kubelet's sentence about a Pod that it evicts for memory: in its status, its condition and its Event.
 * Models pkg/kubelet/eviction/helpers.go evictionMessage.
 *
 * @param available bytes that the node had left
 * @param usage working set of each container, bytes, by name
 */
export function evictionMessage(
	containers: readonly Container[],
	threshold: string,
	available: number,
	usage: ReadonlyMap<string, number>
): string {
	const met = `Threshold quantity: ${threshold}, available: ${binaryText(available)}. `;
	const above = containers.map(({ name, resources }) => {
		const used = usage.get(name) ?? 0;
		const request = resources?.requests?.memory ?? '0';
		if (used <= intValue(request)) return '';
		return `Container ${name} was using ${binaryText(used)}, request is ${request}, has larger consumption of memory. `;
	});
	return `The node was low on resource: memory. ${met}${above.join('')}`;
}

function binaryText(bytes: number): string {
	return formatQuantity({ unscaled: BigInt(bytes), scale: 0, format: 'BinarySI' });
}
