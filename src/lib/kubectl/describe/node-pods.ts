import type { Container, Pod, PodSpec } from '#lib/kubernetes/pod.ts';
import { podRequests } from '#lib/kubernetes/pod-requests.ts';
import { formatQuantity, intValue, milliValue } from '#lib/kubernetes/quantity.ts';
import type { Description } from './description.ts';
import { since } from './times.ts';

type Amounts = Readonly<Record<string, string>>;

/** One column of sums: CPU in thousandths, the others as they are. */
interface Sums {
	readonly milliCpu: number;
	readonly memory: number;
	readonly ephemeralStorage: number;
	readonly others: Readonly<Record<string, number>>;
}

/** The table of Pods on a node. Models kubectl pkg/describe/describe.go describeNodeResource. */
export function describeNodePods(
	description: Description,
	pods: readonly Pod[],
	allocatable: Amounts,
	nowMs: number
): void {
	description.line(0, `Non-terminated Pods:\t(${pods.length} in total)`);
	description.line(
		1,
		'Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge'
	);
	description.line(
		1,
		'---------\t----\t\t------------\t----------\t---------------\t-------------\t---'
	);
	for (const { metadata, spec } of pods) {
		const requests = podRequests(spec);
		const limits = podRequests(withLimits(spec));
		const cells = [
			metadata.namespace ?? '',
			metadata.name ?? '',
			'',
			cpuCell(requests, allocatable),
			cpuCell(limits, allocatable),
			bytesCell(requests.memory, allocatable.memory),
			bytesCell(limits.memory, allocatable.memory),
			since(metadata.creationTimestamp, nowMs)
		];
		description.line(1, cells.join('\t'));
	}
}

/** The sums of all Pods on a node. */
export function describeAllocated(
	description: Description,
	pods: readonly Pod[],
	allocatable: Amounts
): void {
	description.line(0, 'Allocated resources:');
	description.line(1, '(Total limits may be over 100 percent, i.e., overcommitted.)');
	description.line(1, 'Resource\tRequests\tLimits');
	description.line(1, '--------\t--------\t------');
	const requests = sum(pods.map(({ spec }) => podRequests(spec)));
	const limits = sum(pods.map(({ spec }) => podRequests(withLimits(spec))));
	const row = (name: string, cell: (sums: Sums) => string): void =>
		description.line(1, [name, cell(requests), cell(limits)].join('\t'));
	row('cpu', (sums) => cpuCell(sums, allocatable));
	row('memory', ({ memory }) => bytesCell(memory, allocatable.memory));
	row('ephemeral-storage', ({ ephemeralStorage }) =>
		bytesCell(ephemeralStorage, allocatable['ephemeral-storage'])
	);
	const known = new Set(['cpu', 'memory', 'ephemeral-storage', 'pods']);
	for (const name of Object.keys(allocatable)
		.filter((one) => !known.has(one))
		.sort()) {
		row(name, ({ others }) =>
			name.startsWith('hugepages-')
				? bytesCell(others[name] ?? 0, allocatable[name])
				: String(others[name] ?? 0)
		);
	}
}

function withLimits(spec: PodSpec): PodSpec {
	const swap = (container: Container): Container => ({
		...container,
		resources: { requests: container.resources?.limits ?? {} }
	});
	return {
		...spec,
		containers: spec.containers.map(swap),
		initContainers: spec.initContainers?.map(swap)
	};
}

function sum(all: readonly Sums[]): Sums {
	const total = (pick: (sums: Sums) => number): number =>
		all.reduce((whole, sums) => whole + pick(sums), 0);
	const names = new Set(all.flatMap(({ others }) => Object.keys(others)));
	return {
		milliCpu: total(({ milliCpu }) => milliCpu),
		memory: total(({ memory }) => memory),
		ephemeralStorage: total(({ ephemeralStorage }) => ephemeralStorage),
		others: Object.fromEntries(
			[...names].map((name) => [name, total(({ others }) => others[name] ?? 0)])
		)
	};
}

function cpuCell({ milliCpu }: Sums, { cpu }: Amounts): string {
	const text = formatQuantity({ unscaled: BigInt(milliCpu), scale: 3, format: 'DecimalSI' });
	return `${text} (${percent(milliCpu, milliValue(cpu))}%)`;
}

function bytesCell(bytes: number, of: string | undefined): string {
	const text = formatQuantity({ unscaled: BigInt(bytes), scale: 0, format: 'BinarySI' });
	return `${text} (${percent(bytes, intValue(of))}%)`;
}

function percent(part: number, whole: number): number {
	return whole === 0 ? 0 : Math.trunc((part / whole) * 100);
}
