import type { Container, ContainerPort } from '../pod.ts';
import { isSidecar } from '../pod-status/container-status.ts';
import { validateEnv, validateEnvFrom } from './container-env.ts';
import { validateResources } from './container-resources.ts';
import {
	duplicateError,
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError,
	requiredError
} from './field-error.ts';
import { ruled } from './metadata.ts';
import { dns1123Label, portName, portNumber } from './name-rules.ts';
import { validateLifecycle, validateProbe } from './probe.ts';
import { validateContainerSecurity } from './security-context.ts';
import { validateResizePolicy } from './pod-parts.ts';
import { type MountFacts, validateDevices, validateMounts } from './volume-mounts.ts';

/** What the checks of a container need to know of its Pod. */
export interface PodFacts {
	/** Names of valid volumes; true for those that can be a device. */
	readonly volumes: ReadonlyMap<string, boolean>;
	readonly restartPolicy?: string;
	/** Names of what the Pod claims. */
	readonly claims: readonly string[];
	readonly graceSeconds: number;
	/** It shares the node's user namespace. */
	readonly hostUsers: boolean;
}

const pullPolicies = ['Always', 'IfNotPresent', 'Never'];
const protocols = ['SCTP', 'TCP', 'UDP'];
const messagePolicies = ['FallbackToLogsOnError', 'File'];
const restartPolicies = ['Always', 'Never', 'OnFailure'];

/** Models pkg/apis/core/validation/validation.go validateContainers. */
export function validateContainers(
	containers: readonly Container[],
	pod: PodFacts,
	path: string
): FieldError[] {
	if (containers.length === 0) return [requiredError(path)];
	const names = new Set<string>();
	const errors = containers.flatMap((container, index) => {
		const at = `${path}[${index}]`;
		return [
			...validateCommon(container, pod, at),
			...duplicateName(container, names, at),
			...validateLongRunning(container, pod, at),
			...validateRestartPolicy(container, at)
		];
	});
	return [...errors, ...hostPortConflicts(containers, path)];
}

/** Models validateInitContainers: only a sidecar may have probes and hooks. */
export function validateInitContainers(
	init: readonly Container[],
	containers: readonly Container[],
	pod: PodFacts,
	path: string
): FieldError[] {
	const names = new Set(containers.map(({ name }) => name));
	return init.flatMap((container, index) => {
		const at = `${path}[${index}]`;
		return [
			...validateCommon(container, pod, at),
			...validateRestartPolicy(container, at),
			...duplicateName(container, names, at),
			...hostPortConflicts([container], path),
			...(isSidecar(container) ? validateLongRunning(container, pod, at) : runsOnce(container, at))
		];
	});
}

function duplicateName({ name }: Container, names: Set<string>, path: string): FieldError[] {
	if (name && names.has(name)) return [duplicateError(`${path}.name`, name)];
	names.add(name);
	return [];
}

function validateLongRunning(container: Container, pod: PodFacts, path: string): FieldError[] {
	const { lifecycle } = container;
	return [
		...(lifecycle ? validateLifecycle(lifecycle, pod.graceSeconds, `${path}.lifecycle`) : []),
		...validateProbe(container.livenessProbe, 'livenessProbe', path),
		...validateProbe(container.readinessProbe, 'readinessProbe', path),
		...validateProbe(container.startupProbe, 'startupProbe', path)
	];
}

