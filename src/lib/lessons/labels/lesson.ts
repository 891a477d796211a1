import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';
import { pods, set } from './manifests.ts';

export const labels: Lesson = {
	id: 'labels',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1'],
		files: { 'pods.yaml': pods, 'set.yaml': set },
		before: { steps: [{ atMs: 0, run: 'kubectl apply -f pods.yaml' }], lastsMs: 5000 },
		steps: [
			{ atMs: 0, run: 'kubectl get pods --show-labels' },
			{ atMs: 2000, run: 'kubectl get pods -l app=shop' },
			{ atMs: 4000, run: `kubectl get pods -l 'tier in (front,back),env!=test'` },
			{ atMs: 6000, run: 'kubectl label pod shop-test env=live --overwrite' },
			{ atMs: 8000, run: 'kubectl get pods -l env=live' },
			{ atMs: 10_000, run: 'kubectl apply -f set.yaml' },
			{ atMs: 15_000, run: 'kubectl get rs -o wide' }
		],
		untilMs: 17_000
	},
	cues: [
		{ when: { beat: 'run', nth: 0 }, say: 'lesson.labels.pairs' },
		{ when: { beat: 'run', nth: 1 }, say: 'lesson.labels.equal' },
		{ when: { beat: 'run', nth: 2 }, say: 'lesson.labels.sets' },
		{ when: { beat: 'relabelled' }, say: 'lesson.labels.moved' },
		{ when: { beat: 'run', nth: 5 }, say: 'lesson.labels.selector' },
		{ when: { beat: 'adopted' }, say: 'lesson.labels.joined' }
	],
	facts: [
		{ claim: 'printed', text: 'app=shop,env=test,tier=front' },
		{
			claim: 'order',
			moments: [{ beat: 'relabelled', pod: 'default/shop-test' }, { beat: 'adopted' }]
		},
		{ claim: 'count', moment: { beat: 'adopted' }, times: 3 },
		{ claim: 'never', moment: { beat: 'adopted', pod: 'default/mail' } },
		{ claim: 'never', moment: { beat: 'stored' } },
		{ claim: 'never', moment: { beat: 'deleting' } },
		{
			claim: 'object',
			key: 'pods/default/shop-test',
			path: ['metadata', 'ownerReferences', 0, 'kind'],
			is: 'ReplicaSet'
		}
	]
};
