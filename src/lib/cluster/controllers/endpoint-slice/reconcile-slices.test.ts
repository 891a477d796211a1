import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Endpoint, EndpointSlice } from '#lib/kubernetes/endpoint-slice.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import {
	type EndpointGroup,
	mostPerSlice,
	reconcileSlices,
	type SliceChanges
} from './reconcile-slices.ts';
import { WantedSet } from './wanted-set.ts';

const service: Service = {
	apiVersion: 'v1',
	kind: 'Service',
	metadata: { name: 's', namespace: 'default', uid: 'service' },
	spec: { selector: { app: 'x' }, clusterIP: '10.96.0.1' },
	status: {}
};
const ports = [{ name: '', protocol: 'TCP', port: 80 }] as const;

function endpoint(number: number, ready = true): Endpoint {
	return {
		addresses: [`10.244.${number >> 8}.${number & 255}`],
		conditions: { ready, serving: ready, terminating: false },
		targetRef: { kind: 'Pod', namespace: 'default', name: `p${number}`, uid: `u${number}` }
	};
}

function groupOf(endpoints: readonly Endpoint[]): EndpointGroup {
	const wanted = new WantedSet();
	endpoints.forEach((one, place) => wanted.add(one, place));
	return { ports, endpoints: wanted };
}

/** The slices as they are after the changes were written. */
function applied(existing: readonly EndpointSlice[], changes: SliceChanges): EndpointSlice[] {
	const kept = new Map(existing.map((slice) => [slice.metadata.name!, slice]));
	for (const { metadata } of changes.remove) kept.delete(metadata.name!);
	for (const slice of changes.update) kept.set(slice.metadata.name!, slice);
	for (const slice of changes.create) {
		const name = `s-${kept.size}-${Math.max(0, ...[...kept.keys()].map((key) => Number(key.split('-')[2]))) + 1}`;
		kept.set(name, { ...slice, metadata: { ...slice.metadata, name } });
	}
	return [...kept.values()];
}

function reconciled(
	existing: readonly EndpointSlice[],
	endpoints: readonly Endpoint[]
): EndpointSlice[] {
	const groups = endpoints.length > 0 ? [groupOf(endpoints)] : [];
	return applied(existing, reconcileSlices(service, existing, groups));
}

test('a Service without endpoints has an empty slice, which the first endpoint fills', () => {
	const [empty] = reconciled([], []);
	expect(empty).toMatchObject({ endpoints: [], ports: [] });
	const changes = reconcileSlices(service, [empty!], [groupOf([endpoint(1)])]);
	expect(changes).toMatchObject({ create: [], remove: [] });
	expect(changes.update).toMatchObject([{ metadata: { name: empty!.metadata.name } }]);
});

test('nothing is written when nothing changed', () => {
	const endpoints = Array.from({ length: 150 }, (_, number) => endpoint(number));
	const slices = reconciled([], endpoints);
	expect(slices.map((slice) => slice.endpoints!.length)).toEqual([100, 50]);
	const changes = reconcileSlices(service, slices, [groupOf(endpoints)]);
	expect(changes).toEqual({ create: [], update: [], remove: [] });
});

test('whatever comes and goes, each endpoint is in one slice, as it is now, and none is too full', () => {
	const states = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 350 }), {
		maxLength: 6
	});
	fc.assert(
		fc.property(states, fc.boolean(), (history, ready) => {
			let slices: EndpointSlice[] = [];
			for (const numbers of history) {
				const endpoints = numbers.map((number) => endpoint(number, ready || number % 2 === 0));
				slices = reconciled(slices, endpoints);
				const all = slices.flatMap((slice) => slice.endpoints ?? []);
				const byAddress = (a: Endpoint, b: Endpoint): number =>
					a.addresses[0]! < b.addresses[0]! ? -1 : 1;
				expect([...all].sort(byAddress)).toEqual([...endpoints].sort(byAddress));
				for (const slice of slices) {
					expect(slice.endpoints!.length).toBeLessThanOrEqual(mostPerSlice);
				}
			}
		}),
		{ numRuns: 50 }
	);
});
