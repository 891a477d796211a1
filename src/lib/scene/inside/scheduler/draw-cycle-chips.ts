import { right, type Box } from '../../box.ts';
import { textWidth } from '../../text-width.ts';
import type { View } from '../../view.ts';
import { decisionsSoFar } from './shown-cycle.ts';

const gap = 6;
const padding = 7;

/** The Pods that were tried so far, the newest at the right: whoever presses one sees its cycle. */
export function drawCycleChips(view: View, box: Box, shown: string): void {
	const { pen } = view;
	const type = pen.typeSize(1);
	const pods = [...new Set(decisionsSoFar(view).map(({ pod }) => pod))].reverse();
	const style = { size: 11.5 * type, font: 'mono' } as const;
	let x = right(box);
	for (const pod of pods) {
		const name = pod.replace(/^default\//, '');
		const width = textWidth(name, style) + 2 * padding;
		x -= width;
		if (x < box.x) return;
		const key = `inside/cycle/${pod}`;
		const subject = `object:/registry/pods/${pod}`;
		const isShown = pod === shown;
		const chip = { x, y: box.y, width, height: box.height };
		pen.rect(key, chip, {
			fill: isShown ? 'api-tint' : 'surface',
			stroke: isShown ? 'api' : 'line2',
			strokeWidth: 1.25,
			radius: 6,
			subject
		});
		pen.text(`${key}/name`, x + padding, box.y + box.height / 2 + 4 * type, name, {
			size: 11.5,
			font: 'mono',
			weight: isShown ? 600 : 400,
			fill: isShown ? 'ink' : 'ink2',
			room: width - padding,
			subject
		});
		x -= gap;
	}
}
