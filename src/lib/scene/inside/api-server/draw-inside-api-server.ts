import type { Box } from '../../box.ts';
import type { View } from '../../view.ts';

/** The API server opened: the stages of the request at hand. */
export function drawInsideApiServer({ pen }: View, box: Box): void {
	pen.text('inside/title', box.x + 16, box.y + 22, 'API server', {
		size: 15,
		weight: 600,
		fill: 'ink'
	});
}
