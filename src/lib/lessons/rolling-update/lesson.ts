import type { Lesson } from '../lesson.ts';
import type { Moment } from '../moment.ts';
import { threeWorkers } from '../three-workers.ts';
import { documents, preStop, probed, webDeployment, webService } from '../web-manifest.ts';

const of = 'default/web';
const update: Moment = { beat: 'updated', of };
const done: Moment = { beat: 'complete', of };

export const rollingUpdate: Lesson = {
	id: 'rolling-update',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1', 'web:v2'],
		files: {
			'web.yaml': documents(
				webDeployment({ replicas: 4, container: [...probed, ...preStop] }),
				webService
			)
		},
		before: { steps: [{ atMs: 0, run: 'kubectl apply -f web.yaml' }], lastsMs: 8000 },
		steps: [
			{ atMs: 1500, run: 'kubectl set image deployment/web web=web:v2' },
			{ atMs: 2200, run: 'kubectl rollout status deployment/web' },
			{ atMs: 15_500, run: 'kubectl get rs' }
		],
		traffic: [{ service: 'default/web', perSecond: 20, fromMs: 0, untilMs: 15_000 }],
		untilMs: 16_500
	},
	cues: [
		{ when: { beat: 'run', nth: 0 }, say: 'lesson.rolling-update.before' },
		{ when: { beat: 'replica-set' }, say: 'lesson.rolling-update.two' },
		{ when: { beat: 'waits' }, say: 'lesson.rolling-update.bounds' },
		{ when: { beat: 'ready', image: 'web:v2' }, say: 'lesson.rolling-update.trade' },
		{ when: done, say: 'lesson.rolling-update.done' },
		{ when: { beat: 'run', nth: 2 }, say: 'lesson.rolling-update.kept' }
	],
	facts: [
		{
			claim: 'sizes',
			of,
			steps: [
				'web:v2 0→1',
				'web:v1 4→3',
				'web:v2 1→2',
				'web:v1 3→2',
				'web:v2 2→3',
				'web:v1 2→1',
				'web:v2 3→4',
				'web:v1 1→0'
			]
		},
		{ claim: 'pods', leastReady: 3, most: 5, reach: 6 },
		{ claim: 'requests', leastFailed: 0 },
		{ claim: 'count', moment: { beat: 'replica-set', of }, times: 1 },
		{ claim: 'order', moments: [update, { beat: 'replica-set', of }, { beat: 'conflict' }, done] },
		{
			claim: 'object',
			key: 'replicasets/default/web-99cdfb4ff',
			path: ['metadata', 'annotations', 'deployment.kubernetes.io/revision'],
			is: '2'
		},
		{
			claim: 'object',
			key: 'replicasets/default/web-99cdfb4ff',
			path: ['spec', 'selector', 'matchLabels', 'pod-template-hash'],
			is: '99cdfb4ff'
		},
		{ claim: 'printed', text: 'deployment "web" successfully rolled out' },
		{ claim: 'event', reason: 'ScalingReplicaSet', text: 'from 4 to 3' },
		{
			claim: 'object',
			key: 'deployments/default/web',
			path: ['status', 'terminatingReplicas'],
			is: 1,
			ever: true
		},
		{
			claim: 'object',
			key: 'deployments/default/web',
			path: ['status', 'observedGeneration'],
			is: 2
		}
	]
};
