import { asset } from '$app/paths';
import { inEachLocale } from '#lib/i18n/in-each-locale.ts';
import { message } from '#lib/i18n/message.ts';
import { lessons } from '#lib/lessons/index.ts';
import type { HomeLesson, HomeView } from '#lib/pages/home/home-view.ts';
import { scene } from '#lib/scene/scene.ts';
import { plainElements } from '#lib/stage/plain-elements.ts';
import { stageHeight, stageWidth } from '#lib/stage/stage-size.ts';
import { svgText } from '#lib/stage/svg-text.ts';
import { pageLinks } from './page-links.server.ts';
import { playedLesson } from './played-lesson.server.ts';

/** For who comes first. */
const firstId = 'create-pod';
/** The comparison belongs behind the lesson about what it compares. */
const beforeComparison = 'recreate';

/** What the first page needs, made while the site is built. */
export function homeView(): HomeView {
	const links = pageLinks();
	const taught = lessons.flatMap(({ id, chapter, texts }): HomeLesson[] => {
		const link = links.find((each) => each.id === id);
		if (!link || !chapter) return [];
		const summary = inEachLocale((locale) => texts[locale].summary);
		return [{ ...link, chapter: `lesson.chapter.${chapter}`, summary }];
	});
	const comparison = links.find(({ id }) => id === 'compare');
	if (comparison) {
		const place = taught.findIndex(({ id }) => id === beforeComparison) + 1;
		const summary = inEachLocale((locale) => message(locale, 'compare.description'));
		taught.splice(place, 0, { ...comparison, chapter: 'lesson.chapter.rollouts', summary });
	}
	return { lessons: taught, first: firstPicture(), miniatures: asset('/miniatures.svg') };
}

function firstPicture(): HomeView['first'] {
	const played = playedLesson(firstId);
	if (!played) throw new Error(`no lesson ${firstId}`);
	const { run, captionAt } = played;
	const { index, tempo } = run;
	const size = { width: stageWidth, height: stageHeight };
	const picture = scene(index, tempo.startMs, { ...size, locale: 'en', tempo });
	return {
		id: firstId,
		...size,
		svg: svgText(plainElements(picture.marks)),
		caption: captionAt(index, tempo.startMs, 'en')
	};
}
