import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';

export const imagePull: Lesson = {
	id: 'image-pull',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		steps: [
			{ atMs: 0, run: 'kubectl run web --image=web:v9' },
			{ atMs: 60_000, run: 'kubectl set image pod/web web=web:v1' }
		],
		untilMs: 120_000
	},
	cues: [],
	facts: []
};
