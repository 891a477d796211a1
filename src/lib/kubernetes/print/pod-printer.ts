import type { Condition, ContainerState, ContainerStatus, Pod } from '../pod.ts';
import { isSidecar } from '../pod-status/container-status.ts';
import { age, ageColumn, column, nameColumn, type Printer, since, wideColumn } from './printer.ts';

/** Models pkg/printers/internalversion/printers.go printPod. */
export const podPrinter: Printer = {
	columns: [
		nameColumn,
		column('Ready'),
		column('Status'),
		column('Restarts'),
		ageColumn,
		wideColumn('IP'),
		wideColumn('Node'),
		wideColumn('Nominated Node'),
		wideColumn('Readiness Gates')
	],
	conditions(object) {
		const message = endWords[(object as Pod).status?.phase ?? ''];
		if (message === undefined) return undefined;
		const reason = (object as Pod).status.phase!;
		return [{ type: 'Completed', status: 'True', reason, message }];
	},

	row(object, nowMs) {
		const pod = object as Pod;
		const { spec, status = {} } = pod;
		const summary = summaryOf(pod);
		return [
			pod.metadata.name ?? '',
			`${summary.ready}/${summary.total}`,
			summary.status,
			restartsText(summary, nowMs),
			age(pod, nowMs),
			status.podIPs?.[0]?.ip || status.podIP || '<none>',
			spec.nodeName || '<none>',
			status.nominatedNodeName || '<none>',
			gatesText(pod)
		];
	}
};

/** Models podSuccessConditions and podFailedConditions. */
const endWords: Readonly<Record<string, string>> = {
	Succeeded: 'The pod has completed successfully.',
	Failed: 'The pod failed.'
};

interface Restarts {
	count: number;
	/** RFC 3339, '' when never. */
	lastAt: string;
}

interface Summary extends Restarts {
	ready: number;
	total: number;
	status: string;
}

/** What the columns READY, STATUS and RESTARTS say of a Pod. */
function summaryOf(pod: Pod): Summary {
	const { spec, status = {} } = pod;
	const sidecars = new Set((spec.initContainers ?? []).filter(isSidecar).map(({ name }) => name));
	const gated = status.conditions?.some(
		({ type, reason }) => type === 'PodScheduled' && reason === 'SchedulingGated'
	);
	const summary: Summary = {
		count: 0,
		lastAt: '',
		ready: 0,
		total: (spec.containers ?? []).length + sidecars.size,
		status: gated ? 'SchedulingGated' : status.reason || status.phase || ''
	};
	const sidecarRestarts: Restarts = { count: 0, lastAt: '' };
	const initializing = readInit(pod, sidecars, summary, sidecarRestarts);
	if (!initializing || isTrue(status.conditions, 'Initialized')) {
		Object.assign(summary, sidecarRestarts);
		readContainers(status, summary);
	}
	if (pod.metadata.deletionTimestamp) {
		const ended = status.phase === 'Succeeded' || status.phase === 'Failed';
		if (status.reason === 'NodeLost') summary.status = 'Unknown';
		else if (!ended) summary.status = 'Terminating';
	}
	return summary;
}

/** Whether an init container is still to come to its end; its state is then the Pod's status. */
function readInit(
	{ spec, status }: Pod,
	sidecars: ReadonlySet<string>,
	summary: Summary,
	sidecarRestarts: Restarts
): boolean {
	for (const [index, container] of (status?.initContainerStatuses ?? []).entries()) {
		countRestarts(summary, container);
		const isSide = sidecars.has(container.name);
		if (isSide) countRestarts(sidecarRestarts, container);
		const { terminated, waiting } = container.state ?? {};
		if (terminated && !terminated.exitCode) continue;
		if (isSide && container.started) {
			if (container.ready) summary.ready += 1;
			continue;
		}
		if (terminated) summary.status = `Init:${endText(terminated)}`;
		else if (waiting?.reason && waiting.reason !== 'PodInitializing') {
			summary.status = `Init:${waiting.reason}`;
		} else summary.status = `Init:${index}/${spec.initContainers?.length ?? 0}`;
		return true;
	}
	return false;
}

function readContainers(status: Pod['status'], summary: Summary): void {
	let anyRunning = false;
	for (const container of [...(status.containerStatuses ?? [])].reverse()) {
		countRestarts(summary, container);
		const { waiting, terminated, running } = container.state ?? {};
		if (waiting?.reason) summary.status = waiting.reason;
		else if (terminated) summary.status = endText(terminated);
		else if (container.ready && running) {
			anyRunning = true;
			summary.ready += 1;
		}
	}
	if (summary.status === 'Completed' && anyRunning) {
		summary.status = isTrue(status.conditions, 'Ready') ? 'Running' : 'NotReady';
	}
}

function countRestarts(restarts: Restarts, container: ContainerStatus): void {
	restarts.count += container.restartCount ?? 0;
	const ended = container.lastState?.terminated?.finishedAt;
	if (ended && (restarts.lastAt === '' || Date.parse(ended) > Date.parse(restarts.lastAt))) {
		restarts.lastAt = ended;
	}
}

function endText({ reason, signal, exitCode }: NonNullable<ContainerState['terminated']>): string {
	return reason || (signal ? `Signal:${signal}` : `ExitCode:${exitCode || 0}`);
}

function isTrue(conditions: readonly Condition[] | undefined, type: string): boolean {
	return conditions?.some((entry) => entry.type === type && entry.status === 'True') ?? false;
}

function restartsText({ count, lastAt }: Restarts, nowMs: number): string {
	return count > 0 && lastAt !== '' ? `${count} (${since(lastAt, nowMs)} ago)` : `${count}`;
}

function gatesText({ spec, status }: Pod): string {
	const gates = spec.readinessGates ?? [];
	if (gates.length === 0) return '<none>';
	const first = (type: string) => status?.conditions?.find((entry) => entry.type === type);
	const open = gates.filter(({ conditionType }) => first(conditionType)?.status === 'True');
	return `${open.length}/${gates.length}`;
}
