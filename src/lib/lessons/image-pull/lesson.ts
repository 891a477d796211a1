import type { Lesson } from '../lesson.ts';
import { threeWorkers } from '../three-workers.ts';

export const imagePull: Lesson = {
	id: 'image-pull',
	scenario: {
		seed: 1,
		nodes: threeWorkers,
		steps: [
			{ atMs: 0, run: 'kubectl run web --image=web:v9' },
			{ atMs: 40_000, run: 'kubectl get pods' },
			{ atMs: 70_000, run: 'kubectl set image pod/web web=web:v1' }
		],
		untilMs: 100_000
	},
	cues: [
		{ when: { beat: 'pull-failed', nth: 0 }, say: 'lesson.image-pull.failed' },
		{ when: { beat: 'run', nth: 1 }, say: 'lesson.image-pull.backoff' },
		{ when: { beat: 'run', nth: 2 }, say: 'lesson.image-pull.corrected' },
		{ when: { beat: 'ready' }, say: 'lesson.image-pull.runs' }
	],
	facts: [
		{
			claim: 'order',
			moments: [
				{ beat: 'sandbox' },
				{ beat: 'pull-failed', nth: 0 },
				{ beat: 'pull-failed', nth: 1 },
				{ beat: 'pulled' },
				{ beat: 'started' },
				{ beat: 'ready' }
			]
		},
		{
			claim: 'apart',
			from: { beat: 'pull-failed', nth: 0 },
			to: { beat: 'pull-failed', nth: 1 },
			leastMs: 18_000,
			mostMs: 24_000
		},
		{ claim: 'printed', text: 'ImagePull' },
		{ claim: 'printed', text: 'pod/web image updated' }
	]
};
