import { locales } from '#lib/i18n/locale.ts';
import { insideNames } from '#lib/scene/inside/inside-name.ts';
import { chapters } from '../chapters.ts';
import { duration } from './duration.ts';
import { fact } from './fact-shape.ts';
import { longestStoryMs, moment } from './moment-shape.ts';
import { oneOf } from './one-of.ts';
import { list, name, text, wholeNumber, yes } from './read.ts';
import { beforeShape, cluster, faultShape, steps, trafficShape } from './scenario-shape.ts';
import { may, must, shape } from './shape.ts';

export const cueShape = shape({ when: must(moment), say: must(name) });

export const answerShape = shape({ say: must(name), right: must(fact) });

export const questionShape = shape({
	ask: must(name),
	stop: must(moment),
	shown: must(moment),
	answers: must(list(answerShape, 2, 4))
});

/** Which languages a lesson speaks. */
export const languages = list(oneOf(locales), 1);

/** What `lesson.yaml` holds; its files and texts are read by themselves. */
export const lessonShape = shape(
	{
		id: must(name),
		chapter: may(oneOf(chapters)),
		languages: may(languages),
		seed: may(wholeNumber(0, 2 ** 31)),
		cluster: may(cluster),
		kubeconfig: may(text(100)),
		before: may(beforeShape),
		steps: must(steps),
		traffic: may(list(trafficShape)),
		faults: may(list(faultShape)),
		untilMs: may(duration(longestStoryMs), 'until'),
		showWatches: may(yes),
		inside: may(oneOf(insideNames)),
		cues: may(list(cueShape)),
		questions: may(list(questionShape)),
		facts: may(list(fact))
	},
	['files', 'text']
);

export type LessonParts = NonNullable<ReturnType<typeof lessonShape>>;
