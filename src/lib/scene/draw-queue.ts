import type { ClusterState } from '#lib/trace/cluster-state.ts';
import { right, type Box } from './box.ts';
import { drawStateShape } from './draw-state-shape.ts';
import type { View } from './view.ts';

const waitingStates = new Set(['filtering', 'scoring', 'queued']);
const width = 112;
const height = 38;
const gap = 8;

/** The pods that the scheduler has heard of and not decided on, the one that it looks at first. */
export function waitingPods({ machines }: ClusterState): readonly string[] {
	return [...machines.values()]
		.filter(({ machine, state }) => machine === 'scheduling-cycle' && waitingStates.has(state))
		.sort((a, b) => Number(a.state === 'queued') - Number(b.state === 'queued') || a.seq - b.seq)
		.map(({ subject, actor }) => subject ?? actor.split('/').slice(-2).join('/'));
}

/** Pods without a node wait as places, the way they will later stand on one. */
export function drawQueue(
	{ pen, layout }: View,
	box: Box,
	x: number,
	pods: readonly string[]
): void {
	const room = right(box) - 14 - x;
	const fits = Math.max(1, Math.floor((room + gap) / (width + gap)));
	const shown = pods.slice(0, pods.length > fits ? fits - 1 || 1 : fits);
	const y = box.y + (box.height - height) / 2;
	shown.forEach((pod, i) => {
		const place = { x: x + i * (width + gap), y, width: Math.min(width, room), height };
		const key = `scheduler/queue/${pod}`;
		const subject = `object:/registry/pods/${pod}`;
		pen.rect(key, place, { stroke: 'ink2', strokeWidth: 1.5, dashed: true, radius: 8, subject });
		drawStateShape(pen, `${key}/state`, place.x + 16, y + height / 2, 4.75, 'place');
		pen.text(`${key}/name`, place.x + 28, y + height / 2 + 4.5, pod.split('/')[1] ?? pod, {
			size: 13,
			font: 'mono',
			weight: 600,
			fill: 'ink',
			room: place.width - 36,
			subject
		});
	});
	const rest = pods.length - shown.length;
	if (rest === 0 || fits === 1) return;
	const more = { size: 12, font: 'mono', fill: 'ink2', room: 60 * layout.type } as const;
	pen.text(
		'scheduler/queue/more',
		x + shown.length * (width + gap),
		y + height / 2 + 4.5,
		`+${rest}`,
		more
	);
}
