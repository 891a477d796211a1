import { comparison } from '#lib/scene/compare/comparison.ts';
import { comparisonCaption } from '#lib/scene/compare/comparison-caption.ts';
import { comparisonTimeline } from '#lib/scene/compare/comparison-timeline.ts';
import type { ComparedSide } from '#lib/scene/compare/compared-side.ts';
import { message } from '#lib/i18n/message.ts';
import { simulate } from '#lib/source/simulate.ts';
import { usualSettings } from '#lib/source/rollout-settings.ts';
import type { NodeSize } from '#lib/source/scenario.ts';
import { comparisonTempo } from '#lib/tempo/comparison-tempo.ts';
import { indexTrace } from '#lib/trace/state-at.ts';
import { drawnElements } from '../drawn-elements.ts';
import type { Poster } from '../lesson-view.ts';
import { stageHeight, stageWidth, timelineBarHeight, timelineWidth } from '../stage-size.ts';
import { subjectName } from '../subject.ts';
import { svgText } from '../svg-text.ts';
import { strategySides } from './comparison-plan.ts';

/** The first picture of the comparison: English, at the size of the design; a browser makes it its own later. */
export function comparePoster(nodes: readonly NodeSize[]): Poster {
	const locale = 'en';
	const planned = strategySides(usualSettings, 'compare', nodes, locale);
	const traces = planned.map(({ scenario }) => simulate(scenario));
	const sides = planned.map(({ title, note }, i): ComparedSide => ({
		key: i === 0 ? 'left' : 'right',
		title,
		note,
		index: indexTrace(traces[i]!)
	}));
	const tempo = comparisonTempo(traces);
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
