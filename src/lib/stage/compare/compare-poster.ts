import { comparison } from '#lib/scene/compare/comparison.ts';
import { comparisonCaption } from '#lib/scene/compare/comparison-caption.ts';
import { comparisonTimeline } from '#lib/scene/compare/comparison-timeline.ts';
import type { ComparedSide } from '#lib/scene/compare/compared-side.ts';
import { message } from '#lib/i18n/message.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import { drawnElements } from '../drawn-elements.ts';
import type { Poster } from '../lesson-view.ts';
import { stageHeight, stageWidth, timelineBarHeight, timelineWidth } from '../stage-size.ts';
import { subjectName } from '../subject.ts';
import { svgText } from '../svg-text.ts';

/** The first picture of a comparison: English, at the size of the design; a browser makes it its own later. */
export function comparePoster(sides: readonly ComparedSide[], tempo: Tempo): Poster {
	const locale = 'en';
	const size = { width: stageWidth, height: stageHeight };
	const picture = comparison(sides, tempo.startMs, { ...size, locale, tempo });
	const label = (subject: string) => message(locale, 'app.inspect', { what: subjectName(subject) });
	return {
		...size,
		svg: svgText(drawnElements(picture.marks, label)),
		caption: comparisonCaption(sides, tempo.startMs, locale),
		timeline: comparisonTimeline(sides, tempo, {
			width: timelineWidth,
			barHeight: timelineBarHeight,
			locale
		}),
		timelineWidth
	};
}
