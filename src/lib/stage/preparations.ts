import type { Locale } from '#lib/i18n/locale.ts';
import { captionAt } from '#lib/scene/caption.ts';
import { scene } from '#lib/scene/scene.ts';
import { timeline } from '#lib/scene/timeline.ts';
import { ranksOf } from '#lib/trace/rank.ts';
import type { Run } from './run.ts';
import { stageHeight, stageWidth, timelineBarHeight, timelineWidth } from './stage-size.ts';

/**
 * What the first picture of a run needs, in steps: what is found once is kept, and the code has run once. Between two of
 * them the page can answer.
 */
export function preparations(run: Run, locale: Locale): readonly (() => void)[] {
	const { trace, index, tempo } = run;
	return [
		() => ranksOf(trace),
		() => captionAt(index, tempo.startMs, locale),
		() => timeline(trace, tempo, { width: timelineWidth, barHeight: timelineBarHeight, locale }),
		() => scene(index, tempo.startMs, { width: stageWidth, height: stageHeight, locale, tempo })
	];
}
