import type { Box } from './box.ts';
import { drawSpinePattern } from './draw-spine-pattern.ts';
import type { PodOnNode } from './draw-pod.ts';
import type { PodState } from './pod-state.ts';
import { versionInk } from './version-ink.ts';
import type { PartView } from './view.ts';

/** Where a Pod is a dot, its owner's colour is a frame around it, dashed from the third version on. */
export function drawOwnerFrame(
	{ pen }: PartView,
	key: string,
	cell: Box,
	side: number,
	shown: PodOnNode
) {
	const frame = {
		x: cell.x + side * 0.06,
		y: cell.y + side * 0.06,
		width: side * 0.88,
		height: side * 0.88
	};
	pen.rect(`${key}/owner`, frame, {
		stroke: versionInk(shown.version, 'line2'),
		strokeWidth: Math.max(0.75, side * 0.08),
		radius: side * 0.22,
		dashed: shown.version >= 3,
		opacity: shown.presence,
		subject: `object:/registry/pods/${shown.slot.pod}`
	});
}

/** The outline of a Pod on a node: dashed while nothing of it exists there, hatched while it ends, with its owner's spine. */
export function drawPodCard(
	{ pen }: PartView,
	key: string,
	subject: string,
	box: Box,
	shown: PodOnNode,
	state: PodState
): void {
	const { sandbox, version, presence: opacity, pod } = shown;
	const exists = sandbox !== null && sandbox.stoppedAtMs === null;
	const ended = sandbox?.stoppedAtMs != null;
	if (!exists && !ended) {
		pen.rect(key, box, {
			fill: 'surface',
			stroke: 'ink2',
			strokeWidth: 1.5,
			dashed: true,
			radius: 8,
			opacity,
			subject
		});
		return;
	}
	const stroke = ended && state.shape !== 'failed' ? 'line2' : versionInk(version, 'watch');
	// The API has let go of it, the node has not: outline dashed, spine still there.
	const dashed = pod === null;
	pen.rect(key, box, {
		fill: 'surface',
		stroke,
		strokeWidth: 1.75,
		radius: 8,
		hatch: state.terminating,
		dashed,
		opacity,
		subject
	});
	const { x, y, height } = box;
	const [r, w] = [8, 13];
	const spine = [
		'M',
		x + w,
		y,
		'L',
		x + r,
		y,
		'A',
		r,
		r,
		'0 0 0',
		x,
		y + r,
		'L',
		x,
		y + height - r,
		'A',
		r,
		r,
		'0 0 0',
		x + r,
		y + height,
		'L',
		x + w,
		y + height,
		'Z'
	];
	pen.path(`${key}/spine`, spine, { fill: stroke, opacity, subject });
	drawSpinePattern(pen, key, { ...box, width: w }, version, opacity);
}
