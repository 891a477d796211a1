import type { Box } from './box.ts';
import type { Pen } from './pen.ts';

const lines = 3;

/** What tells the third version and those after it apart beside their colour: lines across the spine. */
export function drawSpinePattern(
	pen: Pen,
	key: string,
	{ x, y, width, height }: Box,
	version: number,
	opacity = 1
): void {
	for (let i = 0; version >= 3 && i < lines; i++) {
		const lineY = y + 10 + i * ((height - 20) / (lines - 1));
		pen.path(`${key}/pattern/${i}`, ['M', x + 3, lineY, 'L', x + width - 3, lineY], {
			stroke: 'surface',
			strokeWidth: 2,
			opacity
		});
	}
}
