import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';

export const createPod: Lesson = {
	id: 'create-pod',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		steps: [
			{ atMs: 0, run: 'kubectl get pods -w' },
			{ atMs: 700, run: 'kubectl run web --image=web:v1' }
		],
		untilMs: 4000
	},
	cues: [],
	facts: []
};
