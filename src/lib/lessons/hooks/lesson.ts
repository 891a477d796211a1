import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';
import { bad, good } from './manifests.ts';

const [one, other] = ['default/good', 'default/bad'];

export const hooks: Lesson = {
	id: 'hooks',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1'],
		files: { 'good.yaml': good, 'bad.yaml': bad },
		steps: [
			{ atMs: 0, run: 'kubectl apply -f good.yaml' },
			{ atMs: 7000, run: 'kubectl delete pod good' },
			{ atMs: 13_000, run: 'kubectl apply -f bad.yaml' },
			{ atMs: 22_000, run: 'kubectl get pods' }
		],
		untilMs: 24_000
	},
	cues: [
		{ when: { beat: 'started', pod: one }, say: 'lesson.hooks.post-start' },
		{ when: { beat: 'ready', pod: one }, say: 'lesson.hooks.ready' },
		{ when: { beat: 'pre-stop', pod: one }, say: 'lesson.hooks.pre-stop' },
		{ when: { beat: 'sigterm', pod: one }, say: 'lesson.hooks.sigterm' },
		{ when: { beat: 'started', pod: other }, say: 'lesson.hooks.fails' },
		{ when: { beat: 'exited', pod: other }, say: 'lesson.hooks.killed' },
		{ when: { beat: 'run', nth: 3 }, say: 'lesson.hooks.again' }
	],
	facts: [
		{
			claim: 'apart',
			from: { beat: 'started', pod: one },
			to: { beat: 'ready', pod: one },
			leastMs: 2000,
			mostMs: 4500
		},
		{
			claim: 'apart',
			from: { beat: 'pre-stop', pod: one },
			to: { beat: 'sigterm', pod: one },
			leastMs: 2000,
			mostMs: 2500
		},
		{
			claim: 'order',
			moments: [
				{ beat: 'deleting', pod: one },
				{ beat: 'pre-stop', pod: one },
				{ beat: 'sigterm', pod: one },
				{ beat: 'exited', pod: one },
				{ beat: 'removed', pod: one }
			]
		},
		{ claim: 'never', moment: { beat: 'sigkill', pod: one } },
		{ claim: 'never', moment: { beat: 'ready', pod: other } },
		{
			claim: 'order',
			moments: [
				{ beat: 'started', pod: other },
				{ beat: 'exited', pod: other },
				{ beat: 'restarted', pod: other }
			]
		},
		{ claim: 'event', reason: 'FailedPostStartHook' },
		{ claim: 'printed', text: 'pod "good" deleted' }
	]
};
