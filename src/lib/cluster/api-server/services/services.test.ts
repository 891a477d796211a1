import { beforeEach, describe, expect, it } from 'vitest';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Service, ServiceSpec } from '#lib/kubernetes/service.ts';
import { LoneServer } from '../testing/lone-server.ts';

let world: LoneServer;

beforeEach(() => {
	world = new LoneServer();
});

const path = '/api/v1/namespaces/default/services';

function service(name: string, spec: ServiceSpec = {}): KubeObject {
	return {
		apiVersion: 'v1',
		kind: 'Service',
		metadata: { name },
		spec: { ports: [{ port: 80 }], ...spec }
	};
}

function made(name: string, spec?: ServiceSpec): ServiceSpec {
	return (world.create(service(name, spec)).body as Service).spec;
}

function change(name: string, spec: object): { code: number; spec: ServiceSpec; message?: string } {
	const { code, body } = world.ask({
		method: 'PATCH',
		path: `${path}/${name}`,
		contentType: 'application/merge-patch+json',
		body: { spec }
	});
	return { code, spec: (body as Service).spec, message: (body as Status).message! };
}

describe('addresses', () => {
	it('every Service gets one of its own, above the band that is left to those who choose', () => {
		const given = Array.from({ length: 50 }, (_, index) => made(`s${index}`).clusterIP!);
		expect(new Set(given).size).toBe(50);
		for (const address of given) {
			const [a, b, c] = address.split('.').map(Number);
			expect([a, b]).toEqual([10, 96]);
			expect(c).toBeGreaterThan(0);
		}
	});

	it('the same seed gives the same addresses', () => {
		const first = made('a').clusterIP;
		world = new LoneServer();
		expect(made('a').clusterIP).toBe(first);
	});

	it('one that is taken is refused until its Service is gone', () => {
		const wanted = { clusterIP: '10.96.3.3' };
		expect(made('a', wanted).clusterIPs).toEqual(['10.96.3.3']);
		expect(world.create(service('b', wanted)).code).toBe(422);
		world.ask({ method: 'DELETE', path: `${path}/a` });
		expect(world.create(service('b', wanted)).code).toBe(201);
	});

	it('one that a refused request took is free again', () => {
		const wrong = { clusterIP: '10.96.3.3', sessionAffinity: 'Cookie' } as unknown as ServiceSpec;
		expect(world.create(service('a', wrong)).code).toBe(422);
		expect(world.create(service('b', { clusterIP: '10.96.3.3' })).code).toBe(201);
	});

	it('a dry run keeps none', () => {
		const body = service('a', { clusterIP: '10.96.3.3' });
		world.ask({ method: 'POST', path, query: { dryRun: 'All' }, body });
		expect(world.create(body).code).toBe(201);
	});

	it('an address stays, and an update that leaves it out keeps it', () => {
		const { clusterIP } = made('a');
		expect(change('a', { clusterIP: '10.96.9.9', clusterIPs: ['10.96.9.9'] }).code).toBe(422);
		expect(change('a', { clusterIP: null, clusterIPs: null }).spec.clusterIP).toBe(clusterIP);
	});
});

describe('node ports', () => {
	it('come and go with the type', () => {
		const { ports } = made('a', { type: 'NodePort' });
		const port = ports![0]!.nodePort!;
		expect(port).toBeGreaterThanOrEqual(30_086);
		expect(change('a', { type: 'ClusterIP' }).spec.ports![0]!.nodePort).toBeUndefined();
		const other = made('b', { type: 'NodePort', ports: [{ port: 80, nodePort: port }] });
		expect(other.ports![0]!.nodePort).toBe(port);
	});

	it('one number serves both protocols of a port', () => {
		const { ports } = made('dns', {
			type: 'NodePort',
			ports: [
				{ name: 'udp', port: 53, protocol: 'UDP' },
				{ name: 'tcp', port: 53, protocol: 'TCP' }
			]
		});
		expect(ports![0]!.nodePort).toBe(ports![1]!.nodePort);
	});

	it('one outside of the range is refused', () => {
		const { body } = world.create(
			service('a', { type: 'NodePort', ports: [{ port: 80, nodePort: 80 }] })
		);
		expect((body as Status).message).toContain('The range of valid ports is 30000-32767');
	});
});

it('a headless Service has no address', () => {
	expect(made('a', { clusterIP: 'None' }).clusterIPs).toEqual(['None']);
});

it('a Service takes its Endpoints along', () => {
	world.create(service('a'));
	world.create({ apiVersion: 'v1', kind: 'Endpoints', metadata: { name: 'a' } });
	world.ask({ method: 'DELETE', path: `${path}/a` });
	expect(world.get('/api/v1/namespaces/default/endpoints/a')).toBeUndefined();
});
