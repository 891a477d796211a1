import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';

export const podPhases: Lesson = {
	id: 'pod-phases',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['busybox:1.36'],
		steps: [
			{
				atMs: 0,
				run: `kubectl run good --image=busybox:1.36 --restart=Never -- sh -c 'sleep 3; exit 0'`
			},
			{
				atMs: 9000,
				run: `kubectl run bad --image=busybox:1.36 --restart=Never -- sh -c 'sleep 3; exit 2'`
			},
			{ atMs: 18_000, run: `kubectl run stays --image=busybox:1.36 -- sleep 3600` },
			{ atMs: 22_000, run: 'kubectl get pods' }
		],
		untilMs: 24_000
	},
	cues: [
		{ when: { beat: 'stored', pod: 'default/good' }, say: 'lesson.pod-phases.pending' },
		{ when: { beat: 'ready', pod: 'default/good' }, say: 'lesson.pod-phases.running' },
		{ when: { beat: 'ended', pod: 'default/good' }, say: 'lesson.pod-phases.succeeded' },
		{ when: { beat: 'ended', pod: 'default/bad' }, say: 'lesson.pod-phases.failed' },
		{ when: { beat: 'run', nth: 3 }, say: 'lesson.pod-phases.words' }
	],
	facts: [
		{
			claim: 'order',
			moments: [
				{ beat: 'stored', pod: 'default/good' },
				{ beat: 'ready', pod: 'default/good' },
				{ beat: 'exited', pod: 'default/good' },
				{ beat: 'ended', pod: 'default/good' }
			]
		},
		{
			claim: 'order',
			moments: [
				{ beat: 'ready', pod: 'default/bad' },
				{ beat: 'ended', pod: 'default/bad' }
			]
		},
		{
			claim: 'apart',
			from: { beat: 'started', pod: 'default/good' },
			to: { beat: 'exited', pod: 'default/good' },
			leastMs: 2950,
			mostMs: 3200
		},
		{ claim: 'never', moment: { beat: 'ended', pod: 'default/stays' } },
		{ claim: 'printed', text: 'Completed' },
		{ claim: 'printed', text: 'Error' }
	]
};
