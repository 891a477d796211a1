import type { Fact } from '../fact.ts';
import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';
import { always, others } from './manifests.ts';

const pod = 'default/always';

/** From one end to the next start; the kubelet looks at the latest half as long again later. */
const waits = (nth: number, seconds: number): Fact => ({
	claim: 'apart',
	from: { beat: 'exited', pod, nth },
	to: { beat: 'restarted', pod, nth },
	leastMs: seconds * 1000,
	mostMs: seconds * 1500 + 2500
});

export const crashLoop: Lesson = {
	id: 'crash-loop',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['busybox:1.36'],
		files: { 'always.yaml': always, 'others.yaml': others },
		steps: [
			{ atMs: 0, run: 'kubectl apply -f always.yaml' },
			{ atMs: 30_000, run: 'kubectl get pods' },
			{ atMs: 800_000, run: 'kubectl apply -f others.yaml' },
			{ atMs: 806_000, run: 'kubectl get pods' }
		],
		untilMs: 808_000
	},
	cues: [
		{ when: { beat: 'exited', pod, nth: 0 }, say: 'lesson.crash-loop.ended' },
		{ when: { beat: 'restarted', pod, nth: 0 }, say: 'lesson.crash-loop.again' },
		{ when: { beat: 'backs-off', pod, nth: 0 }, say: 'lesson.crash-loop.waits' },
		{ when: { beat: 'run', nth: 1 }, say: 'lesson.crash-loop.word' },
		{ when: { beat: 'backs-off', pod, nth: 5 }, say: 'lesson.crash-loop.cap' },
		{ when: { beat: 'run', nth: 2 }, say: 'lesson.crash-loop.policies' },
		{ when: { beat: 'run', nth: 3 }, say: 'lesson.crash-loop.phases' }
	],
	facts: [
		waits(1, 10),
		waits(2, 20),
		waits(3, 40),
		waits(4, 80),
		waits(5, 160),
		waits(6, 300),
		{ claim: 'count', moment: { beat: 'sandbox', pod }, times: 1 },
		{ claim: 'never', moment: { beat: 'ended', pod } },
		{ claim: 'never', moment: { beat: 'restarted', pod: 'default/on-failure' } },
		{ claim: 'never', moment: { beat: 'restarted', pod: 'default/never' } },
		{
			claim: 'object',
			key: 'pods/default/on-failure',
			path: ['status', 'phase'],
			is: 'Succeeded'
		},
		{ claim: 'object', key: 'pods/default/never', path: ['status', 'phase'], is: 'Failed' },
		{ claim: 'object', key: `pods/${pod}`, path: ['status', 'phase'], is: 'Running' },
		{ claim: 'event', reason: 'BackOff', text: 'restarting failed container' },
		{ claim: 'printed', text: 'CrashLoopBackOff' }
	]
};
