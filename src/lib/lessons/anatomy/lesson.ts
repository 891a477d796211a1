import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';

export const anatomy: Lesson = {
	id: 'anatomy',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1'],
		steps: [{ atMs: 1000, run: 'kubectl get nodes' }],
		untilMs: 15_000
	},
	cues: [],
	facts: []
};
