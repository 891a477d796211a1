import { describe, expect, it } from 'vitest';
import { simulate } from '#lib/source/simulate.ts';
import { makeTempo } from '#lib/tempo/make-tempo.ts';
import { beatsOf } from '#lib/trace/beats.ts';
import { indexTrace } from '#lib/trace/state-at.ts';
import { scene } from './scene.ts';
import { sceneToSvg } from './svg.ts';
import { themes } from './tokens.ts';

const trace = simulate({
	seed: 1,
	nodes: ['worker-1', 'worker-2', 'worker-3'].map((name) => ({
		name,
		cpu: '2',
		memory: '3610176Ki'
	})),
	steps: [
		{ atMs: 0, run: 'kubectl get pods -w' },
		{ atMs: 700, run: 'kubectl run web --image=web:v1' }
	],
	untilMs: 4000
});
const index = indexTrace(trace);
const tempo = makeTempo(trace, 'lesson');

/** Pictures as text, reviewed in the diff: half a second of screen time after each beat of one Pod's creation. */
describe('the picture of a Pod’s creation', () => {
	it.each(
		beatsOf(trace).map((beat, i) => [`${String(i).padStart(2, '0')}-${beat.name}`, beat] as const)
	)('is as reviewed at %s', async (name, beat) => {
		const ms = tempo.toCluster(tempo.toScreen(beat.atMs) + 500);
		const drawn = scene(index, ms, { width: 1280, height: 516, locale: 'en', tempo });
		await expect(sceneToSvg(drawn, themes.light)).toMatchFileSnapshot(
			`../../../tests/snapshots/create-pod/${name}.svg`
		);
	});
});
