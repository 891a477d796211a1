import { expect, test } from 'vitest';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import { expandReferences } from './expand-references.ts';
import { serviceVariables } from './service-variables.ts';

function service(namespace: string, name: string, spec: Service['spec']): Service {
	return { kind: 'Service', apiVersion: 'v1', metadata: { name, namespace }, spec, status: {} };
}

const services = [
	service('default', 'kubernetes', {
		clusterIP: '10.96.0.1',
		ports: [{ name: 'https', port: 443 }]
	}),
	service('team', 'web-named', {
		clusterIP: '10.96.0.7',
		ports: [
			{ name: 'http', port: 80 },
			{ name: 'alt', port: 8080, protocol: 'UDP' }
		]
	}),
	service('team', 'db', { clusterIP: 'None', ports: [{ port: 5432 }] }),
	service('other', 'shop', { clusterIP: '10.96.0.8', ports: [{ port: 80 }] })
];

function variablesOf(spec: Partial<Pod['spec']>): Record<string, string> {
	const metadata = { name: 'p', namespace: 'team' };
	const pod: Pod = {
		kind: 'Pod',
		apiVersion: 'v1',
		metadata,
		spec: { containers: [], ...spec },
		status: {}
	};
	return Object.fromEntries(serviceVariables(pod, services));
}

const apiServer = {
	KUBERNETES_SERVICE_HOST: '10.96.0.1',
	KUBERNETES_SERVICE_PORT: '443',
	KUBERNETES_SERVICE_PORT_HTTPS: '443',
	KUBERNETES_PORT: 'tcp://10.96.0.1:443',
	KUBERNETES_PORT_443_TCP: 'tcp://10.96.0.1:443',
	KUBERNETES_PORT_443_TCP_PROTO: 'tcp',
	KUBERNETES_PORT_443_TCP_PORT: '443',
	KUBERNETES_PORT_443_TCP_ADDR: '10.96.0.1'
};

test('the API server and the Services of its own namespace are named, headless ones are not', () => {
	expect(variablesOf({})).toEqual({
		...apiServer,
		WEB_NAMED_SERVICE_HOST: '10.96.0.7',
		WEB_NAMED_SERVICE_PORT: '80',
		WEB_NAMED_SERVICE_PORT_HTTP: '80',
		WEB_NAMED_SERVICE_PORT_ALT: '8080',
		WEB_NAMED_PORT: 'tcp://10.96.0.7:80',
		WEB_NAMED_PORT_80_TCP: 'tcp://10.96.0.7:80',
		WEB_NAMED_PORT_80_TCP_PROTO: 'tcp',
		WEB_NAMED_PORT_80_TCP_PORT: '80',
		WEB_NAMED_PORT_80_TCP_ADDR: '10.96.0.7',
		WEB_NAMED_PORT_8080_UDP: 'udp://10.96.0.7:8080',
		WEB_NAMED_PORT_8080_UDP_PROTO: 'udp',
		WEB_NAMED_PORT_8080_UDP_PORT: '8080',
		WEB_NAMED_PORT_8080_UDP_ADDR: '10.96.0.7'
	});
});

test('without service links only the API server is named', () => {
	expect(variablesOf({ enableServiceLinks: false })).toEqual(apiServer);
});

test.each([
	['$(A)', '1'],
	['x$(A)y$(B)', 'x1y2'],
	['$(MISSING)', '$(MISSING)'],
	['$$(A)', '$(A)'],
	['$A ${A} $', '$A ${A} $'],
	['$(A', '$(A']
])('%s becomes %s', (text, expected) => {
	const variables = new Map([
		['A', '1'],
		['B', '2']
	]);
	expect(expandReferences(text, variables)).toBe(expected);
});
