import { describe, expect, it } from 'vitest';
import { progressOf, suggestion, withVisit, type LessonProgress } from './progress.ts';

const order = ['anatomy', 'create-pod', 'pod-phases', 'probes'];
const visit = (id: string, atMs: number, seen = false): LessonProgress => ({
	id,
	atMs,
	endMs: 1000,
	seen
});

describe('withVisit', () => {
	it('puts the last lesson last, once', () => {
		const progress = [visit('probes', 10), visit('anatomy', 20)];
		expect(withVisit(progress, visit('probes', 30))).toEqual([
			visit('anatomy', 20),
			visit('probes', 30)
		]);
	});

	it('lets what was seen once stay seen', () => {
		expect(withVisit([visit('probes', 1000, true)], visit('probes', 5))).toEqual([
			visit('probes', 5, true)
		]);
	});
});

describe('suggestion', () => {
	it.each([
		['the first lesson to who comes first', [], { id: 'create-pod', why: 'start' }],
		[
			'the place where the last lesson was left',
			[visit('anatomy', 1000, true), visit('create-pod', 300)],
			{ id: 'create-pod', why: 'continue', atMs: 300 }
		],
		[
			'the next one after the end',
			[visit('create-pod', 1000, true)],
			{ id: 'pod-phases', why: 'next' }
		],
		[
			'one that was passed over when there is none after it',
			[
				visit('create-pod', 1000, true),
				visit('pod-phases', 1000, true),
				visit('probes', 1000, true)
			],
			{ id: 'anatomy', why: 'next' }
		],
		[
			'the first once more when all were seen',
			order.map((id) => visit(id, 1000, true)),
			{ id: 'create-pod', why: 'again' }
		],
		['no lesson that is gone', [visit('forgotten', 300)], { id: 'create-pod', why: 'start' }],
		[
			'a lesson that was only opened as the next',
			[visit('probes', 0)],
			{ id: 'probes', why: 'next' }
		]
	])('suggests %s', (_, progress, expected) => {
		expect(suggestion(order, progress, 'create-pod')).toEqual(expected);
	});
});

describe('progressOf', () => {
	it('reads what was kept', () => {
		const progress = [visit('probes', 10), visit('anatomy', 20, true)];
		expect(progressOf(JSON.stringify(progress))).toEqual(progress);
	});

	it.each(['', '{', '{}', 'null', '[1, {"id": 2}, {"id": "x", "atMs": null}]'])(
		'takes %j for nothing',
		(text) => {
			expect(progressOf(text)).toEqual([]);
		}
	);
});
