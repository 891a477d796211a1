import { assign, setup } from 'xstate';
import { nextSpeed, type Speed } from './speed.ts';

export interface PlayerContext {
	/** Place of the play head, ms of screen time from the story's start. */
	screenMs: number;
	/** Length of the story, ms of screen time. */
	durationMs: number;
	/** Where a question waits for its answer, ms of screen time: nothing passes it. Infinity where none does. */
	lockMs: number;
	/** Where play shall rest once, ms of screen time: an answer is seen there. Infinity where it shall not. */
	restMs: number;
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
	/** The next question waits there; one that waits behind the play head takes it back. */
	| { type: 'lock'; screenMs: number }
	| { type: 'rest'; screenMs: number }
	/** Another story is on. Nothing is asked in it until a `lock` comes. */
	| { type: 'load'; durationMs: number; screenMs: number };

const limitOf = ({ durationMs, lockMs }: PlayerContext) => Math.min(durationMs, lockMs);

const within = (ms: number, context: PlayerContext) => Math.min(limitOf(context), Math.max(0, ms));

/** Where the play head would be after a frame, if nothing were in its way. */
const reached = ({ screenMs, speed }: PlayerContext, event: PlayerEvent) =>
	event.type === 'tick' ? screenMs + event.elapsedMs * speed : screenMs;

/**
 * What a person does with time. It owns no timer: whoever draws frames sends `tick`. Seeking while playing goes on
 * playing; a step asks for `pause` itself.
 */
export const playerMachine = setup({
	types: { context: {} as PlayerContext, events: {} as PlayerEvent },
	actions: {
		advance: assign(({ context, event }) => ({
			screenMs: within(reached(context, event), context)
		})),
		moveTo: assign(({ context, event }) =>
			event.type === 'seek' ? { screenMs: within(event.screenMs, context) } : {}
		),
		rewind: assign({ screenMs: 0 }),
		setSpeed: assign(({ context, event }) => {
			if (event.type === 'speed') return { speed: event.speed };
			return event.type === 'faster' ? { speed: nextSpeed(context.speed, event.places) } : {};
		}),
		setLock: assign(({ context, event }) =>
			event.type === 'lock'
				? { lockMs: event.screenMs, screenMs: Math.min(context.screenMs, event.screenMs) }
				: {}
		),
		setRest: assign(({ event }) => (event.type === 'rest' ? { restMs: event.screenMs } : {})),
		rest: assign(({ context }) => ({ screenMs: context.restMs, restMs: Infinity })),
		load: assign(({ context, event }) => {
			if (event.type !== 'load') return {};
			const { durationMs } = event;
			const open = { durationMs, lockMs: Infinity, restMs: Infinity };
			return { ...open, screenMs: within(event.screenMs, { ...context, ...open }) };
		})
	},
	guards: {
		reachesRest: ({ context, event }) =>
			context.restMs > context.screenMs &&
			context.restMs <= limitOf(context) &&
			reached(context, event) >= context.restMs,
		reachesLock: ({ context, event }) => reached(context, event) >= context.lockMs,
		reachesEnd: ({ context, event }) => reached(context, event) >= context.durationMs,
		seeksLock: ({ context, event }) => event.type === 'seek' && event.screenMs >= context.lockMs,
		seeksEnd: ({ context, event }) => event.type === 'seek' && event.screenMs >= context.durationMs,
		locksHere: ({ context, event }) => event.type === 'lock' && event.screenMs <= context.screenMs,
		atLock: ({ context }) => context.screenMs >= context.lockMs,
		atEnd: ({ context }) => context.screenMs >= context.durationMs,
		resumes: ({ context }) => context.resume
	}
}).createMachine({
	id: 'player',
	initial: 'paused',
	context: {
		screenMs: 0,
		durationMs: 0,
		lockMs: Infinity,
		restMs: Infinity,
		speed: 1,
		resume: false
	},
	on: {
		speed: { actions: 'setSpeed' },
		faster: { actions: 'setSpeed' },
		lock: [{ guard: 'locksHere', target: '.asked', actions: 'setLock' }, { actions: 'setLock' }],
		rest: { actions: 'setRest' },
		load: { target: '.paused', actions: 'load' }
	},
	states: {
		paused: {
			on: {
				play: 'playing',
				toggle: 'playing',
				seek: [
					{ guard: 'seeksLock', target: 'asked', actions: 'moveTo' },
					{ guard: 'seeksEnd', target: 'ended', actions: 'moveTo' },
					{ actions: 'moveTo' }
				],
				grab: { target: 'scrubbing', actions: assign({ resume: false }) }
			}
		},
		playing: {
			on: {
				tick: [
					{ guard: 'reachesRest', target: 'paused', actions: 'rest' },
					{ guard: 'reachesLock', target: 'asked', actions: 'advance' },
					{ guard: 'reachesEnd', target: 'ended', actions: 'advance' },
					{ actions: 'advance' }
				],
				pause: 'paused',
				toggle: 'paused',
				seek: [
					{ guard: 'seeksLock', target: 'asked', actions: 'moveTo' },
					{ guard: 'seeksEnd', target: 'ended', actions: 'moveTo' },
					{ actions: 'moveTo' }
				],
				grab: { target: 'scrubbing', actions: assign({ resume: true }) }
			}
		},
		scrubbing: {
			on: {
				seek: { actions: 'moveTo' },
				release: [
					{ guard: 'atLock', target: 'asked' },
					{ guard: 'atEnd', target: 'ended' },
					{ guard: 'resumes', target: 'playing' },
					{ target: 'paused' }
				]
			}
		},
		/** A question waits: only back, or an answer, which moves the lock. */
		asked: {
			on: {
				seek: [
					{ guard: 'seeksLock', actions: 'moveTo' },
					{ target: 'paused', actions: 'moveTo' }
				],
				grab: { target: 'scrubbing', actions: assign({ resume: false }) },
				lock: [
					{ guard: 'locksHere', actions: 'setLock' },
					{ target: 'paused', actions: 'setLock' }
				]
			}
		},
		ended: {
			on: {
				play: { target: 'playing', actions: 'rewind' },
				toggle: { target: 'playing', actions: 'rewind' },
				seek: [
					{ guard: 'seeksLock', target: 'asked', actions: 'moveTo' },
					{ guard: 'seeksEnd', actions: 'moveTo' },
					{ target: 'paused', actions: 'moveTo' }
				],
				grab: { target: 'scrubbing', actions: assign({ resume: false }) }
			}
		}
	}
});
