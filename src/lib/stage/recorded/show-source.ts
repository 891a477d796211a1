import type { ShippedRecording } from '#lib/source/recorded/shipped-recordings.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import { laterBy } from '#lib/trace/later-by.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { Studio } from '../studio.svelte.ts';
import { besideEachOther } from './beside.ts';
import { sameMoment } from './same-moment.ts';
import type { Shown, ShownSource } from './shown.ts';

/** What a page can switch between. */
interface Told {
	readonly scenario: Scenario;
	readonly recording: ShippedRecording;
}

/** Puts on the simulation, the recording, or both, at the moment that stands. */
export function showSource(
	studio: Studio,
	{ scenario, recording }: Told,
	source: Exclude<ShownSource, 'opened'>
): Promise<boolean> {
	const standing = standingIn(studio);
	const at = (trace: Trace) => standing && sameMoment(standing.trace, standing.atMs, trace);
	return studio.put(async (simulator, engineWanted): Promise<Shown> => {
		if (source === 'simulated') {
			const trace = await simulator.simulate(scenario);
			const run = (await engineWanted).createRun(scenario, trace);
			return { run, source, atMs: at(trace) };
		}
		const recorded = await simulator.play({ shipped: recording });
		const steps = recorded.header.input as Scenario;
		const { createRun } = await engineWanted;
		if (source === 'recorded') {
			return { run: createRun(steps, recorded), source, atMs: at(recorded) };
		}
		const simulated = await simulator.simulate(steps);
		const apartMs = simulated.header.startMs - recorded.header.startMs;
		const run = createRun(steps, simulated);
		const other = createRun(steps, laterBy(recorded, apartMs));
		return { run, source, beside: besideEachOther(run, other), atMs: at(simulated) };
	});
}

/** Nothing stands before something has been seen. */
function standingIn({ run, atMs, source, input, storyMs }: Studio) {
	if (!run || source === 'opened' || input || storyMs <= 0) return undefined;
	return { trace: run.trace, atMs };
}
