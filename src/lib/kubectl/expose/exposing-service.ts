import { parseIntOrString } from '#lib/kubernetes/int-or-string.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Protocol, ServicePort } from '#lib/kubernetes/service.ts';
import { KubectlError } from '../kubectl-error.ts';
import type { ExposedPort } from './exposed-facts.ts';

/** What a Service is made of; texts as they stand on the command line, '' when nothing was given. */
export interface ExposingFacts {
	readonly name: string;
	readonly selector: Readonly<Record<string, string>>;
	readonly labels?: Readonly<Record<string, string>>;
	/** Ports, parted by commas. */
	readonly ports: string;
	/** What the exposed object says of its ports. */
	readonly known?: readonly ExposedPort[];
	readonly protocol?: string;
	readonly targetPort?: string;
	readonly type?: string;
	readonly clusterIP?: string;
	readonly externalIP?: string;
	readonly loadBalancerIP?: string;
	readonly sessionAffinity?: string;
}

/**
 * Models kubectl pkg/cmd/expose/expose.go createService.
 *
 * @throws KubectlError
 */
export function exposingService(facts: ExposingFacts): KubeObject {
	const { name, labels = {}, selector, type, clusterIP, externalIP, sessionAffinity } = facts;
	if (sessionAffinity && !['None', 'ClientIP'].includes(sessionAffinity)) {
		throw new KubectlError(`unknown session affinity: ${sessionAffinity}`);
	}
	const target = facts.targetPort ? parseIntOrString(facts.targetPort) : undefined;
	const ports = portsOf(facts).map((port) => ({ ...port, targetPort: target ?? port.port }));
	const balancerIP = type === 'LoadBalancer' ? facts.loadBalancerIP : '';
	return {
		kind: 'Service',
		apiVersion: 'v1',
		metadata: { name, ...(Object.keys(labels).length > 0 ? { labels } : undefined) },
		spec: {
			...(ports.length > 0 ? { ports } : undefined),
			selector,
			...(clusterIP ? { clusterIP } : undefined),
			...(type ? { type } : undefined),
			...(externalIP ? { externalIPs: [externalIP] } : undefined),
			...(sessionAffinity ? { sessionAffinity } : undefined),
			...(balancerIP ? { loadBalancerIP: balancerIP } : undefined)
		},
		status: { loadBalancer: {} }
	};
}

function portsOf({ ports, protocol, known = [] }: ExposingFacts): readonly ServicePort[] {
	if (ports === '') return [];
	const texts = ports.split(',');
	return texts.flatMap((text, at): readonly ServicePort[] => {
		const port = numberOf(text);
		const name = texts.length > 1 ? { name: `port-${at + 1}` } : undefined;
		if (protocol) return [{ ...name, protocol: protocol as Protocol, port }];
		const protocols = known.find((one) => String(one.port) === text)?.protocols ?? ['TCP'];
		if (protocols.length === 1) return [{ ...name, protocol: protocols[0] as Protocol, port }];
		return protocols.map((one) => ({
			name: `port-${at + 1}-${one.toLowerCase()}`,
			protocol: one as Protocol,
			port
		}));
	});
}

function numberOf(text: string): number {
	if (/^[+-]?\d+$/.test(text)) return Number(text);
	throw new KubectlError(`strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`);
}

/**
 * Reads `a=b,c=d`. Models parseLabels.
 *
 * @throws KubectlError
 */
export function parseLabels(text: string): Readonly<Record<string, string>> {
	if (text === '') throw new KubectlError('no label spec passed');
	const entries = text.split(',').map((pair): [string, string] => {
		const [key = '', value, ...more] = pair.split('=');
		if (value === undefined || more.length > 0) {
			throw new KubectlError(`unexpected label spec: ${pair}`);
		}
		if (key === '') throw new KubectlError('unexpected empty label key');
		return [key, value];
	});
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
