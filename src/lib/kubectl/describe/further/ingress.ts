import type { EndpointSlice } from '#lib/kubernetes/endpoint-slice.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import { callForItems, callForObject } from '../../api-call.ts';
import { caught, listPath } from '../../resources/fetch.ts';
import { objectPath } from '../../resources/info.ts';
import type { Steps } from '../../steps.ts';
import { describeAnnotations } from '../annotations.ts';
import { Description } from '../description.ts';
import type { Describer } from '../describer.ts';
import { describeEvents } from '../events.ts';
import { headingOf } from '../heading.ts';
import { endpointsText } from '../service.ts';
import type { SmallDescriber } from '../small-kinds.ts';

interface Backend {
	readonly service?: {
		readonly name: string;
		readonly port?: { readonly number?: number; readonly name?: string };
	};
	readonly resource?: { readonly apiGroup?: string; readonly kind: string; readonly name: string };
}

interface Ingress extends KubeObject {
	readonly spec: {
		readonly ingressClassName?: string;
		readonly defaultBackend?: Backend;
		readonly tls?: readonly { readonly hosts?: readonly string[]; readonly secretName?: string }[];
		readonly rules?: readonly {
			readonly host?: string;
			readonly http?: { readonly paths: readonly { path?: string; readonly backend: Backend }[] };
		}[];
	};
	readonly status?: {
		readonly loadBalancer?: { readonly ingress?: readonly { ip?: string; hostname?: string }[] };
	};
}

/** Models kubectl pkg/describe/describe.go describeIngressV1. */
export const describeIngress: Describer = function* (object, world) {
	const { metadata, spec, status } = object as Ingress;
	const namespace = metadata.namespace ?? '';
	const events = yield* world.events();
	const description = new Description();
	description.line(0, `Name:\t${metadata.name ?? ''}`);
	description.labels('Labels', metadata.labels);
	description.line(0, `Namespace:\t${namespace}`);
	const addresses = (status?.loadBalancer?.ingress ?? []).map(
		({ ip, hostname }) => ip || (hostname ?? '')
	);
	description.line(0, `Address:\t${addresses.join(',')}`);
	description.line(0, `Ingress Class:\t${spec.ingressClassName ?? '<none>'}`);
	const fallback =
		spec.defaultBackend === undefined
			? '<default>'
			: yield* backendText(namespace, spec.defaultBackend);
	description.line(0, `Default backend:\t${fallback}`);
	const tls = spec.tls ?? [];
	if (tls.length > 0) description.line(0, 'TLS:');
	for (const { hosts = [], secretName } of tls) {
		description.line(
			1,
			`${secretName ? `${secretName} terminates` : 'SNI routes'} ${hosts.join(',')}`
		);
	}
	description.line(0, 'Rules:');
	description.line(1, 'Host\tPath\tBackends');
	description.line(1, '----\t----\t--------');
	const rules = (spec.rules ?? []).filter(({ http }) => http !== undefined);
	for (const { host, http } of rules) {
		description.line(1, `${host || '*'}\t`);
		for (const { path = '', backend } of http!.paths) {
			description.line(2, `\t${path} \t${yield* backendText(namespace, backend)}`);
		}
	}
	if (rules.length === 0) description.line(1, `*\t*\t${fallback}`);
	describeAnnotations(description, metadata.annotations);
	if (events !== undefined) describeEvents(description, events, world.nowMs());
	return description.toString();
};

/** `web:80 (10.244.0.2:80)`. Models describeBackendV1. */
function* backendText(namespace: string, { service, resource }: Backend): Steps<string> {
	if (service !== undefined) {
		const { number = 0, name = '' } = service.port ?? {};
		const shown = `${service.name}:${number || name}`;
		const slices = yield* caught(
			callForItems({
				method: 'GET',
				path: listPath(resourceOfKind('discovery.k8s.io/v1', 'EndpointSlice')!, namespace),
				query: { labelSelector: `kubernetes.io/service-name=${service.name}` }
			})
		);
		if (slices instanceof Error) return `${shown} (<error: ${slices.message}>)`;
		const path = objectPath(resourceOfKind('v1', 'Service')!, namespace, service.name);
		const found = yield* caught(callForObject({ method: 'GET', path }));
		if (found instanceof Error) return `${shown} (<error: ${found.message}>)`;
		const port = ((found as Service).spec.ports ?? []).find((one) =>
			number === 0 ? name !== '' && one.name === name : one.port === number
		);
		return `${shown} (${endpointsText(slices as readonly EndpointSlice[], port?.name ?? '')})`;
	}
	if (resource === undefined) return '';
	const { apiGroup = '<none>', kind, name } = resource;
	return `APIGroup: ${apiGroup}, Kind: ${kind}, Name: ${name}`;
}

interface IngressClass extends KubeObject {
	readonly spec?: {
		readonly controller?: string;
		readonly parameters?: {
			readonly apiGroup?: string;
			readonly kind: string;
			readonly name: string;
		};
	};
}

/** Models describeIngressClassV1. */
export const describeIngressClass: SmallDescriber = (object, events, nowMs) => {
	const { controller = '', parameters } = (object as IngressClass).spec ?? {};
	const description = headingOf(object);
	description.line(0, `Controller:\t${controller}`);
	if (parameters !== undefined) {
		const { apiGroup, kind, name } = parameters;
		description.line(0, 'Parameters:');
		if (apiGroup !== undefined) description.line(1, `APIGroup:\t${apiGroup}`);
		description.line(1, `Kind:\t${kind}`);
		description.line(1, `Name:\t${name}`);
	}
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
};
