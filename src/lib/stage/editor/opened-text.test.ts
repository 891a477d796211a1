import { expect, it } from 'vitest';
import type { Scenario } from '#lib/source/scenario.ts';
import { simulate } from '#lib/source/simulate.ts';
import { openedText } from './opened-text.ts';

const edit = 'kubectl edit deployment web';
const story: Scenario = {
	seed: 1,
	nodes: [{ name: 'worker-1', cpu: '2', memory: '4Gi' }],
	steps: [
		{ atMs: 0, run: 'kubectl create deployment web --image=web:v1' },
		{ atMs: 4000, run: edit },
		{ atMs: 5000, run: 'kubectl edit deployment nobody' }
	]
};

it('is the object as kubectl opens it, and left with another number of replicas it scales', () => {
	const first = simulate(story);
	const opened = openedText(first, edit)!;
	expect(opened).toMatch(/^# Please edit the object below/);
	expect(opened).toContain('  replicas: 1\n');
	const edited = opened.replace('  replicas: 1\n', '  replicas: 3\n');
	const [create, second, third] = story.steps;
	const after = simulate({ ...story, steps: [create!, { ...second!, edited }, third!] });
	expect(after.events).toContainEqual(
		expect.objectContaining({ kind: 'output', text: 'deployment.apps/web edited\n' })
	);
	// What it opened is what it was before the edit, however often it is run again.
	expect(openedText(after, edit)).toBe(opened);
});

it('is nothing where kubectl found nothing to edit, or was never typed', () => {
	const trace = simulate(story);
	expect(openedText(trace, 'kubectl edit deployment nobody')).toBeUndefined();
	expect(openedText(trace, 'kubectl edit pod web')).toBeUndefined();
});