function runsOnce(container: Container, path: string): FieldError[] {
	return (['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const)
		.filter((part) => container[part] !== undefined)
		.map((part) =>
			forbiddenError(
				`${path}.${part}`,
				'may not be set for init containers without restartPolicy=Always'
			)
		);
}

function validateRestartPolicy({ restartPolicy, ...rest }: Container, path: string): FieldError[] {
	const at = `${path}.restartPolicy`;
	if (restartPolicy !== undefined && !restartPolicies.includes(restartPolicy)) {
		return [notSupportedError(at, restartPolicy, restartPolicies)];
	}
	return restartPolicy === undefined && rest['restartPolicyRules'] !== undefined
		? [requiredError(at, 'must specify restartPolicy when restart rules are used')]
		: [];
}

/** Models validateContainerCommon. */
export function validateCommon(container: Container, pod: PodFacts, path: string): FieldError[] {
	const { name, imagePullPolicy: pullPolicy, terminationMessagePolicy: messages } = container;
	const security = (container['securityContext'] ?? {}) as Readonly<Record<string, unknown>>;
	const mounts: MountFacts = {
		volumes: pod.volumes,
		mounts: (container.volumeMounts ?? []) as readonly Readonly<Record<string, unknown>>[],
		devices: (container['volumeDevices'] ?? []) as readonly Readonly<Record<string, unknown>>[],
		isPrivileged: security['privileged'] === true
	};
	return [
		...(name ? ruled(dns1123Label, name, `${path}.name`) : [requiredError(`${path}.name`)]),
		...validateImage(container.image ?? '', `${path}.image`),
		...(typeof messages === 'string' && !messagePolicies.includes(messages)
			? [notSupportedError(`${path}.terminationMessagePolicy`, messages, messagePolicies)]
			: []),
		...validatePorts(container.ports ?? [], `${path}.ports`),
		...validateEnv(container.env ?? [], `${path}.env`),
		...validateEnvFrom((container['envFrom'] ?? []) as [], `${path}.envFrom`),
		...validateMounts(mounts, `${path}.volumeMounts`),
		...validateDevices(mounts, `${path}.volumeDevices`),
		...(pullPolicy !== undefined && !pullPolicies.includes(pullPolicy)
			? [notSupportedError(`${path}.imagePullPolicy`, pullPolicy, pullPolicies)]
			: []),
		...validateResources(container.resources ?? {}, `${path}.resources`, pod.claims),
		...validateResizePolicy(
			(container['resizePolicy'] ?? []) as [],
			pod.restartPolicy,
			`${path}.resizePolicy`
		),
		...validateContainerSecurity(security, pod.hostUsers, `${path}.securityContext`)
	];
}

function validateImage(image: string, path: string): FieldError[] {
	if (image === '') return [requiredError(path)];
	return image.trim() === image
		? []
		: [invalidError(path, image, 'must not have leading or trailing whitespace')];
}

/** Models validateContainerPorts. */
function validatePorts(ports: readonly ContainerPort[], path: string): FieldError[] {
	const names = new Set<string>();
	return ports.flatMap((port, index) => {
		const at = `${path}[${index}]`;
		const errors: FieldError[] = [];
		if (port.name) {
			const wrong = ruled(portName, port.name, `${at}.name`);
			if (wrong.length === 0 && names.has(port.name)) {
				wrong.push(duplicateError(`${at}.name`, port.name));
			}
			names.add(port.name);
			errors.push(...wrong);
		}
		if (!port.containerPort) errors.push(requiredError(`${at}.containerPort`));
		else errors.push(...numbered(port.containerPort, `${at}.containerPort`));
		if (port.hostPort) errors.push(...numbered(port.hostPort, `${at}.hostPort`));
		if (!port.protocol) errors.push(requiredError(`${at}.protocol`));
		else if (!protocols.includes(port.protocol)) {
			errors.push(notSupportedError(`${at}.protocol`, port.protocol, protocols));
		}
		return errors;
	});
}

function numbered(port: number, path: string): FieldError[] {
	return portNumber(port).map((text) => invalidError(path, port, text));
}

/** Models checkHostPortConflicts. */
function hostPortConflicts(containers: readonly Container[], path: string): FieldError[] {
	const used = new Set<string>();
	return containers.flatMap(({ ports }, index) =>
		(ports ?? []).flatMap(({ protocol, hostIP, hostPort }, portIndex) => {
			if (!hostPort) return [];
			const key = `${protocol}/${hostIP ?? ''}/${hostPort}`;
			if (used.has(key)) {
				return [duplicateError(`${path}[${index}].ports[${portIndex}].hostPort`, key)];
			}
			used.add(key);
			return [];
		})
	);
}
