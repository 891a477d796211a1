import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';
import { documents, probed, webDeployment, webService } from '../web-manifest.ts';

const of = 'default/web';

export const recreate: Lesson = {
	id: 'recreate',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1', 'web:v2'],
		files: {
			'web.yaml': documents(
				webDeployment({
					replicas: 4,
					spec: ['strategy:', '  type: Recreate'],
					container: probed
				}),
				webService
			)
		},
		before: { steps: [{ atMs: 0, run: 'kubectl apply -f web.yaml' }], lastsMs: 8000 },
		steps: [
			{ atMs: 1500, run: 'kubectl set image deployment/web web=web:v2' },
			{ atMs: 2200, run: 'kubectl rollout status deployment/web' }
		],
		traffic: [{ service: 'default/web', perSecond: 20, fromMs: 0, untilMs: 10_000 }],
		untilMs: 10_500
	},
	cues: [
		{ when: { beat: 'run', nth: 0 }, say: 'lesson.recreate.before' },
		{ when: { beat: 'deleting', image: 'web:v1' }, say: 'lesson.recreate.all' },
		{ when: { beat: 'waits' }, say: 'lesson.recreate.waits' },
		{ when: { beat: 'replica-set' }, say: 'lesson.recreate.new' },
		{ when: { beat: 'ready', image: 'web:v2' }, say: 'lesson.recreate.back' },
		{ when: { beat: 'complete', of }, say: 'lesson.recreate.why' }
	],
	facts: [
		{ claim: 'sizes', of, steps: ['web:v1 4→0', 'web:v2 0→4'] },
		{
			claim: 'order',
			moments: [
				{ beat: 'updated', of },
				{ beat: 'scaled-down', of },
				{ beat: 'deleting', image: 'web:v1', nth: 3 },
				{ beat: 'waits', of },
				{ beat: 'ended', image: 'web:v1', nth: 3 },
				{ beat: 'replica-set', of },
				{ beat: 'removed', image: 'web:v1', nth: 3 },
				{ beat: 'ready', image: 'web:v2' },
				{ beat: 'complete', of }
			]
		},
		{
			claim: 'never',
			moment: { beat: 'stored', image: 'web:v2' },
			to: { beat: 'ended', image: 'web:v1', nth: 3 }
		},
		{
			claim: 'dark',
			from: { beat: 'exited', image: 'web:v1', nth: 3 },
			to: { beat: 'ready', image: 'web:v2' },
			edgeMs: 5
		},
		{ claim: 'requests', leastFailed: 20, ways: ['refused', 'reset', 'timeout'] },
		{ claim: 'pods', most: 4 },
		{ claim: 'printed', text: 'deployment "web" successfully rolled out' }
	]
};
