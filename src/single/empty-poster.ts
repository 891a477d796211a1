import type { Poster } from '#lib/stage/lesson-view.ts';
import { stageHeight, stageWidth, timelineWidth } from '#lib/stage/stage-size.ts';

/** Nothing: in the single file no picture is drawn before the code is there. */
export const emptyPoster: Poster = {
	width: stageWidth,
	height: stageHeight,
	svg: '',
	caption: { sentence: '', call: null, fact: '', seq: null, sinceMs: 0 },
	timeline: { bars: [], ticks: [] },
	timelineWidth
};
