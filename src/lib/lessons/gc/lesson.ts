import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';
import { documents, webDeployment } from '../web-manifest.ts';

const names = ['background', 'foreground', 'orphan'] as const;
const [first, second, third] = names.map((name) => `default/${name}`) as [string, string, string];

export const gc: Lesson = {
	id: 'gc',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1'],
		files: {
			'three.yaml': documents(
				...names.map((name) => webDeployment({ name, replicas: 1, labels: { by: name } }))
			)
		},
		before: { steps: [{ atMs: 0, run: 'kubectl apply -f three.yaml' }], lastsMs: 6000 },
		steps: [
			{ atMs: 0, run: 'kubectl delete deployment background' },
			{ atMs: 7000, run: 'kubectl delete deployment foreground --cascade=foreground' },
			{ atMs: 14_000, run: 'kubectl delete deployment orphan --cascade=orphan' },
			{ atMs: 20_000, run: 'kubectl get deployment,rs,pods' }
		],
		untilMs: 22_000
	},
	cues: [
		{ when: { beat: 'run', nth: 0 }, say: 'lesson.gc.owners' },
		{ when: { beat: 'collected', of: first }, say: 'lesson.gc.background' },
		{ when: { beat: 'marked', of: second }, say: 'lesson.gc.foreground' },
		{ when: { beat: 'gone', of: second, nth: 1 }, say: 'lesson.gc.last' },
		{ when: { beat: 'orphaned', of: third }, say: 'lesson.gc.orphan' },
		{ when: { beat: 'run', nth: 3 }, say: 'lesson.gc.left' }
	],
	facts: [
		{
			claim: 'order',
			moments: [
				{ beat: 'gone', of: first },
				{ beat: 'collected', of: first },
				{ beat: 'deleting' },
				{ beat: 'removed' }
			]
		},
		{
			claim: 'order',
			moments: [
				{ beat: 'marked', of: second, nth: 0 },
				{ beat: 'marked', of: second, nth: 1 },
				{ beat: 'deleting', nth: 1 },
				{ beat: 'removed', nth: 1 },
				{ beat: 'gone', of: second, nth: 0 },
				{ beat: 'gone', of: second, nth: 1 }
			]
		},
		{
			claim: 'order',
			moments: [
				{ beat: 'orphaned', of: third },
				{ beat: 'gone', of: third }
			]
		},
		{ claim: 'count', moment: { beat: 'deleting' }, times: 2 },
		{
			claim: 'object',
			key: 'deployments/default/foreground',
			path: ['metadata', 'finalizers'],
			is: ['foregroundDeletion'],
			ever: true
		},
		{ claim: 'printed', text: 'deployment.apps "orphan" deleted' }
	]
};
