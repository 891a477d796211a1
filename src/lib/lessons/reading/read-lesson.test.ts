import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lessonTemplate } from '../lesson-template.ts';
import { problemLine } from './problem.ts';
import { readLesson } from './read-lesson.ts';

const good = lessonTemplate('mine');

type Change = Readonly<Record<string, string | undefined>>;

/** The problems of the small lesson with other files. */
function problems(change: Change): readonly string[] {
	const changed = Object.entries({ ...good, ...change });
	const files = changed.filter((entry): entry is [string, string] => entry[1] !== undefined);
	return readLesson(Object.fromEntries(files)).problems?.map(problemLine) ?? [];
}

/** As `problems`, with one part of a file replaced. */
const replaced = (file: string, from: string, to: string) => {
	expect(good[file]).toContain(from);
	return problems({ [file]: good[file]!.replace(from, to) });
};

const lesson = (from: string, to: string) => replaced('lesson.yaml', from, to);
const words = (from: string, to: string) => replaced('text/en.yaml', from, to);

describe('readLesson', () => {
	it('reads a lesson, its files and its words', () => {
		const { lesson: found } = readLesson(good);
		expect(found?.id).toBe('mine');
		expect(found?.scenario.nodes).toHaveLength(3);
		expect(found?.scenario.files).toEqual({ 'web.yaml': good['web.yaml'] });
		expect(found?.scenario.steps[1]).toEqual({ atMs: 6000, run: 'kubectl delete pod web' });
		expect(found?.questions[0]?.answers[1]?.right).toEqual({
			claim: 'count',
			moment: { beat: 'stored' },
			times: 1
		});
		expect(found?.texts['zh-Hant'].title).toBe('A Pod of its own');
	});

	it.each([
		[
			'a key that is not known',
			'until: 14s',
			'untill: 14s',
			'12:1: There is no “untill” here. Did you mean “until”?'
		],
		[
			'a beat that is not known',
			'{ beat: ready,',
			'{ beat: redy,',
			'17:17: “redy” is not known here. Did you mean “ready”?'
		],
		[
			'a beat that is like no other',
			'- when: run',
			'- when: nonsense',
			'15:9: “nonsense” is not known here. There are: run, refused'
		],
		[
			'a claim that is not known',
			'claim: printed',
			'claim: prints',
			'40:10: “prints” is not known here. Did you mean “printed”?'
		],
		[
			'a fact of the wrong shape',
			'text: pod "web" deleted',
			'text: [pod]',
			'41:9: Here some text is missing.'
		],
		['a fact without what it needs', 'times: 2', 'nth: 2', 'Here “times” is missing.'],
		['a time without a unit', 'at: 6s', 'at: 6', '10:7: Write a time: 500ms, 3s or 1m30s.'],
		['a program that is not there', 'kubectl delete', 'rm', '11:8: bash: rm: command not found'],
		[
			'a command that is not known',
			'kubectl delete',
			'kubectl delet',
			'11:8: unknown command "delet" for "kubectl" Did you mean this? delete'
		],
		[
			'a command that reads a file that is not there',
			'-f web.yaml',
			'-f wep.yaml',
			'9:8: The command reads wep.yaml, which is not among the lesson’s files.'
		],
		[
			'a file that is not there',
			'files: [web.yaml]',
			'files: [web.yaml, two.yaml]',
			'5:19: There is no file two.yaml in the lesson’s folder.'
		],
		[
			'one answer',
			'  - say: another\n    right: { claim: count, moment: stored, times: 2 }\n',
			'',
			'29:3: There must be 2 to 4 of these; here are 1.'
		],
		['an alias', 'id: mine', 'id: &id mine\nchapter: *id', '4:10: Write it out'],
		[
			'an object of a name that nothing has',
			'pod: default/web }\n  say: ready',
			'pod: web }\n  say: ready',
			'17:29: This should look like default/web.'
		]
	])('tells of %s, and where', (_, from, to, expected) => {
		expect(lesson(from, to).join('\n')).toContain(expected);
	});

	it('tells of every problem at once', () => {
		expect(lesson('id: mine', 'seed: -1')).toEqual([
			'lesson.yaml:3:1: Here “id” is missing.',
			'lesson.yaml:3:7: Write a whole number from 0 to 2147483648.'
		]);
	});

	it.each([
		[
			'words that are missing',
			'  gone: It is gone, and stays gone.\n',
			'',
			'text/en.yaml:3:1: Under cues the words for “gone” are missing.'
		],
		[
			'words for nothing',
			'begin: One Pod',
			'start: One Pod',
			'text/en.yaml:4:3: Nothing in the lesson is called “start”.'
		],
		[
			'an answer without words',
			'      none: Nothing\n',
			'',
			'text/en.yaml:14:5: Under questions.replacement.answers the words for “none” are missing.'
		],
		[
			'a note on nothing',
			'notes:\n  begin',
			'notes:\n  beginn',
			'text/en.yaml:9:3: Nothing in the lesson is called “beginn”. Did you mean “begin”?'
		],
		[
			'a name that objects have anyway',
			'cues:',
			'cues:\n  constructor: x\n  __proto__: y',
			'text/en.yaml:4:3: Nothing in the lesson is called “constructor”.'
		],
		[
			'a title that does not fit',
			'A Pod of its own',
			'A Pod '.repeat(20),
			'text/en.yaml:1:8: This has 119 characters; at most 60 can be shown.'
		],
		[
			'text that turns the direction of writing',
			'One Pod',
			'One \u202e Pod',
			'text/en.yaml:4:14: Here stands a character that can’t be seen.'
		]
	])('tells of %s, and where', (_, from, to, expected) => {
		expect(words(from, to).join('\n')).toContain(expected);
	});

	it('wants every language, unless the lesson says which it speaks', () => {
		const found = lesson('languages: [en]\n', '');
		expect(found[0]).toContain('text/zh-Hant.yaml:1:1: The words in zh-Hant are missing.');
		expect(found).toHaveLength(2);
	});

	it('tells of a note that one language has and another has not', () => {
		const both = good['lesson.yaml']!.replace('[en]', '[en, zh-Hans]');
		const other = good['text/en.yaml']!.replace(/ {2}gone: Compare.*\n/, '');
		expect(problems({ 'lesson.yaml': both, 'text/zh-Hans.yaml': other })).toEqual([
			'text/zh-Hans.yaml:8:1: Under notes the words for “gone” are missing.'
		]);
	});

	it.each([
		['apiVersion: v1\nkind: Pod\n metadata: x\n', 'web.yaml:2:'],
		['just words\n', 'web.yaml:1:1: This is not a Kubernetes object'],
		['\n', 'web.yaml:1:1: There is no object in this manifest.']
	])('tells of a broken manifest %j in its own file', (text, expected) => {
		expect(problems({ 'web.yaml': text })[0]).toContain(expected);
	});

	it('tells of a file that nothing names', () => {
		expect(problems({ 'other.yaml': 'kind: Pod' })).toEqual([
			'other.yaml:1:1: lesson.yaml doesn’t name this file. Name it under “files”, or take it away.'
		]);
	});

	it('tells in the reader’s language', () => {
		const files = { ...good, 'text/en.yaml': '' };
		expect(readLesson(files, 'zh-Hant').problems?.[0]?.message).toContain('這裡要寫名稱和值');
	});

	it('says so when there is no lesson', () => {
		expect(readLesson({}).problems?.[0]?.message).toContain('There is no lesson.yaml');
	});
});

