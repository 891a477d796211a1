import { expect, it } from 'vitest';
import { rolloutScenario, type Strategy } from '#lib/source/rollout-scenario.ts';
import { usualSettings } from '#lib/source/rollout-settings.ts';
import { simulate } from '#lib/source/simulate.ts';
import { rolloutsOf } from '#lib/trace/rollouts.ts';
import { comparisonNote } from './comparison-note.ts';

const nodes = ['worker-1', 'worker-2'].map((name) => ({ name, cpu: '4', memory: '8Gi' }));
const strategies: readonly Strategy[] = ['RollingUpdate', 'Recreate'];

it('says something else before the update, while it goes on, and when both are done', () => {
	const traces = strategies.map((each) => simulate(rolloutScenario(usualSettings, each, nodes)));
	const updates = traces.map((trace) => rolloutsOf(trace)[0]!);
	const [startMs, firstEndMs, lastEndMs] = [
		Math.min(...updates.map((update) => update.startMs)),
		Math.min(...updates.map((update) => update.endMs)),
		Math.max(...updates.map((update) => update.endMs))
	];
	const notes = [startMs - 1, startMs, firstEndMs, lastEndMs].map((atMs) =>
		comparisonNote(traces, atMs, 'en')
	);
	expect(new Set(notes).size).toBe(3);
	expect(notes[1]).toBe(notes[2]);
	expect(notes.at(-1)).toContain('costs');
});
