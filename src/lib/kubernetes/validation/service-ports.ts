import type { ServicePort, ServiceSpec } from '../service.ts';
import {
	duplicateError,
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError,
	requiredError
} from './field-error.ts';
import { ruled } from './metadata.ts';
import { dns1123Label, portName, portNumber, qualifiedName } from './name-rules.ts';

const protocols = ['SCTP', 'TCP', 'UDP'];
const path = 'spec.ports';

/**
 * Models pkg/apis/core/validation/validation.go validateServicePort, and of ValidateService what compares ports; upstream
 * says that later.
 */
export function validateServicePorts(spec: ServiceSpec): {
	readonly errors: readonly FieldError[];
	readonly duplicates: readonly FieldError[];
} {
	const ports = spec.ports ?? [];
	const names = new Set<string>();
	return {
		errors: ports.flatMap((port, index) =>
			validatePort(port, ports.length > 1, names, `${path}[${index}]`)
		),
		duplicates: [
			...(spec.type === 'ClusterIP' ? notOnClusterIp(ports) : []),
			...sameNodePorts(ports),
			...samePorts(ports)
		]
	};
}

function validatePort(
	port: ServicePort,
	isNameNeeded: boolean,
	names: Set<string>,
	at: string
): FieldError[] {
	const { name, protocol, targetPort = 0, appProtocol } = port;
	const errors: FieldError[] = [];
	if (!name) {
		if (isNameNeeded) errors.push(requiredError(`${at}.name`));
	} else {
		errors.push(...ruled(dns1123Label, name, `${at}.name`));
		if (names.has(name)) errors.push(duplicateError(`${at}.name`, name));
		names.add(name);
	}
	errors.push(
		...portNumber(port.port ?? 0).map((text) => invalidError(`${at}.port`, port.port ?? 0, text))
	);
	if (!protocol) errors.push(requiredError(`${at}.protocol`));
	else if (!protocols.includes(protocol)) {
		errors.push(notSupportedError(`${at}.protocol`, protocol, protocols));
	}
	const wrong = typeof targetPort === 'number' ? portNumber(targetPort) : portName(targetPort);
	errors.push(...wrong.map((text) => invalidError(`${at}.targetPort`, targetPort, text)));
	if (appProtocol !== undefined) {
		errors.push(...ruled(qualifiedName, appProtocol, `${at}.appProtocol`));
	}
	return errors;
}

function notOnClusterIp(ports: readonly ServicePort[]): FieldError[] {
	return ports.flatMap(({ nodePort }, index) =>
		nodePort
			? [forbiddenError(`${path}[${index}].nodePort`, "may not be used when `type` is 'ClusterIP'")]
			: []
	);
}

function sameNodePorts(ports: readonly ServicePort[]): FieldError[] {
	const seen = new Set<string>();
	return ports.flatMap(({ protocol, nodePort }, index) => {
		if (!nodePort) return [];
		const key = `${protocol}/${nodePort}`;
		if (seen.has(key)) return [duplicateError(`${path}[${index}].nodePort`, nodePort)];
		seen.add(key);
		return [];
	});
}

function samePorts(ports: readonly ServicePort[]): FieldError[] {
	const seen = new Set<string>();
	return ports.flatMap(({ protocol, port }, index) => {
		const key = `${protocol}/${port}`;
		if (seen.has(key)) return [duplicateError(`${path}[${index}]`, goPort(protocol, port))];
		seen.add(key);
		return [];
	});
}

/** How Go writes the internal struct that it compares by. */
function goPort(protocol: string | undefined, port: number): object {
	return {
		Name: '',
		Protocol: protocol ?? '',
		AppProtocol: null,
		Port: port,
		TargetPort: 0,
		NodePort: 0
	};
}
