import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';
import { manifest } from './manifests.ts';

const [hasty, patient] = ['default/hasty', 'default/patient'];
const second = { beat: 'run', nth: 1 } as const;

export const endpointRace: Lesson = {
	id: 'endpoint-race',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1'],
		files: { 'web.yaml': manifest },
		before: { steps: [{ atMs: 0, run: 'kubectl apply -f web.yaml' }], lastsMs: 5000 },
		steps: [
			{ atMs: 1000, run: 'kubectl delete pod hasty' },
			{ atMs: 6000, run: 'kubectl delete pod patient' }
		],
		traffic: [{ service: 'default/web', perSecond: 150, fromMs: 0, untilMs: 12_000 }],
		untilMs: 20_000
	},
	cues: [
		{ when: { beat: 'run', nth: 0 }, say: 'lesson.endpoint-race.before' },
		{ when: { beat: 'deleting', pod: hasty }, say: 'lesson.endpoint-race.both' },
		{ when: { beat: 'failing' }, say: 'lesson.endpoint-race.lost' },
		{ when: second, say: 'lesson.endpoint-race.again' },
		{ when: { beat: 'pre-stop', pod: patient }, say: 'lesson.endpoint-race.waits' },
		{ when: { beat: 'removed', pod: patient }, say: 'lesson.endpoint-race.none' }
	],
	facts: [
		{
			claim: 'beside',
			one: { beat: 'endpoint-terminating', pod: hasty },
			other: { beat: 'sigterm', pod: hasty },
			withinMs: 60
		},
		{
			claim: 'order',
			moments: [
				{ beat: 'deleting', pod: hasty },
				{ beat: 'endpoint-terminating', pod: hasty },
				{ beat: 'endpoint-gone', pod: hasty }
			]
		},
		{ claim: 'requests', leastFailed: 1, ways: ['refused', 'reset', 'timeout'], to: second },
		{
			claim: 'order',
			moments: [
				{ beat: 'deleting', pod: patient },
				{ beat: 'endpoint-terminating', pod: patient },
				{ beat: 'sigterm', pod: patient }
			]
		},
		{
			claim: 'apart',
			from: { beat: 'pre-stop', pod: patient },
			to: { beat: 'sigterm', pod: patient },
			leastMs: 2990,
			mostMs: 3300
		},
		{ claim: 'requests', leastFailed: 0, from: second },
		{
			claim: 'object',
			key: 'pods/default/patient',
			path: ['spec', 'containers', 0, 'lifecycle', 'preStop', 'sleep', 'seconds'],
			is: 3,
			at: { beat: 'deleting', pod: patient }
		}
	]
};
