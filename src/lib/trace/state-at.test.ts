import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEvent, emptyDraft, type Draft } from './apply-event.ts';
import type { ClusterState } from './cluster-state.ts';
import { createPodTrace } from './fixture/create-pod.ts';
import { manyEventsTrace } from './fixture/many-events.ts';
import { indexTrace, stateAfter, stateAt } from './state-at.ts';
import type { Trace } from './trace.ts';

const sorted = (entries: Iterable<[string, unknown]>) =>
	[...entries].sort(([a], [b]) => (a < b ? -1 : 1));

const plain = ({ objects, machines, requests, nodes, sandboxes, heard, ...rest }: Draft) => ({
	...rest,
	maps: [objects, machines, requests, nodes, sandboxes, heard].map((map) => sorted(map))
});

const withoutMoment = (state: ClusterState): Draft => {
	const draft: Partial<ClusterState> = { ...state };
	delete (draft as { atMs?: number }).atMs;
	delete (draft as { inFlight?: unknown }).inFlight;
	return draft as Draft;
};

const replayed = (trace: Trace, count: number) => {
	const draft = emptyDraft();
	for (const event of trace.events.slice(0, count)) applyEvent(draft, event);
	return draft;
};

describe('stateAt', () => {
	const big = manyEventsTrace(2600);
	const bigIndex = indexTrace(big);
	const small = createPodTrace();
	const smallIndex = indexTrace(small);

	it('equals a replay from the start at every event of a story', () => {
		for (let count = 0; count <= small.events.length; count++) {
			expect(plain(withoutMoment(stateAfter(smallIndex, count)))).toEqual(
				plain(replayed(small, count))
			);
		}
	});

	it('equals a replay from the start, in whatever order moments are asked for', () => {
		const counts = fc.array(fc.integer({ min: 0, max: big.events.length }), { maxLength: 6 });
		fc.assert(
			fc.property(counts, (asked) => {
				for (const count of asked) {
					expect(plain(withoutMoment(stateAfter(bigIndex, count)))).toEqual(
						plain(replayed(big, count))
					);
				}
			}),
			{ numRuns: 25 }
		);
	});

	it('leaves a state that it gave as it was when it is asked for another moment', () => {
		const index = indexTrace(big);
		const early = stateAfter(index, 1500);
		const before = plain(withoutMoment(early));
		stateAfter(index, 2500);
		stateAfter(index, 1501);
		expect(plain(withoutMoment(early))).toEqual(before);
	});

	it('has just those messages in flight that were sent and have not arrived', () => {
		fc.assert(
			fc.property(fc.double({ min: 0, max: big.header.endMs, noNaN: true }), (ms) => {
				const expected = big.events.filter(
					(event) => event.kind === 'message' && event.sentAtMs <= ms && ms < event.receivedAtMs
				);
				expect(stateAt(bigIndex, ms).inFlight).toEqual(expected);
			})
		);
	});

	it('keeps a keyframe every 1,000 events', () => {
		expect(bigIndex.keyframes.map(({ count }) => count)).toEqual([0, 1000, 2000]);
	});

	it('knows what runs on the node before the API does', () => {
		const started = small.events.find(
			(event) => event.kind === 'local' && event.fact.type === 'container-started'
		)!;
		const state = stateAt(smallIndex, started.atMs);
		const [sandbox] = [...state.sandboxes.values()];
		expect(sandbox?.containers[0]?.state).toBe('running');
		const pod = state.objects.get('/registry/pods/default/web')?.object;
		expect((pod?.status as { phase: string }).phase).toBe('Pending');
	});
});
