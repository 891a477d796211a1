import { describe, expect, it } from 'vitest';
import { beatsOf } from './beats.ts';
import { createPodTrace } from './fixture/create-pod.ts';
import { narrationOf } from './narration.ts';

const trace = createPodTrace();

describe('beatsOf', () => {
	it('names the moments of a Pod’s creation in their order', () => {
		expect(beatsOf(trace).map(({ name }) => name)).toEqual([
			'run',
			'run',
			'admitted',
			'stored',
			'scored',
			'bound',
			'seen',
			'sandbox',
			'pulling',
			'pulled',
			'started',
			'ready',
			'told'
		]);
	});
});

describe('narrationOf', () => {
	it('tells every gate of the first write, and of no other', () => {
		const topics = narrationOf(trace).map(({ topic }) => topic);
		for (const topic of [
			'authenticates',
			'authorizes',
			'mutates',
			'validates',
			'stores'
		] as const) {
			expect(topics.filter((one) => one === topic)).toHaveLength(1);
		}
	});

	it('says whom the Binding names', () => {
		const binds = narrationOf(trace).find(({ topic }) => topic === 'binds');
		expect(binds?.values.node).toBe('worker-1');
	});
});
