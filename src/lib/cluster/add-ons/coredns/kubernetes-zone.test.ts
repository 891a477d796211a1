import { expect, test } from 'vitest';
import type { EndpointSlice } from '#lib/kubernetes/endpoint-slice.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import { resolve, type ZoneSource } from './kubernetes-zone.ts';

function service(name: string, spec: Service['spec']): [string, Service] {
	const metadata = { name, namespace: 'default' };
	return [`default/${name}`, { kind: 'Service', apiVersion: 'v1', metadata, spec, status: {} }];
}

const services = new Map([
	service('web', { clusterIP: '10.96.0.5', ports: [{ port: 80 }] }),
	service('web-named', {
		clusterIP: '10.96.0.6',
		ports: [
			{ port: 80, name: 'http' },
			{ port: 8080, name: 'alt' }
		]
	}),
	service('db', { clusterIP: 'None', ports: [{ port: 5432, name: 'pg' }] }),
	service('bare', { clusterIP: 'None', ports: [{ port: 80 }] }),
	service('outside', { type: 'ExternalName', externalName: 'db.example.com' })
]);

const slice: EndpointSlice = {
	kind: 'EndpointSlice',
	apiVersion: 'discovery.k8s.io/v1',
	metadata: { name: 'db-1', namespace: 'default' },
	addressType: 'IPv4',
	ports: [{ name: 'pg', port: 80, protocol: 'TCP' }],
	endpoints: [
		{ addresses: ['10.244.1.2'], hostname: 'db-0', conditions: { ready: true } },
		{ addresses: ['10.244.2.2'], conditions: {} },
		{ addresses: ['10.244.2.3'], conditions: { ready: false } }
	]
};

const source: ZoneSource = {
	service: (key) => services.get(key),
	slicesOf: (key) => (key === 'default/db' ? [slice] : []),
	hasNamespace: (name) => name === 'default' || name === 'kube-system',
	namesOf: (address) => (address === '10.96.0.5' ? ['web.default.svc.cluster.local.'] : [])
};

test.each<[string, string, string, string[]]>([
	['web.default.svc.cluster.local', 'A', 'NOERROR', ['10.96.0.5']],
	['web.default.svc.cluster.local.', 'A', 'NOERROR', ['10.96.0.5']],
	['WEB.default.svc.cluster.local', 'A', 'NOERROR', ['10.96.0.5']],
	['web.default.svc.cluster.local', 'AAAA', 'NOERROR', []],
	['web.default.svc.cluster.local', 'SRV', 'NOERROR', ['0 100 80 web.default.svc.cluster.local.']],
	[
		'_alt._tcp.web-named.default.svc.cluster.local',
		'SRV',
		'NOERROR',
		['0 100 8080 web-named.default.svc.cluster.local.']
	],
	['_nosuch._tcp.web-named.default.svc.cluster.local', 'SRV', 'NXDOMAIN', []],
	['db.default.svc.cluster.local', 'A', 'NOERROR', ['10.244.1.2', '10.244.2.2']],
	['db-0.db.default.svc.cluster.local', 'A', 'NOERROR', ['10.244.1.2']],
	['10-244-2-2.db.default.svc.cluster.local', 'A', 'NOERROR', ['10.244.2.2']],
	['10-244-2-3.db.default.svc.cluster.local', 'A', 'NXDOMAIN', []],
	[
		'_pg._tcp.db.default.svc.cluster.local',
		'SRV',
		'NOERROR',
		[
			'0 50 80 db-0.db.default.svc.cluster.local.',
			'0 50 80 10-244-2-2.db.default.svc.cluster.local.'
		]
	],
	['bare.default.svc.cluster.local', 'A', 'NXDOMAIN', []],
	['outside.default.svc.cluster.local', 'A', 'NOERROR', ['db.example.com']],
	['nosuch.default.svc.cluster.local', 'A', 'NXDOMAIN', []],
	['*.default.svc.cluster.local', 'A', 'NXDOMAIN', []],
	['web.nosuch.svc.cluster.local', 'A', 'NXDOMAIN', []],
	['default.svc.cluster.local', 'A', 'NOERROR', []],
	['nosuch.svc.cluster.local', 'A', 'NXDOMAIN', []],
	['svc.cluster.local', 'A', 'NOERROR', []],
	['other.cluster.local', 'A', 'NXDOMAIN', []],
	['1-2-3-4.default.pod.cluster.local', 'A', 'NOERROR', ['1.2.3.4']],
	['web-1.default.pod.cluster.local', 'A', 'NXDOMAIN', []],
	['5.0.96.10.in-addr.arpa', 'PTR', 'NOERROR', ['web.default.svc.cluster.local.']],
	['web', 'A', 'SERVFAIL', []],
	['web.default.svc', 'A', 'SERVFAIL', []]
])('%s %s: %s', (name, type, status, data) => {
	const answer = resolve(source, name, type);
	expect(answer.status).toBe(status);
	expect(answer.answers.map((each) => each.data)).toEqual(data);
});
