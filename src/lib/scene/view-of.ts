import { ranksOf } from '#lib/trace/rank.ts';
import { stateAt, type TraceIndex } from '#lib/trace/state-at.ts';
import { arrivalMs } from './draw-messages.ts';
import type { Layout } from './layout.ts';
import type { SceneOptions } from './options.ts';
import { Pen } from './pen.ts';
import { ScreenClock } from './screen-clock.ts';
import type { View } from './view.ts';

/** A cluster at a moment, ready to be drawn where a layout says. */
export function viewOf(
	index: TraceIndex,
	clusterMs: number,
	options: SceneOptions,
	layout: Layout
): View {
	const clock = new ScreenClock(clusterMs, options.tempo, options.reducedMotion ?? false);
	const ranks = ranksOf(index.trace);
	const showEverything = options.showEverything ?? false;
	const messages = index.messages
		.at(clusterMs, clock.before(arrivalMs))
		// Requests to programs fly on ways of their own.
		.filter(
			({ seq, protocol }) => protocol !== 'traffic' && (showEverything || ranks[seq] === 'story')
		);
	return {
		index,
		state: stateAt(index, clusterMs),
		clock,
		layout,
		pen: new Pen(layout.unit, layout.type),
		locale: options.locale,
		ranks,
		showEverything,
		focus: options.focus ?? null,
		messages,
		detail: options.detail ?? null
	};
}
