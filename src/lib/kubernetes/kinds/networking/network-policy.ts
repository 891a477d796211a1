import type { IntOrString } from '../../int-or-string.ts';
import { formatSelector, type LabelSelector, selectorOf } from '../../labels/selector.ts';
import type { KubeObject } from '../../object.ts';
import { age, ageColumn, column, nameColumn } from '../../print/printer.ts';
import {
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError,
	requiredError
} from '../../validation/field-error.ts';
import { validateLabelSelector } from '../../validation/label-selector.ts';
import { ruled } from '../../validation/metadata.ts';
import { portName, portNumber } from '../../validation/name-rules.ts';
import { specChanges } from '../generation.ts';
import type { KindRules } from '../kind-rules.ts';
import { cidrContains, parseCidr } from './cidr.ts';

interface Port {
	readonly protocol?: string;
	readonly port?: IntOrString;
	readonly endPort?: number;
}

interface Peer {
	readonly podSelector?: LabelSelector;
	readonly namespaceSelector?: LabelSelector;
	readonly ipBlock?: { readonly cidr?: string; readonly except?: readonly string[] };
}

interface Spec {
	readonly podSelector?: LabelSelector;
	readonly ingress?: readonly {
		readonly ports?: readonly Port[];
		readonly from?: readonly Peer[];
	}[];
	readonly egress?: readonly { readonly ports?: readonly Port[]; readonly to?: readonly Peer[] }[];
	readonly policyTypes?: readonly string[];
}

interface NetworkPolicy extends KubeObject {
	readonly spec: Spec;
}

/** Models pkg/apis/networking/v1/defaults.go SetDefaults_NetworkPolicy. */
function defaults(object: KubeObject): KubeObject {
	const { spec } = object as NetworkPolicy;
	const withPorts = <T extends { readonly ports?: readonly Port[] }>(rule: T): T =>
		rule.ports === undefined
			? rule
			: {
					...rule,
					ports: rule.ports.map((port) => ({ ...port, protocol: port.protocol ?? 'TCP' }))
				};
	const { policyTypes = [] } = spec;
	return {
		...object,
		spec: {
			...spec,
			...(spec.ingress && { ingress: spec.ingress.map(withPorts) }),
			...(spec.egress && { egress: spec.egress.map(withPorts) }),
			policyTypes:
				policyTypes.length > 0 ? policyTypes : ['Ingress', ...(spec.egress ? ['Egress'] : [])]
		}
	};
}

const types = ['Ingress', 'Egress'];

/** Models pkg/apis/networking/validation/validation.go ValidateNetworkPolicySpec. */
function validate(object: KubeObject): FieldError[] {
	const {
		podSelector,
		ingress = [],
		egress = [],
		policyTypes = []
	} = (object as NetworkPolicy).spec;
	const errors = validateLabelSelector(podSelector, 'spec.podSelector');
	ingress.forEach(({ ports = [], from = [] }, index) => {
		errors.push(...validateRule(ports, from, `spec.ingress[${index}]`, 'from'));
	});
	egress.forEach(({ ports = [], to = [] }, index) => {
		errors.push(...validateRule(ports, to, `spec.egress[${index}]`, 'to'));
	});
	const path = 'spec.policyTypes';
	if (policyTypes.length > types.length) {
		return [
			...errors,
			invalidError(path, policyTypes, 'may not specify more than two policyTypes')
		];
	}
	policyTypes.forEach((type, index) => {
		if (!types.includes(type)) errors.push(notSupportedError(`${path}[${index}]`, type, types));
	});
	return errors;
}

function validateRule(
	ports: readonly Port[],
	peers: readonly Peer[],
	path: string,
	field: string
): FieldError[] {
	return [
		...ports.flatMap((port, index) => validatePort(port, `${path}.ports[${index}]`)),
		...peers.flatMap((peer, index) => validatePeer(peer, `${path}.${field}[${index}]`))
	];
}

const protocols = ['TCP', 'UDP', 'SCTP'];

function validatePort({ protocol, port, endPort }: Port, path: string): FieldError[] {
	const errors: FieldError[] = [];
	if (protocol !== undefined && !protocols.includes(protocol)) {
		errors.push(notSupportedError(`${path}.protocol`, protocol, protocols));
	}
	const end = `${path}.endPort`;
	if (port === undefined) {
		if (endPort !== undefined) {
			const why = 'may not be specified when `port` is not specified';
			errors.push(invalidError(end, endPort, why));
		}
	} else if (typeof port === 'number') {
		errors.push(...portNumber(port).map((why) => invalidError(`${path}.port`, port, why)));
		if (endPort !== undefined) {
			// Upstream says the port here.
			if (endPort < port) {
				errors.push(invalidError(end, port, 'must be greater than or equal to `port`'));
			}
			errors.push(...portNumber(endPort).map((why) => invalidError(end, endPort, why)));
		}
	} else {
		if (endPort !== undefined) {
			const why = 'may not be specified when `port` is non-numeric';
			errors.push(invalidError(end, endPort, why));
		}
		errors.push(...ruled(portName, port, `${path}.port`));
	}
	return errors;
}

function validatePeer(
	{ podSelector, namespaceSelector, ipBlock }: Peer,
	path: string
): FieldError[] {
	const errors = [
		...(podSelector ? validateLabelSelector(podSelector, `${path}.podSelector`) : []),
		...(namespaceSelector
			? validateLabelSelector(namespaceSelector, `${path}.namespaceSelector`)
			: []),
		...(ipBlock ? validateBlock(ipBlock, `${path}.ipBlock`) : [])
	];
	const hasSelector = podSelector !== undefined || namespaceSelector !== undefined;
	if (!hasSelector && ipBlock === undefined) {
		errors.push(requiredError(path, 'must specify a peer'));
	} else if (hasSelector && ipBlock !== undefined) {
		errors.push(forbiddenError(path, 'may not specify both ipBlock and another peer'));
	}
	return errors;
}

const wrongCidr = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)';

/** Models ValidateIPBlock. */
function validateBlock(
	{ cidr = '', except = [] }: NonNullable<Peer['ipBlock']>,
	path: string
): FieldError[] {
	if (cidr === '') return [requiredError(`${path}.cidr`)];
	const block = parseCidr(cidr);
	if (block === undefined) return [invalidError(`${path}.cidr`, cidr, wrongCidr)];
	return except.flatMap((text, index) => {
		const at = `${path}.except[${index}]`;
		const inner = parseCidr(text);
		if (inner === undefined) return [invalidError(at, text, wrongCidr)];
		return cidrContains(block, inner)
			? []
			: [invalidError(at, text, 'must be a strict subset of `cidr`')];
	});
}

export const networkPolicyKind: KindRules = {
	apiVersion: 'networking.k8s.io/v1',
	kind: 'NetworkPolicy',
	defaults,
	validate,
	strategy: { changesGeneration: specChanges },
	printer: {
		columns: [nameColumn, column('Pod-Selector'), ageColumn],
		row(object, nowMs) {
			const { podSelector } = (object as NetworkPolicy).spec;
			const text = formatSelector(selectorOf(podSelector ?? {}));
			return [object.metadata.name ?? '', text || '<none>', age(object, nowMs)];
		}
	}
};
