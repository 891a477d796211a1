import type { Point } from './box.ts';
import type { PodOnNode } from './draw-pod.ts';
import type { PartView } from './view.ts';

const side = 7;
const step = 10;

/**
 * What really runs: a small square for each container that the node has made, outlined when created, filled when it
 * runs, crossed when it has ended. Returns the room that they take.
 */
export function drawContainers(
	{ pen }: PartView,
	key: string,
	end: Point,
	{ sandbox, presence }: PodOnNode
): number {
	const containers = sandbox && sandbox.stoppedAtMs === null ? sandbox.containers : [];
	const shown = containers.slice(-4);
	shown.forEach(({ container, state }, i) => {
		const x = end.x - (shown.length - i) * step + (step - side);
		const y = end.y - side / 2;
		const name = `${key}/${container}`;
		const square = { x, y, width: side, height: side };
		pen.rect(name, square, {
			fill: state === 'running' ? 'cri' : 'none',
			stroke: 'cri',
			strokeWidth: 1.25,
			radius: 1.5,
			opacity: presence
		});
		if (state === 'exited') {
			pen.path(
				`${name}/ended`,
				[
					'M',
					x + 1.5,
					y + 1.5,
					'L',
					x + side - 1.5,
					y + side - 1.5,
					'M',
					x + 1.5,
					y + side - 1.5,
					'L',
					x + side - 1.5,
					y + 1.5
				],
				{ stroke: 'cri', strokeWidth: 1.25, opacity: presence }
			);
		}
	});
	return shown.length === 0 ? 0 : shown.length * step + 3;
}
