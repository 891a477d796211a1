import { locales, type Locale } from '#lib/i18n/locale.ts';
import type { Lesson } from '../lesson.ts';
import { checkCommands } from './check-commands.ts';
import { checkNames } from './check-names.ts';
import { lessonShape, type LessonParts } from './lesson-shape.ts';
import { parseYaml } from './parse-yaml.ts';
import { Problems, type LessonProblem, type Place } from './problem.ts';
import { manifestNames, readManifests } from './read-manifests.ts';
import { everyLocale, readTexts, textPath } from './read-texts.ts';
import { itemsOf, valueAt } from './value.ts';
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
	const parts = value && lessonShape(value, problems);
	if (value?.type !== 'fields') return undefined;
	const { [main]: _, ...beside } = files;
	const manifests = readManifests(valueAt(value, 'files'), beside, problems);
	const named = manifestNames(valueAt(value, 'files'));
	checkUnused(Object.keys(beside), named, problems);
	checkCommands(valueAt(value, 'before', 'steps'), named, problems);
	checkCommands(valueAt(value, 'steps'), named, problems);
	const spoken = readTexts(value, main, files, problems);
	const words = spoken.map((text) => text.value);
	checkNames(value, words, problems);
	const texts = everyLocale(spoken);
	const placesOf = (name: string) => itemsOf(valueAt(value, name)).map(({ place }) => place);
	const places = {
		cues: placesOf('cues'),
		questions: placesOf('questions'),
		facts: placesOf('facts')
	};
	return parts && texts && { lesson: lessonOf(parts, manifests ?? {}, texts), places };
}

function lessonOf(
	parts: LessonParts,
	files: Readonly<Record<string, string>>,
	texts: Lesson['texts']
): Lesson {
	const {
		id,
		chapter,
		showWatches,
		inside,
		cues = [],
		questions = [],
		facts = [],
		cluster
	} = parts;
	const { seed = 1, kubeconfig, before, steps, traffic, faults, untilMs } = parts;
	return {
		id,
		...(chapter && { chapter }),
		scenario: {
			seed,
			...(cluster ?? { nodes: workers(3) }),
			...(Object.keys(files).length > 0 && { files }),
			...(kubeconfig !== undefined && { kubeconfig }),
			...(before && { before }),
			steps,
			...(traffic && { traffic }),
			...(faults && { faults }),
			...(untilMs !== undefined && { untilMs })
		},
		...(showWatches && { showWatches }),
		...(inside && { inside }),
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

/** A file that nothing names was forgotten, or its name is wrong. */
function checkUnused(paths: readonly string[], named: readonly string[], problems: Problems): void {
	const known = [...named, ...locales.map(textPath)];
	for (const path of paths) {
		if (!/\.ya?ml$/.test(path) || known.includes(path)) continue;
		problems.add({ file: path, line: 1, column: 1 }, 'unusedFile');
	}
}
