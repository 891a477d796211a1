import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';
import { liveness, readiness, startup } from './manifests.ts';

const pod = { ready: 'default/readiness', live: 'default/liveness', slow: 'default/startup' };

export const probes: Lesson = {
	id: 'probes',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['busybox:1.36', 'web:v1', 'registry.k8s.io/etcd:3.5.1-0'],
		files: { 'readiness.yaml': readiness, 'liveness.yaml': liveness, 'startup.yaml': startup },
		steps: [
			{ atMs: 0, run: 'kubectl apply -f readiness.yaml' },
			{ atMs: 11_000, run: 'kubectl get pods' },
			{ atMs: 18_000, run: 'kubectl apply -f liveness.yaml' },
			{ atMs: 36_000, run: 'kubectl apply -f startup.yaml' },
			{ atMs: 45_000, run: 'kubectl get pods' }
		],
		untilMs: 46_000
	},
	cues: [
		{ when: { beat: 'ready', pod: pod.ready }, say: 'lesson.probes.readiness' },
		{ when: { beat: 'unready', pod: pod.ready }, say: 'lesson.probes.unready' },
		{ when: { beat: 'endpoint-unready' }, say: 'lesson.probes.endpoints' },
		{ when: { beat: 'started', pod: pod.live }, say: 'lesson.probes.liveness' },
		{ when: { beat: 'restarted', pod: pod.live }, say: 'lesson.probes.restarted' },
		{ when: { beat: 'started', pod: pod.slow }, say: 'lesson.probes.startup' },
		{ when: { beat: 'probe-passed', pod: pod.slow }, say: 'lesson.probes.passed' },
		{ when: { beat: 'run', nth: 4 }, say: 'lesson.probes.ways' }
	],
	facts: [
		{
			claim: 'order',
			moments: [
				{ beat: 'ready', pod: pod.ready },
				{ beat: 'endpoint-ready' },
				{ beat: 'probe-failed', pod: pod.ready },
				{ beat: 'unready', pod: pod.ready },
				{ beat: 'endpoint-unready' },
				{ beat: 'ready', pod: pod.ready, nth: 1 },
				{ beat: 'endpoint-ready', nth: 1 }
			]
		},
		{
			claim: 'endpoint',
			of: 'default/web',
			conditions: { ready: false, serving: false, terminating: false }
		},
		{ claim: 'never', moment: { beat: 'exited', pod: pod.ready } },
		{
			claim: 'order',
			moments: [
				{ beat: 'started', pod: pod.live },
				{ beat: 'probe-failed', pod: pod.live },
				{ beat: 'sigterm', pod: pod.live },
				{ beat: 'exited', pod: pod.live },
				{ beat: 'restarted', pod: pod.live }
			]
		},
		{
			claim: 'apart',
			from: { beat: 'started', pod: pod.live },
			to: { beat: 'probe-failed', pod: pod.live },
			leastMs: 7500,
			mostMs: 10_500
		},
		{ claim: 'count', moment: { beat: 'sandbox', pod: pod.live }, times: 1 },
		{
			claim: 'order',
			moments: [
				{ beat: 'started', pod: pod.slow },
				{ beat: 'probe-passed', pod: pod.slow },
				{ beat: 'ready', pod: pod.slow }
			]
		},
		{ claim: 'never', moment: { beat: 'restarted', pod: pod.slow } },
		{ claim: 'order', moments: [{ beat: 'ready', pod: 'default/grpc' }] },
		{ claim: 'event', reason: 'Unhealthy', text: 'Readiness probe failed' },
		{ claim: 'event', reason: 'Killing', text: 'failed liveness probe, will be restarted' },
		{ claim: 'printed', text: '0/1' }
	]
};
