import type { Lesson } from '../lesson.ts';
import type { Moment } from '../moment.ts';
import { threeWorkers } from '../three-workers.ts';
import { probed, webDeployment } from '../web-manifest.ts';

const of = 'default/web';
const paused: Moment = { beat: 'paused', of };
const resumed: Moment = { beat: 'resumed', of };

export const pauseResume: Lesson = {
	id: 'pause-resume',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1', 'web:v2'],
		files: { 'web.yaml': webDeployment({ replicas: 2, container: probed }) },
		before: { steps: [{ atMs: 0, run: 'kubectl apply -f web.yaml' }], lastsMs: 8000 },
		steps: [
			{ atMs: 0, run: 'kubectl rollout pause deployment/web' },
			{ atMs: 2000, run: 'kubectl set image deployment/web web=web:v2' },
			{
				atMs: 4000,
				run: 'kubectl set resources deployment/web -c web --requests=cpu=100m,memory=32Mi'
			},
			{ atMs: 6000, run: 'kubectl get rs' },
			{ atMs: 8000, run: 'kubectl rollout resume deployment/web' },
			{ atMs: 17_000, run: 'kubectl get rs' }
		],
		untilMs: 18_000
	},
	cues: [
		{ when: paused, say: 'lesson.pause-resume.paused' },
		{ when: { beat: 'updated', of, nth: 0 }, say: 'lesson.pause-resume.first' },
		{ when: { beat: 'updated', of, nth: 1 }, say: 'lesson.pause-resume.second' },
		{ when: { beat: 'run', nth: 3 }, say: 'lesson.pause-resume.nothing' },
		{ when: resumed, say: 'lesson.pause-resume.resumed' },
		{ when: { beat: 'complete', of }, say: 'lesson.pause-resume.once' }
	],
	facts: [
		{
			claim: 'order',
			moments: [
				paused,
				{ beat: 'updated', of, nth: 0 },
				{ beat: 'updated', of, nth: 1 },
				resumed,
				{ beat: 'replica-set', of },
				{ beat: 'complete', of }
			]
		},
		{ claim: 'never', moment: { beat: 'replica-set' }, from: paused, to: resumed },
		{ claim: 'never', moment: { beat: 'stored' }, from: paused, to: resumed },
		{ claim: 'never', moment: { beat: 'deleting' }, from: paused, to: resumed },
		{ claim: 'count', moment: { beat: 'replica-set', of }, times: 1 },
		{
			claim: 'object',
			key: 'deployments/default/web',
			path: ['metadata', 'annotations', 'deployment.kubernetes.io/revision'],
			is: '2'
		},
		{ claim: 'printed', text: 'deployment.apps/web paused' },
		{ claim: 'printed', text: 'deployment.apps/web resource requirements updated' }
	]
};
