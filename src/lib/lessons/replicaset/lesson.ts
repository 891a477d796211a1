import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';
import { manifest } from './manifest.ts';

const of = 'default/web';
const template = { beat: 'run', nth: 4 } as const;

export const replicaSet: Lesson = {
	id: 'replicaset',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1', 'web:v2'],
		files: { 'web.yaml': manifest },
		before: {
			steps: [
				{ atMs: 0, run: 'kubectl run one --image=web:v1 --labels=app=web' },
				{ atMs: 100, run: 'kubectl run two --image=web:v1 --labels=app=web' }
			],
			lastsMs: 5000
		},
		steps: [
			{ atMs: 0, run: 'kubectl create -f web.yaml' },
			{ atMs: 6000, run: 'kubectl delete pod one --wait=false' },
			{ atMs: 12_000, run: 'kubectl label pod two app=debug --overwrite' },
			{ atMs: 18_000, run: 'kubectl run extra --image=web:v1 --labels=app=web' },
			{ atMs: 24_000, run: 'kubectl set image rs/web web=web:v2' },
			{ atMs: 27_000, run: 'kubectl get pods --show-labels' }
		],
		untilMs: 29_000
	},
	cues: [
		{ when: { beat: 'adopted', nth: 0 }, say: 'lesson.replicaset.adopts' },
		{ when: { beat: 'run', nth: 1 }, say: 'lesson.replicaset.deleted' },
		{ when: { beat: 'run', nth: 2 }, say: 'lesson.replicaset.relabelled' },
		{ when: { beat: 'released' }, say: 'lesson.replicaset.released' },
		{ when: { beat: 'run', nth: 3 }, say: 'lesson.replicaset.extra' },
		{ when: template, say: 'lesson.replicaset.template' },
		{ when: { beat: 'run', nth: 5 }, say: 'lesson.replicaset.loop' }
	],
	facts: [
		{ claim: 'count', moment: { beat: 'adopted', of }, times: 3 },
		{
			claim: 'order',
			moments: [
				{ beat: 'adopted', pod: 'default/one' },
				{ beat: 'deleting', pod: 'default/one' },
				{ beat: 'relabelled', pod: 'default/two' },
				{ beat: 'released', pod: 'default/two' },
				{ beat: 'adopted', pod: 'default/extra' },
				{ beat: 'deleting', pod: 'default/extra' }
			]
		},
		{ claim: 'count', moment: { beat: 'stored', of }, times: 3 },
		{ claim: 'never', moment: { beat: 'deleting', pod: 'default/two' } },
		{ claim: 'never', moment: { beat: 'stored' }, from: template },
		{ claim: 'never', moment: { beat: 'deleting' }, from: template },
		{
			claim: 'object',
			key: 'pods/default/two',
			path: ['metadata', 'ownerReferences'],
			is: undefined
		},
		{
			claim: 'object',
			key: 'pods/default/two',
			path: ['metadata', 'ownerReferences', 0, 'name'],
			is: 'web',
			ever: true
		},
		{ claim: 'object', key: 'replicasets/default/web', path: ['status', 'readyReplicas'], is: 3 }
	]
};
