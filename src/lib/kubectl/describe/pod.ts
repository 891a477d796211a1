import type { Event, Pod } from '#lib/kubernetes/pod.ts';
import { qosClass } from '#lib/kubernetes/qos.ts';
import { describeAnnotations } from './annotations.ts';
import { describeContainers } from './containers.ts';
import { Description } from './description.ts';
import { describeEvents } from './events.ts';
import { longTime, since } from './times.ts';
import { describeTolerations } from './tolerations.ts';
import { describeVolumes } from './volumes.ts';

/** `kubectl describe pod`. Models kubectl pkg/describe/describe.go describePod. */
export function describePod(pod: Pod, events: readonly Event[] | undefined, nowMs: number): string {
	const description = new Description();
	const { metadata, spec, status } = pod;
	const field = (title: string, value: unknown): void => {
		if (value !== undefined && value !== '') description.line(0, `${title}:\t${String(value)}`);
	};
	description.line(0, `Name:\t${metadata.name ?? ''}`);
	description.line(0, `Namespace:\t${metadata.namespace ?? ''}`);
	field('Priority', spec.priority);
	field('Priority Class Name', spec.priorityClassName);
	field('Runtime Class Name', spec['runtimeClassName']);
	field('Service Account', spec.serviceAccountName);
	description.line(
		0,
		`Node:\t${spec.nodeName ? `${spec.nodeName}/${status.hostIP ?? ''}` : '<none>'}`
	);
	if (status.startTime) description.line(0, `Start Time:\t${longTime(status.startTime)}`);
	description.labels('Labels', metadata.labels);
	describeAnnotations(description, metadata.annotations);
	if (metadata.deletionTimestamp && status.reason !== 'NodeLost') {
		description.line(0, `Status:\tTerminating (lasts ${since(metadata.deletionTimestamp, nowMs)})`);
		description.line(0, `Termination Grace Period:\t${metadata.deletionGracePeriodSeconds ?? 0}s`);
	} else {
		description.line(0, `Status:\t${status.phase ?? ''}`);
	}
	field('Reason', status.reason);
	field('Message', status.message);
	description.line(0, `IP:\t${status.podIP ?? ''}`);
	describeIps(description, status.podIPs ?? []);
	const owner = metadata.ownerReferences?.find(({ controller }) => controller);
	if (owner !== undefined) field('Controlled By', `${owner.kind}/${owner.name}`);
	field('NominatedNodeName', status.nominatedNodeName);
	if (spec.initContainers?.length) {
		describeContainers(
			description,
			'Init Containers',
			spec.initContainers,
			status.initContainerStatuses ?? [],
			pod
		);
	}
	describeContainers(
		description,
		'Containers',
		spec.containers,
		status.containerStatuses ?? [],
		pod
	);
	describeConditions(description, pod);
	describeVolumes(description, spec.volumes ?? []);
	description.line(0, `QoS Class:\t${status.qosClass ?? qosClass(spec)}`);
	description.labels('Node-Selectors', spec.nodeSelector);
	describeTolerations(description, spec.tolerations ?? []);
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
}

function describeIps(description: Description, ips: readonly { ip: string }[]): void {
	description.line(0, ips.length === 0 ? 'IPs:\t<none>' : 'IPs:');
	for (const { ip } of ips) description.line(1, `IP:\t${ip}`);
}

function describeConditions(description: Description, { spec, status }: Pod): void {
	const conditions = status.conditions ?? [];
	if (spec.readinessGates?.length) {
		description.line(0, 'Readiness Gates:');
		description.line(1, 'Type\tStatus');
		for (const { conditionType } of spec.readinessGates) {
			const found = conditions.find(({ type }) => type === conditionType);
			description.line(1, `${conditionType} \t${found?.status ?? '<none>'} `);
		}
	}
	if (conditions.length === 0) return;
	description.line(0, 'Conditions:');
	description.line(1, 'Type\tStatus');
	for (const { type, status: truth } of conditions) description.line(1, `${type} \t${truth} `);
}
