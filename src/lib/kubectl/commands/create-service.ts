import type { KubeObject } from '#lib/kubernetes/object.ts';
import { dns1123Subdomain, portName, portNumber } from '#lib/kubernetes/validation/name-rules.ts';
import type { ServicePort, ServiceType } from '#lib/kubernetes/service.ts';
import { type Flag, int, slice, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { argumentsOf, createFlags, createOne, nameArgument } from './create-one.ts';

const tcpFlag = slice('tcp');

function serviceCommand(name: string, type: ServiceType, ...flags: readonly Flag[]): Command {
	return {
		name,
		flags: [...createFlags, ...flags],
		requiredFlags: type === 'ExternalName' ? ['external-name'] : [],
		*run(context) {
			const service = serviceOf(context, type, nameArgument(argumentsOf(context)));
			yield* createOne(context, service, `${type} service`);
		}
	};
}

/** Models kubectl pkg/cmd/create/create_service.go. */
export const createService: Command = {
	name: 'service',
	aliases: ['svc'],
	flags: [],
	subcommands: [
		serviceCommand('clusterip', 'ClusterIP', tcpFlag, text('clusterip')),
		serviceCommand('externalname', 'ExternalName', tcpFlag, text('external-name')),
		serviceCommand('loadbalancer', 'LoadBalancer', tcpFlag),
		serviceCommand('nodeport', 'NodePort', tcpFlag, int('node-port', 0))
	]
};

/** @throws KubectlError */
function serviceOf({ flags }: CommandContext, type: ServiceType, name: string): KubeObject {
	const tcp = flags.list('tcp');
	const clusterIP = type === 'ClusterIP' ? flags.text('clusterip') : '';
	const externalName = type === 'ExternalName' ? flags.text('external-name') : '';
	if (clusterIP !== 'None' && tcp.length === 0 && type !== 'ExternalName') {
		throw new KubectlError('at least one tcp port specifier must be provided');
	}
	if (type === 'ExternalName' && dns1123Subdomain(externalName).length > 0) {
		throw new KubectlError(`invalid service external name ${externalName}`);
	}
	const nodePort = type === 'NodePort' ? flags.int('node-port') : 0;
	const ports = tcp.map((spec) => ({
		...portOf(spec),
		...(nodePort === 0 ? undefined : { nodePort })
	}));
	return {
		kind: 'Service',
		apiVersion: 'v1',
		metadata: { name, labels: { app: name } },
		spec: {
			...(ports.length > 0 ? { ports } : undefined),
			selector: { app: name },
			...(clusterIP === '' ? undefined : { clusterIP }),
			type,
			...(externalName === '' ? undefined : { externalName })
		},
		status: { loadBalancer: {} }
	};
}

/**
 * Reads `80:8080`, `80:http` and `80`. Models create_service.go parsePorts.
 *
 * @throws KubectlError
 */
function portOf(spec: string): ServicePort {
	const [first = '', second] = spec.split(':');
	const port = portNumberOf(first);
	const targetPort = second === undefined ? port : targetOf(second);
	return { name: spec.replaceAll(':', '-'), protocol: 'TCP', port, targetPort };
}

/** Models k8s.io/utils/net ParsePort. */
function portNumberOf(text: string): number {
	const quoted = JSON.stringify(text);
	if (!/^\d+$/.test(text)) {
		throw new KubectlError(`strconv.ParseUint: parsing ${quoted}: invalid syntax`);
	}
	if (Number(text) > 65_535) {
		throw new KubectlError(`strconv.ParseUint: parsing ${quoted}: value out of range`);
	}
	return Number(text);
}

function targetOf(text: string): number | string {
	const isNumber = /^[+-]?\d+$/.test(text);
	const faults = isNumber ? portNumber(Number(text)) : portName(text);
	if (faults.length > 0) throw new KubectlError(faults.join(','));
	return isNumber ? Number(text) : text;
}
