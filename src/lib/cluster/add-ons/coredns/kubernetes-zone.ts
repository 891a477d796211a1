import type { EndpointSlice } from '#lib/kubernetes/endpoint-slice.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import type { DnsAnswer, DnsRecord } from './dns-answer.ts';
import { parseName, type ParsedName } from './parse-name.ts';

/** What the DNS server knows of the cluster. */
export interface ZoneSource {
	service(key: string): Service | undefined;
	slicesOf(service: string): readonly EndpointSlice[];
	hasNamespace(name: string): boolean;
	/** Names that an address stands for. */
	namesOf(address: string): readonly string[];
}

export const clusterDomain = 'cluster.local';

const empty: DnsAnswer = { status: 'NOERROR', answers: [] };
const noSuchName: DnsAnswer = { status: 'NXDOMAIN', answers: [] };
/** There is no server beyond the cluster to ask. */
const unreachable: DnsAnswer = { status: 'SERVFAIL', answers: [] };

type ServiceName = Extract<ParsedName, { of: 'service' }>;

/**
 * Answers a question about the cluster's zone: a Service's name leads to its cluster IP, a headless one's to the addresses of
 * its ready Pods. Models coredns plugin/kubernetes/kubernetes.go Records, findServices, findPods (option `pods insecure`).
 */
export function resolve(source: ZoneSource, question: string, type: string): DnsAnswer {
	const name = question.replace(/\.$/, '').toLowerCase();
	const reversed = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\.in-addr\.arpa$/.exec(name);
	if (reversed !== null) {
		const found = source.namesOf(reversed.slice(1).reverse().join('.'));
		return records(name, 'PTR', type, found);
	}
	if (name !== clusterDomain && !name.endsWith(`.${clusterDomain}`)) return unreachable;
	const parsed = parseName(name.slice(0, -clusterDomain.length).replace(/\.$/, ''));
	switch (parsed.of) {
		case 'nothing':
			return noSuchName;
		case 'branch':
			return parsed.namespace === undefined || source.hasNamespace(parsed.namespace)
				? empty
				: noSuchName;
		case 'pod': {
			const address = parsed.address.replaceAll('-', '.');
			const valid = /^(\d{1,3}\.){3}\d{1,3}$/.test(address);
			if (!valid || !source.hasNamespace(parsed.namespace)) return noSuchName;
			return records(name, 'A', type, [address]);
		}
		case 'service':
			return ofService(source, parsed, name, type);
	}
}

function records(
	name: string,
	is: DnsRecord['type'],
	asked: string,
	data: readonly string[]
): DnsAnswer {
	if (data.length === 0) return noSuchName;
	if (asked !== is) return empty;
	return { status: 'NOERROR', answers: data.map((each) => ({ name, type: is, data: each })) };
}

function ofService(source: ZoneSource, parsed: ServiceName, name: string, type: string): DnsAnswer {
	const { namespace } = parsed;
	const key = `${namespace}/${parsed.service}`;
	const service = source.service(key);
	if (service === undefined || !source.hasNamespace(namespace)) return noSuchName;
	const { spec } = service;
	if (spec.type === 'ExternalName') {
		const answers = [{ name, type: 'CNAME', data: spec.externalName ?? '' }] as const;
		return { status: 'NOERROR', answers };
	}
	const targets =
		spec.clusterIP === 'None' || parsed.endpoint !== undefined
			? endpointTargets(source.slicesOf(key), parsed)
			: clusterTargets(service, parsed);
	if (targets.length === 0) return noSuchName;
	if (type === 'A') {
		const addresses = [...new Set(targets.map(({ address }) => address))];
		return records(name, 'A', type, addresses);
	}
	if (type !== 'SRV') return empty;
	const zone = `${parsed.service}.${namespace}.svc.${clusterDomain}`;
	const weight = Math.floor(100 / targets.length);
	const lines = targets.map(({ host, port }) => {
		const target = host === undefined ? zone : `${host}.${zone}`;
		return `0 ${weight} ${port} ${target}.`;
	});
	return records(name, 'SRV', type, lines);
}

interface Target {
	readonly address: string;
	readonly port: number;
	/** The endpoint's own label. */
	readonly host?: string;
}

function clusterTargets({ spec }: Service, parsed: ServiceName): Target[] {
	return (spec.ports ?? [])
		.filter(({ name, protocol }) => matches(parsed, name, protocol))
		.map(({ port }) => ({ address: spec.clusterIP!, port }));
}

function endpointTargets(slices: readonly EndpointSlice[], parsed: ServiceName): Target[] {
	return slices.flatMap(({ endpoints, ports }) =>
		(endpoints ?? [])
			.filter(({ conditions }) => conditions?.ready !== false)
			.flatMap(({ addresses, hostname }) =>
				addresses.map((address) => ({
					address,
					host: hostname === undefined || hostname === '' ? address.replaceAll('.', '-') : hostname
				}))
			)
			.filter(({ host }) => parsed.endpoint === undefined || parsed.endpoint === host)
			.flatMap((target) =>
				(ports ?? [])
					.filter(({ name, protocol }) => matches(parsed, name, protocol))
					.map(({ port = 0 }) => ({ ...target, port }))
			)
	);
}

function matches(parsed: ServiceName, name = '', protocol = 'TCP'): boolean {
	return (
		(parsed.port === undefined || parsed.port === name.toLowerCase()) &&
		(parsed.protocol === undefined || parsed.protocol === protocol.toLowerCase())
	);
}
