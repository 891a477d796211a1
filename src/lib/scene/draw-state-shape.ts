import type { Pen } from './pen.ts';
import type { PodShape } from './pod-state.ts';
import type { Ink } from './mark.ts';

const inks: Readonly<Record<PodShape, Ink>> = {
	place: 'ink2',
	waiting: 'ink2',
	creating: 'write',
	running: 'ok',
	ready: 'ok',
	ended: 'ink2',
	failed: 'bad'
};

/** Filled dot ready, ring waiting, three-quarter arc creating, half dot running but not ready, cross failed, tick ended. */
export function drawStateShape(
	pen: Pen,
	key: string,
	x: number,
	y: number,
	r: number,
	shape: PodShape
): void {
	const ink = inks[shape];
	const line = { stroke: ink, strokeWidth: Math.max(1, r * 0.42) };
	switch (shape) {
		case 'ready':
			return pen.circle(key, x, y, r, { fill: ink });
		case 'place':
		case 'waiting':
			return pen.circle(key, x, y, r * 0.9, line);
		case 'creating':
			return pen.path(
				key,
				['M', x, y - r * 0.9, 'A', r * 0.9, r * 0.9, '0 1 1', x - r * 0.9, y],
				line
			);
		case 'running':
			pen.circle(`${key}/ring`, x, y, r * 0.9, { ...line, strokeWidth: Math.max(0.75, r * 0.3) });
			return pen.path(
				key,
				['M', x, y - r * 0.9, 'A', r * 0.9, r * 0.9, '0 0 0', x, y + r * 0.9, 'Z'],
				{ fill: ink }
			);
		case 'ended':
			return pen.path(
				key,
				['M', x - r, y, 'L', x - r * 0.25, y + r * 0.75, 'L', x + r, y - r * 0.75],
				line
			);
		case 'failed': {
			const a = r * 0.85;
			return pen.path(
				key,
				['M', x - a, y - a, 'L', x + a, y + a, 'M', x - a, y + a, 'L', x + a, y - a],
				line
			);
		}
	}
}
