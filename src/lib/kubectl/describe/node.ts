import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Event, Node, Pod, Taint } from '#lib/kubernetes/pod.ts';
import { describeAnnotations } from './annotations.ts';
import { Description } from './description.ts';
import { describeEvents } from './events.ts';
import { describeAllocated, describeNodePods } from './node-pods.ts';
import { longTime } from './times.ts';

const rolePrefix = 'node-role.kubernetes.io/';
const systemInfo: readonly (readonly [string, string])[] = [
	['Machine ID', 'machineID'],
	['System UUID', 'systemUUID'],
	['Boot ID', 'bootID'],
	['Kernel Version', 'kernelVersion'],
	['OS Image', 'osImage'],
	['Operating System', 'operatingSystem'],
	['Architecture', 'architecture'],
	['Container Runtime Version', 'containerRuntimeVersion'],
	['Kubelet Version', 'kubeletVersion'],
	['Kube-Proxy Version', 'kubeProxyVersion']
];

interface NodeFacts {
	readonly node: Node;
	readonly lease?: KubeObject;
	/** Pods on it that have not ended. */
	readonly pods: readonly Pod[];
	readonly events?: readonly Event[];
}

/** `kubectl describe node`. Models kubectl pkg/describe/describe.go describeNode. */
export function describeNode({ node, lease, pods, events }: NodeFacts, nowMs: number): string {
	const description = new Description();
	const { metadata, spec, status } = node;
	description.line(0, `Name:\t${metadata.name ?? ''}`);
	const roles = Object.keys(metadata.labels ?? {})
		.filter((key) => key.startsWith(rolePrefix))
		.map((key) => key.slice(rolePrefix.length));
	description.line(0, `Roles:\t${roles.sort().join(',') || '<none>'}`);
	description.labels('Labels', metadata.labels);
	describeAnnotations(description, metadata.annotations);
	description.line(0, `CreationTimestamp:\t${longTime(metadata.creationTimestamp)}`);
	description.list('Taints', sortedTaints(spec.taints ?? []));
	description.line(0, `Unschedulable:\t${spec.unschedulable ?? false}`);
	describeLease(description, lease);
	describeConditions(description, node);
	description.line(0, 'Addresses:');
	for (const { type, address } of status.addresses ?? [])
		description.line(1, `${type}:\t${address}`);
	describeAmounts(description, 'Capacity', status.capacity);
	describeAmounts(description, 'Allocatable', status.allocatable);
	description.line(0, 'System Info:');
	for (const [title, field] of systemInfo) {
		description.line(0, `  ${title}:\t${status.nodeInfo?.[field] ?? ''}`);
	}
	if (spec.podCIDR) description.line(0, `PodCIDR:\t${spec.podCIDR}`);
	if (spec.podCIDRs?.length) description.line(0, `PodCIDRs:\t${spec.podCIDRs.join(',')}`);
	const allocatable = status.allocatable ?? status.capacity ?? {};
	describeNodePods(description, pods, allocatable, nowMs);
	describeAllocated(description, pods, allocatable);
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
}

/** Models printTaintsMultilineWithIndent. */
function sortedTaints(taints: readonly Taint[]): readonly string[] {
	const keyOf = ({ effect, key }: Taint): string => `${effect},${key}`;
	return [...taints]
		.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
		.map(({ key, value, effect }) => `${key}${value ? `=${value}` : ''}:${effect}`);
}

function describeLease(description: Description, lease: KubeObject | undefined): void {
	const spec = (lease?.spec ?? {}) as Readonly<Record<string, string | undefined>>;
	const time = (value: string | undefined): string => (value ? longTime(value) : '<unset>');
	description.line(0, 'Lease:');
	description.line(1, `HolderIdentity:\t${spec.holderIdentity ?? '<unset>'}`);
	description.line(1, `AcquireTime:\t${time(spec.acquireTime)}`);
	description.line(1, `RenewTime:\t${time(spec.renewTime)}`);
}

function describeConditions(description: Description, { status }: Node): void {
	const conditions = status.conditions ?? [];
	if (conditions.length === 0) return;
	description.line(0, 'Conditions:');
	description.line(1, 'Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage');
	description.line(1, '----\t------\t-----------------\t------------------\t------\t-------');
	for (const condition of conditions) {
		const { type, status: truth, reason = '', message = '' } = condition;
		const times = [condition.lastHeartbeatTime, condition.lastTransitionTime].map(longTime);
		description.line(
			1,
			[type, truth, ...times, reason, message].map((cell) => `${cell} `).join('\t')
		);
	}
}

function describeAmounts(
	description: Description,
	title: string,
	amounts: Readonly<Record<string, string>> | undefined
): void {
	const names = Object.keys(amounts ?? {}).sort();
	if (names.length === 0) return;
	description.line(0, `${title}:`);
	for (const name of names) description.line(1, `${name}:\t${amounts![name]!}`);
}
