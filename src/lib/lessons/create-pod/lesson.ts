import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';

export const createPod: Lesson = {
	id: 'create-pod',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		steps: [
			{ atMs: 0, run: 'kubectl get pods -w' },
			{ atMs: 700, run: 'kubectl run web --image=web:v1' }
		],
		untilMs: 4000
	},
	cues: [
		{ when: { beat: 'run', nth: 0 }, say: 'lesson.create-pod.watch' },
		{ when: { beat: 'run', nth: 1 }, say: 'lesson.create-pod.run' }
	],
	facts: [
		{
			claim: 'order',
			moments: [
				{ beat: 'run', nth: 1 },
				{ beat: 'admitted' },
				{ beat: 'stored', pod: 'default/web' },
				{ beat: 'scored', pod: 'default/web' },
				{ beat: 'bound', pod: 'default/web' },
				{ beat: 'seen', pod: 'default/web' },
				{ beat: 'sandbox', pod: 'default/web' },
				{ beat: 'pulling' },
				{ beat: 'pulled' },
				{ beat: 'started', pod: 'default/web' },
				{ beat: 'ready', pod: 'default/web' },
				{ beat: 'told', pod: 'default/web' }
			]
		},
		{ claim: 'only-api-server-talks-to-etcd' },
		{ claim: 'scheduler-never-calls-a-kubelet' },
		{ claim: 'printed', text: 'pod/web created' },
		{ claim: 'printed', text: 'ContainerCreating' },
		{ claim: 'apart', from: { beat: 'stored' }, to: { beat: 'bound' }, leastMs: 2, mostMs: 40 },
		{ claim: 'apart', from: { beat: 'started' }, to: { beat: 'ready' }, leastMs: 50, mostMs: 1000 },
		{ claim: 'never', moment: { beat: 'pull-failed' } }
	]
};
