import { message } from '#lib/i18n/message.ts';
import type { ContainerFact } from '#lib/trace/cluster-state.ts';
import { familiarImage } from '#lib/trace/image-name.ts';
import { right, type Box } from './box.ts';
import { drawStateShape } from './draw-state-shape.ts';
import type { PodOnNode } from './draw-pod.ts';
import { durationText } from './duration-text.ts';
import { insideType } from './opened.ts';
import type { PodState } from './pod-state.ts';
import type { PartView } from './view.ts';

/** A Pod opened: its sandbox with the IP, and each container with its image and what it really does. */
export function drawInsidePod(
	view: PartView,
	key: string,
	box: Box,
	shown: PodOnNode,
	state: PodState,
	scale: number
): void {
	const { pen, locale } = view;
	const { size, step } = insideType(scale);
	const [left, end] = [box.x + 18, right(box) - 5];
	const line = (row: number) => box.y + 4 + size + row * step;
	const name = shown.slot.pod.split('/')[1] ?? shown.slot.pod;
	const half = (end - left) / 2;
	pen.text(`${key}/name`, left, line(0), name, {
		size: size * 1.15,
		font: 'mono',
		weight: 600,
		fill: 'ink',
		room: half
	});
	drawStateShape(
		pen,
		`${key}/state`,
		left + half + size,
		line(0) - size * 0.35,
		size * 0.42,
		state.shape
	);
	pen.text(`${key}/word`, left + half + size * 1.8, line(0), state.word, {
		size,
		fill: 'ink2',
		room: half - size * 1.8
	});
	const { sandbox, pod } = shown;
	if (!sandbox) return;
	const frame = {
		x: left,
		y: line(0) + size * 0.6,
		width: end - left,
		height: box.y + box.height - 4 - line(0) - size * 0.6
	};
	pen.rect(`${key}/sandbox`, frame, {
		stroke: 'cri',
		strokeWidth: 1.25 / scale,
		radius: 3,
		opacity: 0.8
	});
	const ip = sandbox.ip ?? message(locale, 'scene.no-ip');
	const title = { size, font: 'mono', fill: 'cri', room: frame.width - 6 } as const;
	pen.text(`${key}/sandbox/ip`, left + 3, line(1) + size * 0.5, `pause · ${ip}`, title);
	const rows = Math.max(0, Math.floor((box.y + box.height - 6 - line(1) - size * 0.5) / step));
	sandbox.containers.slice(0, rows).forEach((container, i) => {
		const y = line(2 + i) + size * 0.5;
		const side = size * 0.62;
		const square = { x: left + 3, y: y - side, width: side, height: side };
		const runs = container.state === 'running';
		pen.rect(`${key}/in/${container.container}`, square, {
			fill: runs ? 'cri' : 'none',
			stroke: 'cri',
			strokeWidth: 1 / scale
		});
		const image = pod?.spec.containers.find((one) => one.name === container.container)?.image;
		const what = image ? `${container.container} · ${familiarImage(image)}` : container.container;
		const room = (frame.width - side - 10) / 2;
		pen.text(`${key}/in/${container.container}/name`, left + 6 + side, y, what, {
			size,
			font: 'mono',
			fill: 'ink',
			room
		});
		const does = doing(view, container);
		pen.text(`${key}/in/${container.container}/does`, end - 3, y, does, {
			size,
			fill: 'ink2',
			anchor: 'end',
			room
		});
	});
}

function doing(
	{ locale, clock }: PartView,
	{ state, sinceMs, exitCode = 0, signal }: ContainerFact
): string {
	const duration = durationText(clock.nowMs - sinceMs);
	if (state === 'exited') return message(locale, 'scene.container-exited', { code: exitCode });
	if (state === 'created') return message(locale, 'scene.container-created');
	return signal
		? message(locale, 'scene.signalled', { signal })
		: message(locale, 'scene.container-runs', { duration });
}
