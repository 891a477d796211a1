import { createActor, type ActorRefFrom } from 'xstate';
import { playerMachine } from '#lib/playback/player-machine.ts';

export type Player = ActorRefFrom<typeof playerMachine>;

/** A player that stands at the start of nothing. */
export function createPlayer(): Player {
	return createActor(playerMachine).start();
}
