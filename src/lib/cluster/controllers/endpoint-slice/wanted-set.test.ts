import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Endpoint, EndpointSlice } from '#lib/kubernetes/endpoint-slice.ts';
import { WantedSet } from './wanted-set.ts';

const endpoints: readonly Endpoint[] = Array.from({ length: 9 }, (_, i) => ({
	addresses: [`10.244.0.${i}`]
}));

const slice = (picked: readonly Endpoint[]): EndpointSlice => ({
	apiVersion: 'discovery.k8s.io/v1',
	kind: 'EndpointSlice',
	metadata: { name: 's' },
	addressType: 'IPv4',
	endpoints: picked
});

const number = fc.integer({ min: 0, max: endpoints.length - 1 });
const action = fc.oneof(
	fc.record({ type: fc.constantFrom('add', 'delete'), number }),
	fc.record({
		type: fc.constant('write'),
		at: fc.integer({ min: 0, max: 2 }),
		picked: fc.subarray([...endpoints])
	}),
	fc.record({ type: fc.constant('remove'), at: fc.integer({ min: 0, max: 2 }) })
);

it('finds the same whether it has looked before or not, whatever has come, gone or been written since', () => {
	fc.assert(
		fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
			const wanted = new WantedSet();
			const places = new Map<Endpoint, number>();
			const slices: EndpointSlice[] = [];
			for (const each of actions) {
				if ('picked' in each) slices[Math.min(each.at, slices.length)] = slice(each.picked);
				else if ('at' in each) slices.splice(each.at, 1);
				else {
					const endpoint = endpoints[each.number]!;
					places.delete(endpoint);
					wanted.delete(endpoint);
					if (each.type === 'add') {
						places.set(endpoint, each.number);
						wanted.add(endpoint, each.number);
					}
				}
				const anew = new WantedSet();
				for (const [endpoint, place] of places) anew.add(endpoint, place);
				const [found, expected] = [wanted.findIn([...slices]), anew.findIn([...slices])];
				expect(found.same).toEqual(expected.same);
				expect([...found.missing]).toEqual([...expected.missing]);
			}
		})
	);
});
