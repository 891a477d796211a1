import type { Lesson } from '../lesson.ts';
import type { Moment } from '../moment.ts';
import { threeWorkers } from '../three-workers.ts';
import { documents, preStop, probed, webDeployment, webService } from '../web-manifest.ts';

const of = 'default/web';
const late: Moment = { beat: 'late', of };
const undone: Moment = { beat: 'updated', of, nth: 1 };

export const badRollout: Lesson = {
	id: 'bad-rollout',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1', 'web:v2-broken'],
		files: {
			'web.yaml': documents(
				webDeployment({
					replicas: 4,
					spec: ['progressDeadlineSeconds: 20'],
					container: [...probed, ...preStop]
				}),
				webService
			)
		},
		before: { steps: [{ atMs: 0, run: 'kubectl apply -f web.yaml' }], lastsMs: 8000 },
		steps: [
			{ atMs: 1500, run: 'kubectl set image deployment/web web=web:v2-broken' },
			{ atMs: 2500, run: 'kubectl rollout status deployment/web' },
			{ atMs: 31_500, run: 'kubectl rollout undo deployment/web' },
			{ atMs: 41_500, run: 'kubectl get pods' }
		],
		traffic: [{ service: 'default/web', perSecond: 10, fromMs: 0, untilMs: 40_500 }],
		untilMs: 43_500
	},
	cues: [
		{ when: { beat: 'run', nth: 0 }, say: 'lesson.bad-rollout.before' },
		{ when: { beat: 'waits', of }, say: 'lesson.bad-rollout.stuck' },
		{ when: late, say: 'lesson.bad-rollout.late' },
		{ when: { beat: 'run', nth: 2 }, say: 'lesson.bad-rollout.undo' },
		{ when: { beat: 'reused', of }, say: 'lesson.bad-rollout.reused' },
		{ when: { beat: 'complete', of }, say: 'lesson.bad-rollout.done' }
	],
	facts: [
		{ claim: 'never', moment: { beat: 'ready', image: 'web:v2-broken' } },
		{ claim: 'pods', leastReady: 3, most: 5 },
		{ claim: 'requests', leastFailed: 0 },
		{
			claim: 'sizes',
			of,
			to: undone,
			steps: ['web:v2-broken 0→1', 'web:v1 4→3', 'web:v2-broken 1→2']
		},
		{ claim: 'apart', from: { beat: 'updated', of }, to: late, leastMs: 19_000, mostMs: 24_000 },
		{ claim: 'never', moment: { beat: 'scaled-down', of }, from: late, to: undone },
		{ claim: 'never', moment: { beat: 'scaled-up', of }, from: late, to: undone },
		{ claim: 'printed', text: 'exceeded its progress deadline' },
		{
			claim: 'object',
			key: 'deployments/default/web',
			path: ['status', 'conditions', 1, 'reason'],
			is: 'ProgressDeadlineExceeded',
			at: late
		},
		{
			claim: 'order',
			moments: [late, undone, { beat: 'reused', of, image: 'web:v1' }, { beat: 'complete', of }]
		},
		{ claim: 'count', moment: { beat: 'replica-set', of }, times: 1 },
		{ claim: 'printed', text: 'deployment.apps/web rolled back' }
	]
};
