import { expect, it } from 'vitest';
import type { KubeObject } from '../object.ts';
import type { ServiceSpec } from '../service.ts';
import { endpointSlicePrinter } from './endpoints-printers.ts';
import { servicePrinter } from './service-printer.ts';

const row = (spec: ServiceSpec, status = {}): readonly unknown[] =>
	servicePrinter.row(
		{ apiVersion: 'v1', kind: 'Service', metadata: { name: 's' }, spec, status },
		0
	);

it.each<[ServiceSpec, object, unknown]>([
	[{ type: 'ClusterIP' }, {}, '<none>'],
	[{ type: 'NodePort', externalIPs: ['192.0.2.1'] }, {}, '192.0.2.1'],
	[{ type: 'LoadBalancer' }, {}, '<pending>'],
	[
		{ type: 'LoadBalancer', externalIPs: ['192.0.2.9'] },
		{ loadBalancer: { ingress: [{ ip: '192.0.2.3' }, { hostname: 'a.example' }] } },
		'192.0.2.3,a.example,192.0.2.9'
	],
	[{ type: 'ExternalName', externalName: 'db.example' }, {}, 'db.example']
])('%j with status %j is reached from outside at %s', (spec, status, text) => {
	expect(row(spec, status)[3]).toBe(text);
});

it('a node port stands behind the port that it opens', () => {
	const ports = [
		{ port: 80, nodePort: 30_080, protocol: 'TCP' as const },
		{ port: 53, protocol: 'UDP' as const }
	];
	expect(row({ type: 'NodePort', ports })[4]).toBe('80:30080/TCP,53/UDP');
});

it('more than three backends are counted', () => {
	const slice: KubeObject = {
		apiVersion: 'discovery.k8s.io/v1',
		kind: 'EndpointSlice',
		metadata: { name: 's' },
		addressType: 'IPv4',
		ports: null,
		endpoints: [1, 2, 3, 4, 5].map((last) => ({ addresses: [`10.0.0.${last}`] }))
	};
	expect(endpointSlicePrinter.row(slice, 0).slice(2, 4)).toEqual([
		'<unset>',
		'10.0.0.1,10.0.0.2,10.0.0.3 + 2 more...'
	]);
});
