import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';
import { addOns } from './add-ons.ts';

const images = {
	coreDns: 'registry.k8s.io/coredns/coredns:v1.13.1',
	metricsServer: 'registry.k8s.io/metrics-server/metrics-server:v0.8.0'
};
const pod = 'default/web';

export const anatomy: Lesson = {
	id: 'anatomy',
	showWatches: true,
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1', ...Object.values(images)],
		files: { 'add-ons.yaml': addOns },
		steps: [
			{ atMs: 1000, run: 'kubectl apply -f add-ons.yaml' },
			{ atMs: 5000, run: 'kubectl get nodes' },
			{ atMs: 7000, run: 'kubectl run web --image=web:v1' },
			{ atMs: 11_000, run: 'kubectl get pods -A -o wide' }
		],
		untilMs: 13_000
	},
	cues: [
		{ when: { beat: 'run', nth: 0 }, say: 'lesson.anatomy.person' },
		{ when: { beat: 'ready', image: images.metricsServer }, say: 'lesson.anatomy.add-ons' },
		{ when: { beat: 'stored', pod }, say: 'lesson.anatomy.etcd' },
		{ when: { beat: 'bound', pod }, say: 'lesson.anatomy.scheduler' },
		{ when: { beat: 'sandbox', pod }, say: 'lesson.anatomy.worker' },
		{ when: { beat: 'run', nth: 3 }, say: 'lesson.anatomy.ask' }
	],
	facts: [
		{ claim: 'only-api-server-talks-to-etcd' },
		{ claim: 'scheduler-never-calls-a-kubelet' },
		{ claim: 'printed', text: 'worker-3' },
		{
			claim: 'order',
			moments: [
				{ beat: 'stored', pod },
				{ beat: 'bound', pod },
				{ beat: 'seen', pod },
				{ beat: 'started', pod },
				{ beat: 'ready', pod }
			]
		},
		{
			claim: 'object',
			key: 'deployments/kube-system/coredns',
			path: ['status', 'readyReplicas'],
			is: 2
		},
		{
			claim: 'object',
			key: 'deployments/kube-system/metrics-server',
			path: ['status', 'readyReplicas'],
			is: 1
		},
		{
			claim: 'object',
			key: 'services/specs/kube-system/kube-dns',
			path: ['spec', 'clusterIP'],
			is: '10.96.0.10'
		},
		{ claim: 'printed', text: 'metrics-server-' }
	]
};
