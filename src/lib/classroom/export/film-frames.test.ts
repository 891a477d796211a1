import { describe, expect, it } from 'vitest';
import { frameCount, shotsOf } from './film-frames.ts';
import type { Story } from './story.ts';

/** A story in which a dot moves from the first second to the second, and nothing else. */
const story: Story = {
	id: 'dot',
	path: 'lessons/dot/',
	title: 'A dot',
	locale: 'en',
	state: '',
	atMs: 0,
	beats: [],
	questions: [],
	tempo: {
		mode: 'true',
		startMs: 0,
		endMs: 3000,
		durationMs: 3000,
		toScreen: (ms) => ms,
		toCluster: (ms) => ms
	},
	sceneAt: (ms, { width, height }) => ({
		width,
		height,
		marks: [{ type: 'circle', key: 'dot', cx: Math.min(2000, Math.max(1000, ms)), cy: 0, r: 5 }]
	}),
	captionAt: () => ({ sentence: 'It moves.', call: null, fact: '', seq: null, sinceMs: 0 })
};
const size = { width: 1280, height: 720 };
const film = (reel = { fromMs: 0, toMs: 3000 }) => [...shotsOf(story, reel, 100, size)];

describe('the frames of a film', () => {
	it('follow each other without a gap, to the end of what is filmed', () => {
		const shots = film();
		shots.forEach(({ frame }, i) => {
			const before = shots[i - 1];
			expect(frame).toBe(before ? before.frame + before.frames : 0);
		});
		const last = shots.at(-1)!;
		expect(last.frame + last.frames).toBe(frameCount({ fromMs: 0, toMs: 3000 }, 100));
	});

	it('are the same whenever the same is filmed', () => {
		expect(film()).toEqual(film());
	});

	it('show the caption and the clock under the picture', () => {
		const texts = film()[0]!.scene.marks.flatMap((mark) => (mark.type === 'text' ? mark.text : []));
		expect(texts).toEqual(['It moves.', '0.000 s']);
	});

	it('show a part of the story from its own first moment on', () => {
		const [first] = film({ fromMs: 1500, toMs: 1700 });
		expect(first!.scene.marks[0]).toMatchObject({ key: 'dot', cx: 1500 });
		expect(frameCount({ fromMs: 1500, toMs: 1700 }, 100)).toBe(3);
	});
});

describe('a shot', () => {
	it('stands for all frames in which nothing moves, but never for more than half a second', () => {
		const still: Story = { ...story, tempo: { ...story.tempo, toCluster: () => 0 } };
		const shots = [...shotsOf(still, { fromMs: 0, toMs: 3000 }, 100, size)];
		expect(shots.map(({ frames }) => frames)).toEqual([5, 5, 5, 5, 5, 5, 1]);
	});
});
