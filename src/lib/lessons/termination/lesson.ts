import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';

export const termination: Lesson = {
	id: 'termination',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1'],
		steps: [
			{ atMs: 0, run: 'kubectl run web --image=web:v1' },
			{ atMs: 8000, run: 'kubectl delete pod web' }
		],
		untilMs: 60_000
	},
	cues: [],
	facts: []
};
