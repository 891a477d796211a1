import { expect, it } from 'vitest';
import { lessons } from '#lib/lessons/index.ts';
import { playRecording } from '#lib/source/recorded/play-recording.ts';
import { simulate } from '#lib/source/simulate.ts';
import { momentsOf } from '#lib/trace/moments.ts';
import { sameMoment } from './same-moment.ts';

const simulated = simulate(lessons.find(({ id }) => id === 'create-pod')!.scenario);
const recorded = await playRecording({ shipped: 'create-pod' });
const momentIn = (trace: typeof simulated, name: string) =>
	momentsOf(trace).find((beat) => beat.name === name)!.atMs;

it.each(['stored', 'bound', 'sandbox', 'pulled', 'started', 'ready'])(
	'finds “%s” of the simulation in the recording, and back',
	(name) => {
		expect(sameMoment(simulated, momentIn(simulated, name), recorded)).toBe(
			momentIn(recorded, name)
		);
		expect(sameMoment(recorded, momentIn(recorded, name), simulated)).toBe(
			momentIn(simulated, name)
		);
	}
);

it('is the start before anything has happened', () => {
	expect(sameMoment(simulated, simulated.header.startMs - 1, recorded)).toBe(
		recorded.header.startMs
	);
});
