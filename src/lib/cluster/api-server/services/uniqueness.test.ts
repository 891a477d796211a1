import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Service } from '#lib/kubernetes/service.ts';
import { LoneServer } from '../testing/lone-server.ts';

const path = '/api/v1/namespaces/default/services';
const names = ['a', 'b', 'c', 'd'];
const type = fc.constantFrom('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName');
const nodePort = fc.option(fc.constantFrom(30_100, 30_101), { nil: undefined });
const step = fc.record({
	name: fc.constantFrom(...names),
	verb: fc.constantFrom('create', 'change', 'delete'),
	type,
	nodePort,
	isDry: fc.boolean()
});

it('whatever is created, changed and deleted, no two Services share an address or a node port', () => {
	fc.assert(
		fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
			const world = new LoneServer();
			for (const { name, verb, type: wanted, nodePort: port, isDry } of steps) {
				const ports = [{ port: 80, ...(wanted !== 'ClusterIP' && port && { nodePort: port }) }];
				const spec = {
					type: wanted,
					externalName: wanted === 'ExternalName' ? 'x.y' : null,
					ports
				};
				const body = { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec };
				const query: Record<string, string> = isDry ? { dryRun: 'All' } : {};
				if (verb === 'create') world.ask({ method: 'POST', path, query, body });
				else if (verb === 'delete') world.ask({ method: 'DELETE', path: `${path}/${name}`, query });
				else {
					const contentType = 'application/merge-patch+json';
					world.ask({ method: 'PATCH', path: `${path}/${name}`, query, contentType, body });
				}
			}
			const specs = names.flatMap((name) => {
				const found = world.get(`${path}/${name}`) as Service | undefined;
				return found ? [found.spec] : [];
			});
			// Upstream lets an ExternalName say a node port, and gives it none.
			const held = specs.flatMap(({ type: kind, clusterIP, ports = [] }) => [
				...(clusterIP ? [clusterIP] : []),
				...ports.flatMap(({ nodePort: own }) => (own && kind !== 'ExternalName' ? [own] : []))
			]);
			expect(new Set(held).size).toBe(held.length);
			for (const { type: kind, clusterIP } of specs) {
				expect(clusterIP === undefined).toBe(kind === 'ExternalName');
			}
		}),
		{ numRuns: 40 }
	);
});
