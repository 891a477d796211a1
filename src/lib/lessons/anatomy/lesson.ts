import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';

export const anatomy: Lesson = {
	id: 'anatomy',
	showWatches: true,
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1'],
		steps: [
			{ atMs: 1000, run: 'kubectl get nodes' },
			{ atMs: 3000, run: 'kubectl run web --image=web:v1' },
			{ atMs: 7000, run: 'kubectl get pods -o wide' }
		],
		untilMs: 9000
	},
	cues: [
		{ when: { beat: 'run', nth: 0 }, say: 'lesson.anatomy.person' },
		{ when: { beat: 'stored' }, say: 'lesson.anatomy.etcd' },
		{ when: { beat: 'bound' }, say: 'lesson.anatomy.scheduler' },
		{ when: { beat: 'sandbox' }, say: 'lesson.anatomy.worker' },
		{ when: { beat: 'run', nth: 2 }, say: 'lesson.anatomy.ask' }
	],
	facts: [
		{ claim: 'only-api-server-talks-to-etcd' },
		{ claim: 'scheduler-never-calls-a-kubelet' },
		{ claim: 'printed', text: 'worker-3' },
		{
			claim: 'order',
			moments: [
				{ beat: 'stored' },
				{ beat: 'bound' },
				{ beat: 'seen' },
				{ beat: 'started' },
				{ beat: 'ready' }
			]
		}
	]
};
