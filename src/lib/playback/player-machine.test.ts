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
		],
		[
			'stops at a question while it plays',
			[{ type: 'lock', screenMs: 400 }, { type: 'play' }, { type: 'tick', elapsedMs: 5000 }],
			{ state: 'asked', screenMs: 400 }
		],
		[
			'does not pass a question by seeking',
			[
				{ type: 'lock', screenMs: 400 },
				{ type: 'seek', screenMs: 900 }
			],
			{ state: 'asked', screenMs: 400 }
		],
		[
			'does not pass a question by scrubbing',
			[
				{ type: 'lock', screenMs: 400 },
				{ type: 'grab' },
				{ type: 'seek', screenMs: 900 },
				{ type: 'release' }
			],
			{ state: 'asked', screenMs: 400 }
		],
		[
			'is not moved from a question by play',
			[
				{ type: 'lock', screenMs: 400 },
				{ type: 'seek', screenMs: 400 },
				{ type: 'play' },
				{ type: 'toggle' },
				{ type: 'tick', elapsedMs: 50 }
			],
			{ state: 'asked', screenMs: 400 }
		],
		[
			'goes back from a question',
			[
				{ type: 'lock', screenMs: 400 },
				{ type: 'seek', screenMs: 400 },
				{ type: 'seek', screenMs: 100 }
			],
			{ state: 'paused', screenMs: 100 }
		],
		[
			'goes on from a question when it is answered',
			[
				{ type: 'lock', screenMs: 400 },
				{ type: 'seek', screenMs: 400 },
				{ type: 'lock', screenMs: Infinity },
				{ type: 'play' },
				{ type: 'tick', elapsedMs: 50 }
			],
			{ state: 'playing', screenMs: 450 }
		],
		[
			'is taken back to a question behind the play head',
			[
				{ type: 'seek', screenMs: 700 },
				{ type: 'lock', screenMs: 400 }
			],
			{ state: 'asked', screenMs: 400 }
		],
		[
			'forgets questions with another story',
			[
				{ type: 'lock', screenMs: 400 },
				{ type: 'load', durationMs: 1000, screenMs: 0 },
				{ type: 'seek', screenMs: 700 }
			],
			{ state: 'paused', screenMs: 700 }
		],
		[
			'rests where an answer is seen, and plays on from there',
			[
				{ type: 'rest', screenMs: 300 },
				{ type: 'play' },
				{ type: 'tick', elapsedMs: 500 },
				{ type: 'play' },
				{ type: 'tick', elapsedMs: 50 }
			],
			{ state: 'playing', screenMs: 350 }
		],
		[
			'is not taken back to a rest that was stepped over',
			[
				{ type: 'rest', screenMs: 300 },
				{ type: 'seek', screenMs: 400 },
				{ type: 'play' },
				{ type: 'tick', elapsedMs: 50 }
			],
			{ state: 'playing', screenMs: 450 }
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
				{ type: 'lock', screenMs: 50 },
				{ type: 'tick', elapsedMs: 100 }
			]
		});
		const reached = new Set(paths.map((path) => path.state.value));
		expect([...reached].sort()).toEqual(Object.keys(playerMachine.states).sort());
	});
});
