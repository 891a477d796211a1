import type { LabelSelector } from '#lib/kubernetes/labels/selector.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Description } from '../description.ts';
import { headingOf } from '../heading.ts';
import { selectorText } from '../selector-text.ts';
import type { SmallDescriber } from '../small-kinds.ts';

interface Peer {
	readonly podSelector?: LabelSelector;
	readonly namespaceSelector?: LabelSelector;
	readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

interface Port {
	readonly port?: number | string;
	readonly endPort?: number;
	readonly protocol?: string;
}

/** A rule of one direction: the others are its peers. */
interface Rule {
	readonly ports?: readonly Port[];
	readonly peers?: readonly Peer[];
}

interface NetworkPolicy extends KubeObject {
	readonly spec: {
		readonly podSelector?: LabelSelector;
		readonly policyTypes?: readonly string[];
		readonly ingress?: readonly { ports?: readonly Port[]; from?: readonly Peer[] }[];
		readonly egress?: readonly { ports?: readonly Port[]; to?: readonly Peer[] }[];
	};
}

/** Models kubectl pkg/describe/describe.go describeNetworkPolicy, describeNetworkPolicySpec. */
export const describeNetworkPolicy: SmallDescriber = (object) => {
	const { metadata, spec } = object as NetworkPolicy;
	const created = (metadata.creationTimestamp ?? '').replace('T', ' ').replace('Z', '');
	const description = headingOf(object, [`Created on:\t${created} +0000 UTC`]);
	description.line(0, 'Spec:');
	const selected = selectorText(spec.podSelector ?? {});
	const all =
		selected === '<none>' ? ' (Allowing the specific traffic to all pods in this namespace)' : '';
	description.line(1, `PodSelector:     ${selected}${all}`);
	const types = spec.policyTypes ?? [];
	if (types.includes('Ingress')) {
		description.line(1, 'Allowing ingress traffic:');
		const rules = (spec.ingress ?? []).map(({ ports, from }) => ({ ports, peers: from }) as Rule);
		describeRules(description, rules, 'From', 'ingress', 'source');
	} else {
		description.line(1, 'Not affecting ingress traffic');
	}
	if (types.includes('Egress')) {
		description.line(1, 'Allowing egress traffic:');
		const rules = (spec.egress ?? []).map(({ ports, to }) => ({ ports, peers: to }) as Rule);
		describeRules(description, rules, 'To', 'egress', 'destination');
	} else {
		description.line(1, 'Not affecting egress traffic');
	}
	description.line(1, `Policy Types: ${types.join(', ') || '<none>'}`);
	return description.toString();
};

/** Models printNetworkPolicySpecIngressFrom and …EgressTo. */
function describeRules(
	description: Description,
	rules: readonly Rule[],
	word: string,
	direction: string,
	what: string
): void {
	if (rules.length === 0) {
		description.line(2, `<none> (Selected pods are isolated for ${direction} connectivity)`);
	}
	rules.forEach(({ ports = [], peers = [] }, index) => {
		if (ports.length === 0) description.line(2, 'To Port: <any> (traffic allowed to all ports)');
		for (const port of ports) description.line(2, portText(port));
		if (peers.length === 0) {
			description.line(2, `${word}: <any> (traffic not restricted by ${what})`);
		}
		for (const peer of peers) {
			description.line(2, `${word}:`);
			describePeer(description, peer);
		}
		if (index < rules.length - 1) description.line(2, '----------');
	});
}

function portText({ port = '<nil>', endPort, protocol = 'TCP' }: Port): string {
	return endPort === undefined
		? `To Port: ${port}/${protocol}`
		: `To Port Range: ${port}-${endPort}/${protocol}`;
}

function describePeer(description: Description, { ipBlock, ...selectors }: Peer): void {
	const { namespaceSelector, podSelector } = selectors;
	if (namespaceSelector !== undefined) {
		description.line(3, `NamespaceSelector: ${selectorText(namespaceSelector)}`);
	}
	if (podSelector !== undefined) {
		description.line(3, `PodSelector: ${selectorText(podSelector)}`);
	}
	if (namespaceSelector === undefined && podSelector === undefined && ipBlock !== undefined) {
		description.line(3, 'IPBlock:');
		description.line(4, `CIDR: ${ipBlock.cidr}`);
		description.line(4, `Except: ${(ipBlock.except ?? []).join(', ')}`);
	}
}
