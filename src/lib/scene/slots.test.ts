import { describe, expect, it } from 'vitest';
import { TraceWriter } from '#lib/trace/fixture/trace-writer.ts';
import { podGrid, slotBox } from './pod-grid.ts';
import { slotsOf } from './slots.ts';

const key = (name: string) => `/registry/pods/default/${name}`;
const pod = (name: string, uid = name) => ({
	apiVersion: 'v1',
	kind: 'Pod',
	metadata: { name, namespace: 'default', uid },
	spec: { nodeName: 'worker-1', containers: [] },
	status: {}
});

function placesOf(build: (writer: TraceWriter) => void) {
	const writer = new TraceWriter([]);
	build(writer);
	return (slotsOf(writer.trace(0)).byNode.get('worker-1') ?? []).map((one) => [one.uid, one.slot]);
}

describe('slotsOf', () => {
	it('gives each Pod the first free place', () => {
		const places = placesOf((writer) => {
			for (const name of ['a', 'b', 'c'])
				writer.write('x', 'create', 'pods', pod(name), { key: key(name) });
		});
		expect(places).toEqual([
			['a', 0],
			['b', 1],
			['c', 2]
		]);
	});

	it('gives a place away only after its Pod has faded', () => {
		const places = placesOf((writer) => {
			for (const name of ['a', 'b'])
				writer.write('x', 'create', 'pods', pod(name), { key: key(name) });
			writer.write('x', 'delete', 'pods', null, { key: key('a') });
			writer.write('x', 'create', 'pods', pod('c'), { key: key('c') });
			writer.now += 2000;
			writer.write('x', 'create', 'pods', pod('d'), { key: key('d') });
		});
		expect(places).toEqual([
			['a', 0],
			['b', 1],
			['c', 2],
			['d', 0]
		]);
	});

	it('keeps the place of a Pod that still runs when its object is gone', () => {
		const places = placesOf((writer) => {
			writer.write('x', 'create', 'pods', pod('a'), { key: key('a') });
			const fact = { type: 'sandbox-created', pod: 'default/a', uid: 'a' };
			writer.add({ kind: 'local', actor: 'runtime/worker-1', node: 'worker-1', fact });
			writer.write('x', 'delete', 'pods', null, { key: key('a') });
			writer.now += 2000;
			writer.write('x', 'create', 'pods', pod('a', 'second'), { key: key('a') });
		});
		expect(places).toEqual([
			['a', 0],
			['second', 1]
		]);
	});
});

describe('podGrid', () => {
	const area = { x: 0, y: 0, width: 288, height: 116 };

	it.each([
		[1, 'noted'],
		[2, 'noted'],
		[4, 'card'],
		[9, 'short'],
		[40, 'dot'],
		[110, 'dot']
	])('draws %i pods as %s', (most, size) => {
		expect(podGrid(area, most, 1).size).toBe(size);
	});

	it('keeps every slot inside the area', () => {
		for (let most = 1; most <= 250; most++) {
			const grid = podGrid(area, most, 1);
			for (let slot = 0; slot < most; slot++) {
				const { x, y, width, height } = slotBox(grid, area, slot);
				expect(x + width).toBeLessThanOrEqual(area.width + 1e-9);
				expect(y + height).toBeLessThanOrEqual(area.height + 1e-9);
			}
		}
	});
});
