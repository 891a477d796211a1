import type {
	Container,
	ContainerPort,
	ContainerState,
	ContainerStatus,
	Pod,
	Probe
} from '#lib/kubernetes/pod.ts';
import { describeEnvironment } from './environment.ts';
import type { Description } from './description.ts';
import { longTime } from './times.ts';

/**
 * Models kubectl pkg/describe/describe.go describeContainers.
 *
 * @param pod absent for the containers of a template
 * @param indent before the title
 */
export function describeContainers(
	description: Description,
	title: string,
	containers: readonly Container[],
	statuses: readonly ContainerStatus[],
	pod: Pod | undefined,
	indent = ''
): void {
	description.line(0, `${indent}${title}:`);
	for (const container of containers) {
		const status = statuses.find(({ name }) => name === container.name);
		description.line(1, `${indent === '' ? '' : ' '}${container.name}:`);
		describeBasics(description, container, status);
		describeWords(description, 'Command', container.command);
		describeWords(description, 'Args', container.args);
		if (status !== undefined) describeStatus(description, status);
		describeAmounts(description, 'Limits', container.resources?.limits);
		describeAmounts(description, 'Requests', container.resources?.requests);
		for (const [name, probe] of [
			['Liveness', container.livenessProbe],
			['Readiness', container.readinessProbe],
			['Startup', container.startupProbe]
		] as const) {
			if (probe !== undefined) description.line(2, `${name}:\t${probeText(probe)}`);
		}
		describeEnvironment(description, container, pod);
		describeMounts(description, container);
	}
}

function describeBasics(
	description: Description,
	container: Container,
	status: ContainerStatus | undefined
): void {
	if (status !== undefined) description.line(2, `Container ID:\t${status.containerID ?? ''}`);
	description.line(2, `Image:\t${container.image ?? ''}`);
	if (status !== undefined) description.line(2, `Image ID:\t${status.imageID ?? ''}`);
	const ports = container.ports ?? [];
	for (const [title, portOf] of [
		['Port', ({ containerPort }: ContainerPort): number => containerPort],
		['Host Port', ({ hostPort = 0 }: ContainerPort): number => hostPort]
	] as const) {
		const texts = ports.map(
			(port) => `${portOf(port)}/${port.protocol ?? 'TCP'}${port.name ? ` (${port.name})` : ''}`
		);
		const name = texts.length > 1 ? `${title}s` : title;
		description.line(2, `${name}:\t${texts.join(', ') || '<none>'}`);
	}
}

function describeWords(
	description: Description,
	title: string,
	words: readonly string[] | undefined
): void {
	if (words === undefined || words.length === 0) return;
	description.line(2, `${title}:`);
	for (const word of words) {
		for (const line of word.split('\n')) description.line(3, line);
	}
}

function describeStatus(description: Description, status: ContainerStatus): void {
	describeState(description, 'State', status.state ?? {});
	if (status.lastState?.terminated !== undefined) {
		describeState(description, 'Last State', status.lastState);
	}
	description.line(2, `Ready:\t${status.ready ? 'True' : 'False'}`);
	description.line(2, `Restart Count:\t${status.restartCount ?? 0}`);
}

/** Models describeStatus. */
function describeState(description: Description, title: string, state: ContainerState): void {
	const { running, terminated, waiting } = state;
	if (running !== undefined) {
		description.line(2, `${title}:\tRunning`);
		description.line(2, `  Started:\t${longTime(running.startedAt)}`);
	} else if (terminated !== undefined) {
		description.line(2, `${title}:\tTerminated`);
		if (terminated.reason) description.line(2, `  Reason:\t${terminated.reason}`);
		if (terminated.message) description.line(2, `  Message:\t${terminated.message}`);
		description.line(2, `  Exit Code:\t${terminated.exitCode}`);
		if (terminated.signal) description.line(2, `  Signal:\t${terminated.signal}`);
		description.line(2, `  Started:\t${longTime(terminated.startedAt)}`);
		description.line(2, `  Finished:\t${longTime(terminated.finishedAt)}`);
	} else {
		description.line(2, `${title}:\tWaiting`);
		if (waiting?.reason) description.line(2, `  Reason:\t${waiting.reason}`);
	}
}

function describeAmounts(
	description: Description,
	title: string,
	amounts: Readonly<Record<string, string>> | undefined
): void {
	const names = Object.keys(amounts ?? {}).sort();
	if (names.length === 0) return;
	description.line(2, `${title}:`);
	for (const name of names) description.line(3, `${name}:\t${amounts![name]!}`);
}

/** Models kubectl pkg/describe/describe.go DescribeProbe. */
export function probeText(probe: Probe): string {
	const attributes = `delay=${probe.initialDelaySeconds ?? 0}s timeout=${probe.timeoutSeconds ?? 0}s period=${probe.periodSeconds ?? 0}s #success=${probe.successThreshold ?? 0} #failure=${probe.failureThreshold ?? 0}`;
	return `${checkText(probe)} ${attributes}`;
}

function checkText({ exec, httpGet, tcpSocket, grpc }: Probe): string {
	if (exec !== undefined) return `exec [${(exec.command ?? []).join(' ')}]`;
	if (httpGet !== undefined) {
		const scheme = (httpGet.scheme ?? 'HTTP').toLowerCase();
		const path = httpGet.path ?? '';
		const slash = path === '' || path.startsWith('/') ? '' : '/';
		return `http-get ${scheme}://${httpGet.host ?? ''}:${httpGet.port}${slash}${path}`;
	}
	if (tcpSocket !== undefined) return `tcp-socket ${tcpSocket.host ?? ''}:${tcpSocket.port}`;
	if (grpc !== undefined) return `grpc <pod>:${grpc.port} ${grpc.service ?? ''}`;
	return 'unknown';
}

function describeMounts(description: Description, container: Container): void {
	const mounts = [...(container.volumeMounts ?? [])].sort((a, b) =>
		a.mountPath < b.mountPath ? -1 : 1
	);
	description.line(2, mounts.length === 0 ? 'Mounts:\t<none>' : 'Mounts:');
	for (const { name, mountPath, readOnly, subPath } of mounts) {
		const flags = [readOnly ? 'ro' : 'rw', ...(subPath ? [`path=${JSON.stringify(subPath)}`] : [])];
		description.line(3, `${mountPath} from ${name} (${flags.join(',')})`);
	}
}
