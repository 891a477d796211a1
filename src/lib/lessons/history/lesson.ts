import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';
import { webDeployment } from '../web-manifest.ts';

const of = 'default/web';
const cause = (text: string) =>
	`kubectl annotate deployment/web kubernetes.io/change-cause='${text}' --overwrite`;

export const history: Lesson = {
	id: 'history',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1', 'web:v2', 'web:v3'],
		files: { 'web.yaml': webDeployment({ replicas: 1 }) },
		before: {
			steps: [
				{ atMs: 0, run: 'kubectl apply -f web.yaml' },
				{ atMs: 4000, run: cause('the first version') },
				{ atMs: 6000, run: 'kubectl set image deployment/web web=web:v2' },
				{ atMs: 10_000, run: cause('a faster one') }
			],
			lastsMs: 12_000
		},
		steps: [
			{ atMs: 0, run: 'kubectl rollout history deployment/web' },
			{ atMs: 2000, run: 'kubectl rollout undo deployment/web' },
			{ atMs: 8000, run: 'kubectl rollout history deployment/web' },
			{ atMs: 10_000, run: 'kubectl rollout undo deployment/web --to-revision=2' },
			{ atMs: 16_000, run: 'kubectl rollout history deployment/web' }
		],
		untilMs: 18_000
	},
	cues: [
		{ when: { beat: 'run', nth: 0 }, say: 'lesson.history.revisions' },
		{ when: { beat: 'run', nth: 1 }, say: 'lesson.history.undo' },
		{ when: { beat: 'reused', of, nth: 0 }, say: 'lesson.history.reused' },
		{ when: { beat: 'run', nth: 2 }, say: 'lesson.history.moved' },
		{ when: { beat: 'run', nth: 3 }, say: 'lesson.history.chosen' },
		{ when: { beat: 'run', nth: 4 }, say: 'lesson.history.kept' }
	],
	facts: [
		{ claim: 'never', moment: { beat: 'replica-set' } },
		{
			claim: 'order',
			moments: [
				{ beat: 'reused', of, image: 'web:v1' },
				{ beat: 'ready', image: 'web:v1' },
				{ beat: 'reused', of, image: 'web:v2' },
				{ beat: 'ready', image: 'web:v2' }
			]
		},
		{
			claim: 'object',
			key: 'replicasets/default/web-74df77f66f',
			path: ['metadata', 'annotations', 'deployment.kubernetes.io/revision'],
			is: '4'
		},
		{
			claim: 'object',
			key: 'deployments/default/web',
			path: ['spec', 'revisionHistoryLimit'],
			is: 10
		},
		{ claim: 'printed', text: 'a faster one' },
		{ claim: 'printed', text: 'deployment.apps/web rolled back' }
	]
};
