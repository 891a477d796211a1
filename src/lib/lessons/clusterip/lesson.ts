import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';
import { probed, webDeployment } from '../web-manifest.ts';

const of = 'default/web';
const share = (version: string) => ({ claim: 'share', version, least: 1, most: 1 }) as const;

export const clusterIp: Lesson = {
	id: 'clusterip',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1'],
		files: { 'web.yaml': webDeployment({ replicas: 3, container: probed }) },
		before: { steps: [{ atMs: 0, run: 'kubectl apply -f web.yaml' }], lastsMs: 7000 },
		steps: [
			{ atMs: 0, run: 'kubectl expose deployment web --port=80' },
			{ atMs: 2000, run: 'kubectl get service,endpointslices' },
			{ atMs: 18_000, run: 'kubectl scale deployment web --replicas=0' },
			{ atMs: 24_000, run: 'kubectl get endpointslices' }
		],
		traffic: [{ service: 'default/web', perSecond: 20, fromMs: 3000, untilMs: 24_000 }],
		untilMs: 26_000
	},
	cues: [
		{ when: { beat: 'service', of }, say: 'lesson.clusterip.virtual' },
		{ when: { beat: 'slice', of }, say: 'lesson.clusterip.slice' },
		{ when: { beat: 'rules', of }, say: 'lesson.clusterip.rules' },
		{ when: { beat: 'serving', of }, say: 'lesson.clusterip.chance' },
		{ when: { beat: 'run', nth: 2 }, say: 'lesson.clusterip.scale' },
		{ when: { beat: 'endpoint-terminating', of }, say: 'lesson.clusterip.conditions' },
		{ when: { beat: 'failing', of }, say: 'lesson.clusterip.none' }
	],
	facts: [
		{
			claim: 'order',
			moments: [
				{ beat: 'service', of },
				{ beat: 'slice', of },
				{ beat: 'rules', of },
				{ beat: 'serving', of },
				{ beat: 'endpoint-terminating', of },
				{ beat: 'failing', of }
			]
		},
		{ claim: 'requests', leastFailed: 0, to: { beat: 'run', nth: 2 } },
		share('v1'),
		{
			claim: 'dark',
			from: { beat: 'exited', nth: 2 },
			to: { beat: 'run', nth: 3 },
			edgeMs: 5
		},
		{ claim: 'requests', leastFailed: 50, ways: ['refused', 'reset', 'timeout'] },
		{
			claim: 'endpoint',
			of,
			conditions: { ready: true, serving: true, terminating: false }
		},
		{
			claim: 'endpoint',
			of,
			conditions: { ready: false, serving: true, terminating: true }
		},
		{ claim: 'printed', text: 'service/web exposed' },
		{ claim: 'printed', text: 'ClusterIP' }
	]
};