/** The small lesson in one file. */
function single(manifest = good['web.yaml']!): Record<string, string> {
	const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by);
	const inside = `files:\n  web.yaml: |\n${indented(manifest, '    ')}`;
	const text = `text:\n  en:\n${indented(good['text/en.yaml']!, '    ')}`;
	return { 'mine.lesson.yaml': good['lesson.yaml']!.replace('files: [web.yaml]\n', inside + text) };
}

describe('a lesson in one file', () => {
	it('is the same lesson', () => {
		expect(readLesson(single()).lesson).toEqual(readLesson(good).lesson);
	});

	it('has its manifests’ problems at their lines of that file', () => {
		const lines = single()['mine.lesson.yaml']!.split('\n');
		const [problem] = readLesson(single('kind: Pod\n')).problems!;
		expect(problem).toMatchObject({ file: 'mine.lesson.yaml', column: 5 });
		expect(lines[problem!.line - 2]).toBe('  web.yaml: |');
	});
});

describe('hostile text', () => {
	const depth = 20_000;
	it.each([
		['nested without end', '['.repeat(depth)],
		['nested without end, in another way', '- '.repeat(depth)],
		['of a megabyte', `id: ${'x'.repeat(1_000_000)}`],
		['of zero bytes', '\0\0\0'],
		['that blows up', 'a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]'],
		['with keys that are no text', '? [a]\n: b'],
		['in two documents', 'id: a\n---\nid: b'],
		['with a tag', 'id: !!js/function "x"'],
		['with no fields', '42']
	])('%s is a problem, and no exception', (_, text) => {
		for (const file of ['lesson.yaml', 'text/en.yaml', 'web.yaml']) {
			expect(problems({ [file]: text }).length).toBeGreaterThan(0);
		}
	});

	it('never makes the reader throw, wherever it stands', () => {
		const file = fc.constantFrom('lesson.yaml', 'text/en.yaml', 'web.yaml');
		const piece = fc.oneof(
			fc.string({ maxLength: 8 }),
			fc.constantFrom(
				'\n',
				'  ',
				'- ',
				': ',
				'{',
				'[',
				'|\n',
				'&a ',
				'*a',
				'!x ',
				'"',
				"'",
				'%',
				'---\n'
			)
		);
		fc.assert(
			fc.property(file, fc.nat(1000), fc.nat(30), piece, (name, at, cut, put) => {
				const text = good[name]!;
				const where = at % text.length;
				const broken = text.slice(0, where) + put + text.slice(where + cut);
				const { lesson: found, problems: told } = readLesson({ ...good, [name]: broken });
				expect(found === undefined).toBe(told !== undefined);
				expect(told?.every(({ line, column }) => line >= 1 && column >= 1) ?? true).toBe(true);
			}),
			{ numRuns: 80 }
		);
	});
});
