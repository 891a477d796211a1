import type { Templates } from '#lib/i18n/define-messages.ts';
import { fillTemplate } from '#lib/i18n/fill-template.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { lessonProblems } from '#lib/i18n/messages/lesson-problems.ts';

/** Where something stands in a lesson's files; line and column count from 1. */
export interface Place {
	readonly file: string;
	readonly line: number;
	readonly column: number;
}

/** Something that keeps a lesson from being played. */
export interface LessonProblem extends Place {
	readonly message: string;
}

export type ProblemKey = keyof (typeof lessonProblems)['en'];

/** So many are told at once; who has more begins with these. */
const mostProblems = 100;

/** Collects what is wrong with a lesson, in one language. */
export class Problems {
	readonly found: LessonProblem[] = [];
	readonly #locale: Locale;

	constructor(locale: Locale) {
		this.#locale = locale;
	}

	add(
		{ file, line, column }: Place,
		key: ProblemKey,
		values: Record<string, string | number> = {}
	): void {
		const templates: Templates = lessonProblems[this.#locale];
		this.say({ file, line, column }, fillTemplate(templates[key]!, values));
	}

	/** Tells in words that come from elsewhere, e.g. kubectl's. */
	say({ file, line, column }: Place, message: string): void {
		if (this.found.length < mostProblems) this.found.push({ file, line, column, message });
	}
}

/** As compilers print it: `lesson.yaml:3:5: …`. */
export function problemLine({ file, line, column, message }: LessonProblem): string {
	return `${file}:${line}:${column}: ${message}`;
}
