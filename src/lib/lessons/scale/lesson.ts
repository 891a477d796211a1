import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';
import { webDeployment } from '../web-manifest.ts';

const of = 'default/web';

export const scale: Lesson = {
	id: 'scale',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1'],
		files: {
			'web.yaml': webDeployment({
				replicas: 2,
				container: ['resources:', '  requests:', '    cpu: 900m']
			})
		},
		before: { steps: [{ atMs: 0, run: 'kubectl apply -f web.yaml' }], lastsMs: 5000 },
		steps: [
			{ atMs: 0, run: 'kubectl scale deployment web --replicas=7' },
			{ atMs: 8000, run: 'kubectl get pods' },
			{ atMs: 11_000, run: 'kubectl scale deployment web --replicas=5' },
			{ atMs: 16_000, run: 'kubectl scale deployment web --replicas=1' },
			{ atMs: 24_000, run: 'kubectl get deployment,rs' }
		],
		untilMs: 26_000
	},
	cues: [
		{ when: { beat: 'run', nth: 0 }, say: 'lesson.scale.number' },
		{ when: { beat: 'scaled-up' }, say: 'lesson.scale.same' },
		{ when: { beat: 'unschedulable' }, say: 'lesson.scale.full' },
		{ when: { beat: 'run', nth: 2 }, say: 'lesson.scale.pending' },
		{ when: { beat: 'run', nth: 3 }, say: 'lesson.scale.ranking' },
		{ when: { beat: 'run', nth: 4 }, say: 'lesson.scale.done' }
	],
	facts: [
		{ claim: 'sizes', of, steps: ['web:v1 2→7', 'web:v1 7→5', 'web:v1 5→1'] },
		{ claim: 'never', moment: { beat: 'replica-set' } },
		{ claim: 'never', moment: { beat: 'updated' } },
		{ claim: 'count', moment: { beat: 'resized', of }, times: 3 },
		{ claim: 'removed-first', because: 'unassigned', nth: 0 },
		{ claim: 'removed-first', because: 'doubled up', nth: 1 },
		{ claim: 'count', moment: { beat: 'stored' }, times: 5 },
		{ claim: 'count', moment: { beat: 'deleting' }, times: 6 },
		{
			claim: 'object',
			key: 'deployments/default/web',
			path: ['metadata', 'annotations', 'deployment.kubernetes.io/revision'],
			is: '1'
		},
		{ claim: 'printed', text: 'deployment.apps/web scaled' }
	]
};
