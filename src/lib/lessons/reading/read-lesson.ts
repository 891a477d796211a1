import { locales, type Locale } from '#lib/i18n/locale.ts';
import type { Lesson } from '../lesson.ts';
import { checkCommands } from './check-commands.ts';
import { checkNames, everyLocale, type SpokenText } from './check-names.ts';
import { languages, lessonShape, type LessonParts } from './lesson-shape.ts';
import { parseYaml } from './parse-yaml.ts';
import { Problems, type LessonProblem, type Place } from './problem.ts';
import { readManifests } from './read-manifests.ts';
import { lessonText } from './text-shape.ts';
import { fieldOf, type Fields, type Value } from './value.ts';
import { workers } from '../workers.ts';

/** A lesson that can be played, or everything that keeps it from that. */
export type LessonReading =
	| { readonly lesson: Lesson; readonly places: LessonPlaces; readonly problems?: undefined }
	| {
			readonly lesson?: undefined;
			readonly places?: undefined;
			readonly problems: readonly LessonProblem[];
	  };

/** Where the parts of a lesson stand that only its recording can prove wrong, in their order. */
export interface LessonPlaces {
	readonly cues: readonly Place[];
	readonly questions: readonly Place[];
	readonly facts: readonly Place[];
}

/**
 * Reads a lesson from the texts of its files, by their paths within its folder: `lesson.yaml`, the manifests that it
 * names, `text/en.yaml` and the other languages; or from one file `*.lesson.yaml` that holds manifests and texts itself.
 * Never throws, whatever stands in them.
 *
 * @param locale in which problems are told
 */
export function readLesson(
	files: Readonly<Record<string, string>>,
	locale: Locale = 'en'
): LessonReading {
	const problems = new Problems(locale);
	const found = readParts(files, problems);
	return found && problems.found.length === 0 ? found : { problems: problems.found };
}

function readParts(
	files: Readonly<Record<string, string>>,
	problems: Problems
): { readonly lesson: Lesson; readonly places: LessonPlaces } | undefined {
	const main = mainFile(Object.keys(files));
	if (main === undefined) {
		problems.add({ file: 'lesson.yaml', line: 1, column: 1 }, 'noLessonFile');
		return undefined;
	}
	const value = parseYaml(main, files[main]!, problems);
	if (!value) return undefined;
	const parts = lessonShape(value, problems);
	if (value.type !== 'fields') return undefined;
	const manifests = manifestsOf(value, main, files, problems);
	const names = namesOf(value);
	checkUnused(Object.keys(files), main, names, problems);
	const before = fieldOf(value, 'before')?.value;
	for (const steps of [
		before?.type === 'fields' && fieldOf(before, 'steps'),
		fieldOf(value, 'steps')
	]) {
		if (steps) checkCommands(steps.value, names, problems);
	}
	const spoken = textsOf(value, main, files, problems);
	if (!parts || !spoken) return undefined;
	checkNames(parts, spoken, problems);
	const texts = everyLocale(spoken);
	const places = {
		cues: placesOf(value, 'cues'),
		questions: placesOf(value, 'questions'),
		facts: placesOf(value, 'facts')
	};
	return texts && { lesson: lessonOf(parts, manifests ?? {}, texts), places };
}

function placesOf(lesson: Fields, name: string): readonly Place[] {
	const list = fieldOf(lesson, name)?.value;
	return list?.type === 'list' ? list.items.map(({ place }) => place) : [];
}

function lessonOf(
	parts: LessonParts,
	files: Readonly<Record<string, string>>,
	texts: Lesson['texts']
): Lesson {
	const { id, chapter, showWatches, cues = [], questions = [], facts = [], cluster } = parts;
	const { seed = 1, before, steps, traffic, faults, untilMs } = parts;
	return {
		id,
		...(chapter && { chapter }),
		scenario: {
			seed,
			...(cluster ?? { nodes: workers(3) }),
			...(Object.keys(files).length > 0 && { files }),
			...(before && { before }),
			steps,
			...(traffic && { traffic }),
			...(faults && { faults }),
			...(untilMs !== undefined && { untilMs })
		},
		...(showWatches && { showWatches }),
		cues,
		questions,
		facts,
		texts
	};
}

function mainFile(paths: readonly string[]): string | undefined {
	if (paths.includes('lesson.yaml')) return 'lesson.yaml';
	const single = paths.filter((path) => path.endsWith('.lesson.yaml'));
	return single.length === 1 ? single[0] : undefined;
}

function manifestsOf(
	lesson: Fields,
	main: string,
	files: Readonly<Record<string, string>>,
	problems: Problems
): Readonly<Record<string, string>> | undefined {
	const value = fieldOf(lesson, 'files')?.value;
	if (!value) return {};
	const { [main]: _, ...beside } = files;
	return readManifests(value, beside, problems);
}

/** What the files of the lesson are called, readable or not. */
function namesOf(lesson: Fields): readonly string[] {
	const value = fieldOf(lesson, 'files')?.value;
	if (value?.type === 'fields') return value.fields.map(({ name }) => name);
	if (value?.type !== 'list') return [];
	return value.items.flatMap((item) => (item.type === 'scalar' ? [String(item.value)] : []));
}

/** A file that nothing names was forgotten, or its name is wrong. */
function checkUnused(
	paths: readonly string[],
	main: string,
	named: readonly string[],
	problems: Problems
): void {
	const known = [main, ...named, ...locales.map(textPath)];
	for (const path of paths) {
		if (!/\.ya?ml$/.test(path) || known.includes(path)) continue;
		problems.add({ file: path, line: 1, column: 1 }, 'unusedFile');
	}
}

const textPath = (locale: Locale): string => `text/${locale}.yaml`;

/** The words in each language; undefined when one of them can't be read. */
function textsOf(
	lesson: Fields,
	main: string,
	files: Readonly<Record<string, string>>,
	problems: Problems
): readonly SpokenText[] | undefined {
	const inside = fieldOf(lesson, 'text');
	const named = fieldOf(lesson, 'languages');
	// What is wrong with the list itself was told when the lesson was read.
	const speaks = named && languages(named.value, new Problems('en'));
	const spoken = (speaks ?? locales).map((locale): SpokenText | undefined => {
		const path = textPath(locale);
		let value: Value | undefined;
		if (inside) {
			const field = inside.value.type === 'fields' ? fieldOf(inside.value, locale) : undefined;
			if (!field) problems.add(inside.place, 'missingLanguage', { locale });
			value = field?.value;
		} else if (Object.hasOwn(files, path)) value = parseYaml(path, files[path]!, problems);
		else problems.add({ file: path, line: 1, column: 1 }, 'missingLanguageFile', { locale, main });
		const text = value && lessonText(value, problems);
		return text && value && { locale, text, value };
	});
	return spoken.every((each) => each !== undefined) ? spoken : undefined;
}
