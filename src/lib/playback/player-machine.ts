import { assign, setup } from 'xstate';
import { nextSpeed, type Speed } from './speed.ts';

export interface PlayerContext {
	/** Place of the play head, ms of screen time from the story's start. */
	screenMs: number;
	/** Length of the story, ms of screen time. */
	durationMs: number;
	speed: Speed;
	/** Whether play goes on when the play head is let go. */
	resume: boolean;
}

export type PlayerEvent =
	| { type: 'play' }
	| { type: 'pause' }
	| { type: 'toggle' }
	/** A frame has passed; `elapsedMs` is wall time since the one before. */
	| { type: 'tick'; elapsedMs: number }
	| { type: 'seek'; screenMs: number }
	/** The play head is held. */
	| { type: 'grab' }
	| { type: 'release' }
	| { type: 'speed'; speed: Speed }
	| { type: 'faster'; places: number }
	/** Another story is on. */
	| { type: 'load'; durationMs: number; screenMs: number };

const within = (ms: number, durationMs: number) => Math.min(durationMs, Math.max(0, ms));

/**
 * What a person does with time. It owns no timer: whoever draws frames sends `tick`. Seeking while playing goes on
 * playing; a step asks for `pause` itself.
 */
export const playerMachine = setup({
	types: { context: {} as PlayerContext, events: {} as PlayerEvent },
	actions: {
		advance: assign(({ context, event }) =>
			event.type === 'tick'
				? {
						screenMs: within(context.screenMs + event.elapsedMs * context.speed, context.durationMs)
					}
				: {}
		),
		moveTo: assign(({ context, event }) =>
			event.type === 'seek' ? { screenMs: within(event.screenMs, context.durationMs) } : {}
		),
		rewind: assign({ screenMs: 0 }),
		setSpeed: assign(({ context, event }) => {
			if (event.type === 'speed') return { speed: event.speed };
			return event.type === 'faster' ? { speed: nextSpeed(context.speed, event.places) } : {};
		}),
		load: assign(({ event }) =>
			event.type === 'load'
				? {
						durationMs: event.durationMs,
						screenMs: within(event.screenMs, event.durationMs)
					}
				: {}
		)
	},
	guards: {
		reachesEnd: ({ context, event }) =>
			event.type === 'tick' &&
			context.screenMs + event.elapsedMs * context.speed >= context.durationMs,
		seeksEnd: ({ context, event }) => event.type === 'seek' && event.screenMs >= context.durationMs,
		atEnd: ({ context }) => context.screenMs >= context.durationMs,
		resumes: ({ context }) => context.resume
	}
}).createMachine({
	id: 'player',
	initial: 'paused',
	context: { screenMs: 0, durationMs: 0, speed: 1, resume: false },
	on: {
		speed: { actions: 'setSpeed' },
		faster: { actions: 'setSpeed' },
		load: { target: '.paused', actions: 'load' }
	},
	states: {
		paused: {
			on: {
				play: 'playing',
				toggle: 'playing',
				seek: [{ guard: 'seeksEnd', target: 'ended', actions: 'moveTo' }, { actions: 'moveTo' }],
				grab: { target: 'scrubbing', actions: assign({ resume: false }) }
			}
		},
		playing: {
			on: {
				tick: [
					{ guard: 'reachesEnd', target: 'ended', actions: 'advance' },
					{ actions: 'advance' }
				],
				pause: 'paused',
				toggle: 'paused',
				seek: [{ guard: 'seeksEnd', target: 'ended', actions: 'moveTo' }, { actions: 'moveTo' }],
				grab: { target: 'scrubbing', actions: assign({ resume: true }) }
			}
		},
		scrubbing: {
			on: {
				seek: { actions: 'moveTo' },
				release: [
					{ guard: 'atEnd', target: 'ended' },
					{ guard: 'resumes', target: 'playing' },
					{ target: 'paused' }
				]
			}
		},
		ended: {
			on: {
				play: { target: 'playing', actions: 'rewind' },
				toggle: { target: 'playing', actions: 'rewind' },
				seek: [
					{ guard: 'seeksEnd', actions: 'moveTo' },
					{ target: 'paused', actions: 'moveTo' }
				],
				grab: { target: 'scrubbing', actions: assign({ resume: false }) }
			}
		}
	}
});
