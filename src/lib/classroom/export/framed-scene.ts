import type { Scene } from '#lib/scene/mark.ts';
import { Pen } from '#lib/scene/pen.ts';
import { wrapText } from '#lib/scene/text-width.ts';
import { clusterClock } from '#lib/stage/cluster-clock.ts';
import type { Size, Story } from './story.ts';

/** Of a frame 1280 wide: what stands under the picture. */
const footHeight = 112;
const margin = 24;
const style = { font: 'sans', weight: 500 } as const;

/** The picture of a moment over its caption and the cluster's clock, as one picture. */
export function framedScene(story: Story, clusterMs: number, { width, height }: Size): Scene {
	const unit = width / 1280;
	const top = height / unit - footHeight;
	const picture = story.sceneAt(clusterMs, { width, height: top * unit });
	const pen = new Pen(unit, 1, 'frame/', [...picture.marks]);
	const caption = story.captionAt(clusterMs);
	pen.rect('foot', { x: 0, y: top, width: 1280, height: footHeight }, { fill: 'paper' });
	pen.path('line', ['M', 0, top, 'H', 1280], { stroke: 'line', strokeWidth: 1.25 });
	const room = 1280 - 2 * margin;
	const fits = wrapText(caption.sentence, room, { ...style, size: 24 }).length <= 2;
	const size = fits ? 24 : 18;
	const lines = wrapText(caption.sentence, room, { ...style, size }).slice(0, 3);
	lines.forEach((text, i) =>
		pen.text(`sentence/${i}`, margin, top + 12 + size + i * size * 1.33, text, {
			...style,
			size,
			fill: 'ink',
			room
		})
	);
	const base = top + footHeight - 14;
	const clock = clusterClock(clusterMs - story.tempo.startMs);
	const small = { size: 14, fill: 'ink2' } as const;
	const facts = [caption.call, caption.fact].filter(Boolean).join('  ·  ');
	pen.text('fact', margin, base, facts, { ...small, room: room - 140 });
	pen.text('clock', 1280 - margin, base, clock, {
		...small,
		font: 'mono',
		weight: 600,
		anchor: 'end'
	});
	return { width, height, marks: pen.marks };
}
