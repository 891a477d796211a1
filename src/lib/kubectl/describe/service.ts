import type { EndpointSlice } from '#lib/kubernetes/endpoint-slice.ts';
import type { Event } from '#lib/kubernetes/pod.ts';
import type { Service, ServicePort, ServiceSpec } from '#lib/kubernetes/service.ts';
import type { Description } from './description.ts';
import { describeEvents } from './events.ts';
import { headingOf } from './heading.ts';

/** `kubectl describe service`. Models kubectl pkg/describe/describe.go describeService. */
export function describeService(
	service: Service,
	slices: readonly EndpointSlice[],
	events: readonly Event[] | undefined,
	nowMs: number
): string {
	const { spec, status } = service;
	const description = headingOf(service);
	const field = (title: string, value: unknown): void => {
		if (value !== undefined && value !== '') description.line(0, `${title}:\t${String(value)}`);
	};
	const list = (title: string, values: readonly string[] | undefined): void =>
		description.line(0, `${title}:\t${values?.join(',') || '<none>'}`);
	const optionalList = (title: string, values: readonly string[] | undefined): void =>
		field(title, values?.join(','));
	list('Selector', pairsOf(spec.selector));
	description.line(0, `Type:\t${spec.type ?? ''}`);
	field('IP Family Policy', spec.ipFamilyPolicy);
	list('IP Families', spec.ipFamilies);
	description.line(0, `IP:\t${spec.clusterIP ?? ''}`);
	list('IPs', spec.clusterIPs);
	optionalList('External IPs', spec.externalIPs);
	field('Desired LoadBalancer IP', spec.loadBalancerIP);
	field('External Name', spec.externalName);
	const ingress = status?.loadBalancer?.ingress ?? [];
	field('LoadBalancer Ingress', ingress.map(({ ip, hostname = '' }) => ip || hostname).join(', '));
	for (const port of spec.ports ?? []) describePort(description, port, slices);
	describePolicies(description, spec);
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
}

function describePort(
	description: Description,
	{ name = '', port, protocol = 'TCP', targetPort, nodePort }: ServicePort,
	slices: readonly EndpointSlice[]
): void {
	const shown = name || '<unset>';
	description.line(0, `Port:\t${shown}\t${port}/${protocol}`);
	description.line(0, `TargetPort:\t${targetPort ?? 0}/${protocol}`);
	if (nodePort) description.line(0, `NodePort:\t${shown}\t${nodePort}/${protocol}`);
	description.line(0, `Endpoints:\t${endpointsText(slices, name)}`);
}

function describePolicies(description: Description, spec: ServiceSpec): void {
	description.line(0, `Session Affinity:\t${spec.sessionAffinity ?? ''}`);
	const ranges = spec.loadBalancerSourceRanges?.join(',');
	for (const [title, value] of [
		['External Traffic Policy', spec.externalTrafficPolicy],
		['Internal Traffic Policy', spec.internalTrafficPolicy],
		['HealthCheck NodePort', spec.healthCheckNodePort],
		['LoadBalancer Source Ranges', ranges],
		['Traffic Distribution', spec.trafficDistribution]
	] as const) {
		if (value) description.line(0, `${title}:\t${value}`);
	}
}

const mostShown = 3;

/** The ready endpoints of a port, three at most. Models formatEndpointSlices. */
export function endpointsText(slices: readonly EndpointSlice[], portName: string): string {
	if (slices.length === 0) return '<none>';
	const ready = slices.flatMap(({ ports, endpoints }) => {
		const addresses = (endpoints ?? [])
			.filter(({ conditions }) => conditions?.ready ?? true)
			.map((endpoint) => endpoint.addresses[0] ?? '');
		if (!ports?.length) return addresses;
		return ports
			.filter(({ name = '' }) => name === portName)
			.flatMap(({ port = 0 }) => addresses.map((address) => hostPort(address, port)));
	});
	const text = ready.slice(0, mostShown).join(',');
	return ready.length > mostShown ? `${text} + ${ready.length - mostShown} more...` : text;
}

/** Models Go's net.JoinHostPort. */
function hostPort(address: string, port: number): string {
	return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

function pairsOf(labels: Readonly<Record<string, string>> = {}): readonly string[] {
	return Object.entries(labels)
		.map(([key, value]) => `${key}=${value}`)
		.sort();
}
