import { describe, expect, it } from 'vitest';
import { simulate } from '#lib/source/simulate.ts';
import { beatNames } from '#lib/trace/beat-name.ts';
import guide from '../../../docs/writing-lessons.md?raw';
import { lessonFaults } from './lesson-faults.ts';
import { lessonTemplate } from './lesson-template.ts';
import { factShapes } from './reading/fact-shape.ts';
import { answerShape, cueShape, lessonShape, questionShape } from './reading/lesson-shape.ts';
import { momentShape } from './reading/moment-shape.ts';
import { readLesson } from './reading/read-lesson.ts';
import {
	beforeShape,
	clusterShape,
	faultShape,
	nodeShape,
	stepShape,
	taintShape,
	trafficShape
} from './reading/scenario-shape.ts';
import { questionTextShape, textShape } from './reading/text-shape.ts';

const [steps = '', reference = ''] = guide.split('# Reference');
const blocks = [...steps.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text!);

/** The block that begins so. */
const block = (start: string): string => {
	const found = blocks.filter((text) => text.startsWith(start));
	expect(found, start).toHaveLength(1);
	return found[0]!;
};

/** The lesson that comes out of following the guide to the letter. */
function followed(): Record<string, string> {
	const parts = ['id: my-lesson', 'cues:', 'questions:', 'facts:'].map(block);
	return {
		...lessonTemplate('my-lesson'),
		'lesson.yaml': parts.join('\n'),
		'shop.yaml': block('apiVersion: apps/v1'),
		'text/en.yaml': block('title: Who')
	};
}

describe('the guide to writing lessons', () => {
	it('leads to a lesson that is in order, with any seed', () => {
		const { lesson, places, problems } = readLesson(followed());
		expect(problems).toBeUndefined();
		for (const seed of [1, 2, 3]) {
			const trace = simulate({ ...lesson!.scenario, seed });
			expect(lessonFaults(lesson!, places!, trace)).toEqual([]);
		}
	});

	it('begins with a lesson that is in order', () => {
		const { lesson, places } = readLesson(lessonTemplate('my-lesson'));
		expect(lessonFaults(lesson!, places!, simulate(lesson!.scenario))).toEqual([]);
	});

	it('tells of every beat, and of no other', () => {
		const beats = reference.split('## Beats')[1]!;
		const told = [...beats.matchAll(/^\| `([a-z-]+)`/gm)].map(([, name]) => name);
		expect(told).toEqual([...beatNames]);
	});

	it('tells of every claim with all that it says, and of no other', () => {
		const claims = reference.split('## Claims')[1]!.split('## Beats')[0]!;
		const rows = [...claims.matchAll(/^\| `([a-z-]+)`\s+\|(.*)/gm)];
		expect(rows.map(([, name]) => name)).toEqual(Object.keys(factShapes));
		for (const [name, shape] of Object.entries(factShapes)) {
			const row = rows.find(([, each]) => each === name)![2]!;
			const span = row.includes('_span_') ? ['from', 'after', 'to'] : [];
			const missing = shape.keys.filter(
				(key) => key !== 'claim' && !span.includes(key) && !row.includes(`\`${key}\``)
			);
			expect([name, ...missing]).toEqual([name]);
		}
	});

	it.each([
		['lesson', lessonShape],
		['cue', cueShape],
		['question', questionShape],
		['answer', answerShape],
		['moment', momentShape],
		['cluster', clusterShape],
		['node', nodeShape],
		['taint', taintShape],
		['before', beforeShape],
		['step', stepShape],
		['traffic', trafficShape],
		['fault', faultShape],
		['text', textShape],
		['question’s words', questionTextShape]
	])('tells of every key of a %s', (_, shape) => {
		expect(shape.keys.filter((key) => !reference.includes(`\`${key}\``))).toEqual([]);
	});
});
