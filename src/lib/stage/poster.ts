import { message } from '#lib/i18n/message.ts';
import { scene } from '#lib/scene/scene.ts';
import { timeline } from '#lib/scene/timeline.ts';
import { drawnElements } from './drawn-elements.ts';
import type { CaptionAt, Poster, ShownAtFirst } from './lesson-view.ts';
import type { Run } from './run.ts';
import { subjectName } from './subject.ts';
import { svgText } from './svg-text.ts';
import { stageHeight, stageWidth, timelineBarHeight, timelineWidth } from './stage-size.ts';

/** The first picture of a run: English, at the size of the design; a browser makes it its own later. */
export function createPoster(run: Run, captionAt: CaptionAt, shown: ShownAtFirst): Poster {
	const { showWatches = false, inside } = shown;
	const locale = 'en';
	const atMs = run.tempo.startMs;
	const picture = scene(run.index, atMs, {
		width: stageWidth,
		height: stageHeight,
		locale,
		tempo: run.tempo,
		showWatches,
		...(inside && { inside })
	});
	const label = (subject: string) => message(locale, 'app.inspect', { what: subjectName(subject) });
	return {
		width: picture.width,
		height: picture.height,
		svg: svgText(drawnElements(picture.marks, label)),
		caption: captionAt(run.index, atMs, locale),
		timeline: timeline(run.trace, run.tempo, {
			width: timelineWidth,
			barHeight: timelineBarHeight,
			locale
		}),
		timelineWidth
	};
}
