import { ranksOf } from '#lib/trace/rank.ts';
import type { TraceIndex } from '#lib/trace/state-at.ts';
import type { Scene } from './mark.ts';
import type { SceneOptions } from './options.ts';
import { Pen } from './pen.ts';
import { arrowOf, drawArrow, type Arrow } from './sequence-arrow.ts';
import { SequenceLabels } from './sequence-labels.ts';
import { drawLanes, headRows, headHeight, lanesOf } from './sequence-lanes.ts';

const gutterWidth = 76;
/** px a second of screen time. */
const pxPerMs = 0.052;
/** Where the play head stands, from the top. */
const headShare = 0.62;

/**
 * The same messages as arrows between lanes, one lane a component. Time runs downwards as it does on the screen; the play
 * head stays where it is and the arrows pass it.
 */
export function sequence(index: TraceIndex, clusterMs: number, options: SceneOptions): Scene {
	const { width, height, tempo, projector = false, showEverything = false } = options;
	const pen = new Pen(1, projector ? 1.35 : 1);
	const gutter = pen.typeSize(gutterWidth);
	const lanes = lanesOf(index.trace, showEverything, gutter, width);
	const header = 8 + headRows(lanes) * headHeight;
	const headY = header + (height - header) * headShare;
	const screenNow = tempo.toScreen(clusterMs);
	const yOf = (ms: number) => headY + (tempo.toScreen(ms) - screenNow) * pxPerMs;
	const fromMs = tempo.toCluster(Math.max(0, screenNow - (headY - header) / pxPerMs));
	const toMs = tempo.toCluster(screenNow + (height - headY) / pxPerMs);
	const ranks = ranksOf(index.trace);
	const arrows = index.messages
		.at(toMs, fromMs)
		.filter(({ seq, sentAtMs }) => {
			return sentAtMs >= tempo.startMs && (showEverything || ranks[seq] === 'story');
		})
		.map((message) => arrowOf(message, lanes, yOf))
		.filter((arrow): arrow is Arrow => arrow !== null && arrow.from[1] >= header + 6);
	pen.rect('ground', { x: 0, y: 0, width, height }, { fill: 'paper' });
	drawLanes(pen, lanes, width, height);
	for (const arrow of arrows) drawArrow(pen, arrow, clusterMs);
	const labels = new SequenceLabels(pen, lanes, arrows, header);
	for (const arrow of arrows) {
		if (arrow.message.sentAtMs > clusterMs) continue;
		labels.name(arrow);
		labels.time(arrow, gutter - 14, tempo.startMs);
	}
	pen.path('head', ['M', 0, headY, 'L', width, headY], { stroke: 'api', strokeWidth: 1.5 });
	pen.circle('head/knob', 8, headY, 5, { fill: 'api' });
	return { width, height, marks: [...pen.marks, ...labels.marks] };
}
