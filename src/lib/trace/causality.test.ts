import { describe, expect, it } from 'vitest';
import { effectsOf, whyChain } from './causality.ts';
import { createPodTrace } from './fixture/create-pod.ts';
import { historyOf } from './history.ts';

const trace = createPodTrace();

describe('whyChain', () => {
	it('leads from any event of the story back to what began it', () => {
		for (const event of trace.events.slice(2)) {
			const chain = whyChain(trace, event.seq);
			expect(chain[0]).toBe(event);
			expect(chain.at(-1)!.cause).toBeNull();
			chain.slice(1).forEach((cause, i) => expect(cause.seq).toBe(chain[i]!.cause));
		}
	});

	it('is empty for an event that does not exist', () => {
		expect(whyChain(trace, 1e6)).toEqual([]);
	});
});

describe('effectsOf', () => {
	it('has every event once, under its cause', () => {
		const effects = trace.events.flatMap((event) => effectsOf(trace, event.seq));
		expect(effects).toHaveLength(trace.events.filter(({ cause }) => cause !== null).length);
	});
});

describe('historyOf', () => {
	it('has the versions of an object, each after the one before', () => {
		const history = historyOf(trace, '/registry/pods/default/web');
		expect(history.map(({ revision }) => revision)).toEqual([101, 102, 103, 104]);
		expect(history.slice(1).map(({ previous }) => previous)).toEqual(
			history.slice(0, -1).map(({ object }) => object)
		);
	});
});
