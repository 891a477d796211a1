import { createActor } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { describe, expect, it } from 'vitest';
import { playerMachine, type PlayerEvent } from './player-machine.ts';

function after(...events: PlayerEvent[]) {
	const actor = createActor(playerMachine).start();
	actor.send({ type: 'load', durationMs: 1000, screenMs: 0 });
	for (const event of events) actor.send(event);
	const { value, context } = actor.getSnapshot();
	return { state: value, screenMs: context.screenMs, speed: context.speed };
}

describe('playerMachine', () => {
	it.each<[string, PlayerEvent[], { state: string; screenMs: number }]>([
		[
			'stands still until play',
			[{ type: 'tick', elapsedMs: 50 }],
			{ state: 'paused', screenMs: 0 }
		],
		[
			'moves by the time that a frame took',
			[{ type: 'play' }, { type: 'tick', elapsedMs: 50 }],
			{ state: 'playing', screenMs: 50 }
		],
		[
			'moves four times as far at four times the speed',
			[{ type: 'speed', speed: 4 }, { type: 'play' }, { type: 'tick', elapsedMs: 50 }],
			{ state: 'playing', screenMs: 200 }
		],
		[
			'ends exactly at the end',
			[{ type: 'play' }, { type: 'tick', elapsedMs: 5000 }],
			{ state: 'ended', screenMs: 1000 }
		],
		[
			'starts over when played from the end',
			[{ type: 'play' }, { type: 'tick', elapsedMs: 5000 }, { type: 'toggle' }],
			{ state: 'playing', screenMs: 0 }
		],
		[
			'goes on playing after a scrub that began while it played',
			[
				{ type: 'play' },
				{ type: 'grab' },
				{ type: 'seek', screenMs: 300 },
				{ type: 'tick', elapsedMs: 100 },
				{ type: 'release' }
			],
			{ state: 'playing', screenMs: 300 }
		],
		[
			'stays paused after a scrub that began paused',
			[{ type: 'grab' }, { type: 'seek', screenMs: 300 }, { type: 'release' }],
			{ state: 'paused', screenMs: 300 }
		],
		[
			'is ended when let go at the end',
			[{ type: 'grab' }, { type: 'seek', screenMs: 2000 }, { type: 'release' }],
			{ state: 'ended', screenMs: 1000 }
		],
		[
			'comes back from the end by seeking',
			[
				{ type: 'seek', screenMs: 1000 },
				{ type: 'seek', screenMs: 10 }
			],
			{ state: 'paused', screenMs: 10 }
		],
		[
			'never goes before the start',
			[{ type: 'seek', screenMs: -5 }],
			{ state: 'paused', screenMs: 0 }
		]
	])('%s', (_name, events, expected) => {
		expect(after(...events)).toMatchObject(expected);
	});

	it('stops at the slowest and at the fastest speed', () => {
		expect(after({ type: 'faster', places: -9 }).speed).toBe(0.25);
		expect(after({ type: 'faster', places: 9 }).speed).toBe(4);
	});

	it('reaches every one of its states', () => {
		const paths = getShortestPaths(playerMachine, {
			events: [
				{ type: 'load', durationMs: 100, screenMs: 0 },
				{ type: 'play' },
				{ type: 'grab' },
				{ type: 'release' },
				{ type: 'tick', elapsedMs: 100 }
			]
		});
		const reached = new Set(paths.map((path) => path.state.value));
		expect([...reached].sort()).toEqual(Object.keys(playerMachine.states).sort());
	});
});
