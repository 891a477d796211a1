import { describe, expect, it } from 'vitest';
import { playRecording } from '#lib/source/recorded/play-recording.ts';
import { narrationOf } from '#lib/trace/narration.ts';
import { podCountsOf } from '#lib/trace/pod-counts.ts';
import { requestsOf } from '#lib/trace/requests.ts';
import { rolloutCost } from '#lib/trace/rollout-cost.ts';
import { lessons } from './index.ts';
import { placedCues } from './placed-cues.ts';
import { questionMoments } from './question-moments.ts';
import { recordedStories } from './recorded-stories.ts';
import { recordingOf } from './recorded-lessons.ts';
import { refute } from './refute.ts';
import { rightAnswers } from './right-answers.ts';

const recorded = await Promise.all(
	lessons.flatMap((lesson) => {
		const recording = recordingOf(lesson.id);
		if (!recording) return [];
		return [
			playRecording({ shipped: recording }).then((trace) => [lesson.id, lesson, trace] as const)
		];
	})
);

/** What a lesson says of its own run: names that were generated, and a command that was not typed while it was recorded. */
const particular = { facts: /99cdfb4ff/, cues: ['kept'] };

describe.each(recorded)('the lesson %s on its recording', (_, lesson, trace) => {
	it('says its cues in their order', () => {
		const said = placedCues(lesson.cues, trace).map(({ say }) => say);
		expect(said).toEqual(
			lesson.cues.map(({ say }) => say).filter((say) => !particular.cues.includes(say))
		);
	});

	it('asks its questions, and the real cluster gives the same answers as the simulation', () => {
		expect(lesson.questions.length).toBeGreaterThan(0);
		for (const question of lesson.questions) {
			expect(questionMoments(question, trace)).toBeDefined();
			expect(rightAnswers(question, trace)).toHaveLength(1);
		}
	});

	it('claims nothing that a real cluster does not bear out', () => {
		const claims = lesson.facts.filter((fact) => !particular.facts.test(JSON.stringify(fact)));
		expect(claims.length).toBeGreaterThan(5);
		expect(claims.map((fact) => refute(trace, fact)).filter((refuted) => refuted !== null)).toEqual(
			[]
		);
	});
});

it('while nothing was ready in the recorded Recreate nothing was served, and before and after it was', async () => {
	const trace = await playRecording({ shipped: 'recreate' });
	const counts = podCountsOf(trace);
	const from = counts.findLast(
		({ total }) => total.ready > 0 && total.pods > 0 && total.terminating === 0 && total.ready === 4
	);
	const dark = counts.find(({ atMs, total }) => total.ready === 0 && atMs > trace.header.startMs)!;
	const bright = counts.find(({ atMs, total }) => atMs > dark.atMs && total.ready > 0)!;
	// Requests are counted in quarters of a second, and a Pod is ready a little before the rules say so.
	const inside = requestsOf(trace).filter(
		({ sentAtMs }) => sentAtMs > dark.atMs + 500 && sentAtMs < bright.atMs - 250
	);
	expect(from).toBeDefined();
	expect(inside.length).toBeGreaterThan(50);
	expect(inside.filter(({ outcome }) => outcome === 'served')).toEqual([]);
	const { downMs, complete, peakPods } = rolloutCost(trace, Infinity);
	expect(downMs).toBeCloseTo(bright.atMs - dark.atMs, -1);
	expect([complete, peakPods]).toEqual([true, 4]);
});

it('lost no request in the recorded RollingUpdate with a preStop hook, and some without', async () => {
	const [kept, abrupt] = await Promise.all([
		playRecording({ shipped: 'rolling-update' }),
		playRecording({ shipped: 'rolling-update-abrupt' })
	]);
	expect(rolloutCost(kept, Infinity)).toMatchObject({ failed: 0, requests: 1279, complete: true });
	expect(rolloutCost(abrupt, Infinity)).toMatchObject({ failed: 27, requests: 879 });
});

it.each(recordedStories)('tells the recording %s from its start to its end', async (story) => {
	const trace = await playRecording({ shipped: story });
	const told = narrationOf(trace);
	expect(told.length).toBeGreaterThan(20);
	expect(told.at(-1)!.atMs).toBeGreaterThan(trace.header.endMs * 0.8);
});
