import type { Lesson } from '../lesson.ts';
import type { Moment } from '../moment.ts';
import { threeWorkers } from '../three-workers.ts';
import { documents, webDeployment, webService } from '../web-manifest.ts';

const select = (version: string) =>
	`kubectl patch service web -p '{"spec":{"selector":{"app":"web","version":"${version}"}}}'`;
const flipped: Moment = { beat: 'reselected', of: 'default/web', nth: 0 };
const back: Moment = { beat: 'reselected', of: 'default/web', nth: 1 };

export const canaryBlueGreen: Lesson = {
	id: 'canary-bluegreen',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1', 'web:v2'],
		files: {
			'blue.yaml': documents(
				webDeployment({ name: 'blue', replicas: 3, labels: { version: 'v1' } }),
				webService
			),
			'green.yaml': webDeployment({
				name: 'green',
				replicas: 1,
				image: 'web:v2',
				labels: { version: 'v2' }
			})
		},
		before: { steps: [{ atMs: 0, run: 'kubectl apply -f blue.yaml' }], lastsMs: 6000 },
		steps: [
			{ atMs: 1500, run: 'kubectl apply -f green.yaml' },
			{ atMs: 15_500, run: 'kubectl scale deployment green --replicas=3' },
			{ atMs: 25_500, run: select('v2') },
			{ atMs: 31_500, run: select('v1') }
		],
		traffic: [{ service: 'default/web', perSecond: 20, fromMs: 0, untilMs: 36_500 }],
		untilMs: 37_500
	},
	cues: [
		{ when: { beat: 'run', nth: 0 }, say: 'lesson.canary-bluegreen.canary' },
		{ when: { beat: 'endpoint-ready', nth: 0 }, say: 'lesson.canary-bluegreen.share' },
		{ when: { beat: 'run', nth: 1 }, say: 'lesson.canary-bluegreen.weights' },
		{ when: { beat: 'run', nth: 2 }, say: 'lesson.canary-bluegreen.flip' },
		{ when: flipped, say: 'lesson.canary-bluegreen.flipped' },
		{ when: { beat: 'run', nth: 3 }, say: 'lesson.canary-bluegreen.back' }
	],
	facts: [
		{
			claim: 'share',
			version: 'v2',
			from: { beat: 'endpoint-ready' },
			to: { beat: 'run', nth: 1 },
			least: 0.17,
			most: 0.33
		},
		{
			claim: 'share',
			version: 'v2',
			from: flipped,
			afterMs: 1500,
			to: { beat: 'run', nth: 3 },
			least: 1,
			most: 1
		},
		{ claim: 'requests', leastFailed: 0 },
		{ claim: 'never', moment: { beat: 'deleting' } },
		{ claim: 'order', moments: [{ beat: 'endpoint-ready' }, flipped, back] },
		{ claim: 'count', moment: { beat: 'replica-set' }, times: 1 }
	]
};
