import { describe, expect, it } from 'vitest';
import { replay } from './replay.ts';
import type { RecordedRun } from './recording.ts';

const run: RecordedRun = {
	steps: [
		{ atMs: 0, file: 'web.yaml', text: 'kind: Pod' },
		{ atMs: 1, run: 'kubectl apply -f web.yaml' },
		{ atMs: 5000, run: '(stop kubelet-2)' },
		{ atMs: 8000, run: 'kubectl set image deployment/web web=web:v2' }
	],
	objects: { 'pods/web': [{ atMs: 9000, type: 'ADDED', changes: {} }] },
	requests: [],
	events: [
		{
			atMs: 10,
			object: 'Pod/web',
			type: 'Normal',
			reason: 'Pulling',
			message: 'Pulling image "web:v1"',
			by: 'kubelet',
			count: 1
		}
	],
	cri: [],
	schedulerLog: [],
	traffic: {
		bucketMs: 250,
		counts: [
			[6000, { v1: 10 }],
			[6250, { v1: 10 }],
			[6500, { v1: 2 }]
		]
	}
};

describe('the same steps in a simulation', () => {
	it('are commands and files, and what had to be pulled is on no node', () => {
		const { steps, files, imagesPresent, untilMs } = replay(run);
		expect(steps.map(({ atMs, run: line }) => [atMs, line])).toEqual([
			[1, 'kubectl apply -f web.yaml'],
			[8000, 'kubectl set image deployment/web web=web:v2']
		]);
		expect(files).toEqual({ 'web.yaml': 'kind: Pod' });
		expect(imagesPresent).not.toContain('web:v1');
		expect(untilMs).toBe(9200);
	});

	it('come before the story as far as they were done before it', () => {
		const { before, steps, traffic, untilMs } = replay(run, 6500);
		expect(before).toEqual({
			steps: [{ atMs: 1, run: 'kubectl apply -f web.yaml' }],
			lastsMs: 6500
		});
		expect(steps.map(({ atMs }) => atMs)).toEqual([1500]);
		expect(traffic).toEqual([{ service: 'default/web', perSecond: 40, fromMs: 0, untilMs: 250 }]);
		expect(untilMs).toBe(2700);
	});
});
