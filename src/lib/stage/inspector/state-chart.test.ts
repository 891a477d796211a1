import { createMachine } from 'xstate';
import { describe, expect, it } from 'vitest';
import { stateChart } from './state-chart.ts';

const machine = createMachine({
	id: 'door',
	initial: 'closed',
	states: {
		locked: { on: { UNLOCK: 'closed' } },
		open: {
			initial: 'ajar',
			states: { ajar: { on: { PUSH: 'wide' } }, wide: {} },
			on: { CLOSE: 'closed' }
		},
		closed: { on: { OPEN: 'open', KICK: 'open', LOCK: 'locked', BURN: 'gone' } },
		gone: { type: 'final' }
	}
});

describe('stateChart', () => {
	const chart = stateChart(machine);

	it('puts states in the order in which they are met, inner ones under their parent', () => {
		expect(chart.states.map(({ path, row }) => [path, row])).toEqual([
			['closed', 0],
			['open', 1],
			['open.ajar', 2],
			['open.wide', 3],
			['locked', 4],
			['gone', 5]
		]);
	});

	it('knows where the machine begins and where it ends', () => {
		expect(chart.states.filter((state) => state.initial).map((state) => state.path)).toEqual([
			'closed',
			'open.ajar'
		]);
		expect(chart.states.filter((state) => state.final).map((state) => state.path)).toEqual([
			'gone'
		]);
	});

	it('draws one arrow for all events between the same two states', () => {
		expect(chart.arrows).toContainEqual({ from: 'closed', to: 'open', events: ['OPEN', 'KICK'] });
		expect(chart.arrows).toHaveLength(6);
	});
});
