import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';
import { manifest } from './manifest.ts';

export const termination: Lesson = {
	id: 'termination',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1'],
		files: { 'web.yaml': manifest },
		steps: [
			{ atMs: 0, run: 'kubectl create -f web.yaml' },
			{ atMs: 4000, run: 'kubectl delete pod web' }
		],
		untilMs: 16_000
	},
	cues: [
		{ when: { beat: 'ready' }, say: 'lesson.termination.before' },
		{ when: { beat: 'deleting' }, say: 'lesson.termination.marked' },
		{ when: { beat: 'sigterm' }, say: 'lesson.termination.sigterm' },
		{ when: { beat: 'sigkill' }, say: 'lesson.termination.sigkill' },
		{ when: { beat: 'removed' }, say: 'lesson.termination.removed' }
	],
	facts: [
		{
			claim: 'order',
			moments: [
				{ beat: 'ready' },
				{ beat: 'deleting' },
				{ beat: 'sigterm' },
				{ beat: 'sigkill' },
				{ beat: 'exited' },
				{ beat: 'removed' }
			]
		},
		{
			claim: 'apart',
			from: { beat: 'deleting' },
			to: { beat: 'sigterm' },
			leastMs: 2900,
			mostMs: 3400
		},
		{
			claim: 'apart',
			from: { beat: 'deleting' },
			to: { beat: 'sigkill' },
			leastMs: 7900,
			mostMs: 8900
		},
		{ claim: 'printed', text: 'pod "web" deleted' }
	]
};
