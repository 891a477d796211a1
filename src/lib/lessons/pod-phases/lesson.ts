import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';

export const podPhases: Lesson = {
	id: 'pod-phases',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['busybox:1.36'],
		steps: [
			{
				atMs: 0,
				run: "kubectl run done --image=busybox:1.36 --restart=Never -- sh -c 'sleep 3; exit 0'"
			}
		],
		untilMs: 15_000
	},
	cues: [],
	facts: []
};
