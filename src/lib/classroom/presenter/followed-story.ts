import type { Scene } from '#lib/scene/mark.ts';
import type { Timeline, TimelineOptions } from '#lib/scene/timeline.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { StateMessage, StoryMessage } from './message.ts';

/** What the audience sees, run again. */
export interface FollowedStory {
	readonly tempo: Tempo;
	timeline(options: TimelineOptions): Timeline;
	/** The same picture as there, whatever its size here. */
	draw(state: StateMessage): Scene;
}

/** Runs a story as the audience's window has. */
export async function followStory(
	{ kind, sides }: StoryMessage,
	simulate: (scenario: Scenario) => Promise<Trace>
): Promise<FollowedStory> {
	if (kind === 'comparison') {
		const traces = await Promise.all(sides.map(({ scenario }) => simulate(scenario)));
		return followComparison(sides, traces);
	}
	const [{ scenario } = { scenario: undefined }] = sides;
	if (!scenario) throw new Error('A lesson without a scenario.');
	return followLesson(scenario, await simulate(scenario));
}

async function followLesson(scenario: Scenario, trace: Trace): Promise<FollowedStory> {
	const engine = await import('#lib/stage/engine.ts');
	const { index, tempo } = engine.createRun(scenario, trace);
	return {
		tempo,
		timeline: (options) => engine.timeline(trace, tempo, options),
		draw({ atMs, locale, picture }) {
			const drawn = picture.view === 'sequence' ? engine.sequence : engine.scene;
			return drawn(index, atMs, {
				...sizeOf(picture),
				locale,
				tempo,
				showEverything: picture.showAll,
				showWatches: picture.showWatches,
				...(picture.inside !== null && { inside: picture.inside }),
				...(picture.focus !== null && { focus: picture.focus })
			});
		}
	};
}

async function followComparison(
	sides: StoryMessage['sides'],
	traces: readonly Trace[]
): Promise<FollowedStory> {
	const engine = await import('#lib/stage/compare/compare-engine.ts');
	const compared = sides.map(({ title, note }, i) => ({
		key: i === 0 ? ('left' as const) : ('right' as const),
		title,
		note,
		index: engine.indexTrace(traces[i]!)
	}));
	const tempo = engine.comparisonTempo(traces);
	return {
		tempo,
		timeline: (options) => engine.comparisonTimeline(compared, tempo, options),
		draw: ({ atMs, locale, picture }) =>
			engine.comparison(compared, atMs, { ...sizeOf(picture), locale, tempo })
	};
}

const sizeOf = ({ width, height, large, k, x, y }: StateMessage['picture']) => ({
	width,
	height,
	projector: large,
	detail: { scale: k, x: -x / k, y: -y / k, width: width / k, height: height / k }
});
