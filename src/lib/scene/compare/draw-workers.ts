import { message } from '#lib/i18n/message.ts';
import { bottom, right, type Box, type Point } from '../box.ts';
import { drawPod } from '../draw-pod.ts';
import { podGrid, slotBox, type PodGrid } from '../pod-grid.ts';
import { podsOnNode } from '../pods-on-node.ts';
import { slotsOf } from '../slots.ts';
import { textWidth } from '../text-width.ts';
import type { WorkerPlaces } from '../traffic/worker-places.ts';
import type { SideView } from './side-view.ts';

/** A worker with its Pods; says where they stand. */
export function drawWorkerOfSide(
	view: SideView,
	box: Box,
	node: string,
	service: string | null
): WorkerPlaces {
	const { pen, layout, index } = view;
	const subject = `object:/registry/minions/${node}`;
	pen.rect(`worker/${node}`, box, {
		fill: 'surface',
		stroke: 'line',
		strokeWidth: 1.25,
		radius: 10,
		subject
	});
	const headHeight = 13 + 11 * layout.type;
	const nameStyle = { size: pen.typeSize(12), font: 'sans', weight: 500 } as const;
	const nameWidth = Math.min(textWidth(node, nameStyle), box.width * 0.6);
	const proxyRoom = box.width - nameWidth - 40;
	pen.text(`worker/${node}/name`, box.x + 10, box.y + headHeight - 6, node, {
		size: 12,
		leastSize: 11,
		weight: 500,
		fill: 'ink2',
		room: nameWidth + 1,
		subject
	});
	const proxy = { x: right(box) - 13, y: box.y + headHeight - 10 };
	if (service !== null) drawRules(view, proxy, node, service, proxyRoom);
	const area = {
		x: box.x + 5,
		y: box.y + headHeight + 2,
		width: box.width - 10,
		height: bottom(box) - box.y - headHeight - 7
	};
	const grid = gridFor(area, slotsOf(index.trace).most, layout.type);
	const pods = new Map<string, Point>();
	for (const shown of podsOnNode(view, node)) {
		if (shown.slot.pod.startsWith('kube-system/')) continue;
		const cell = slotBox(grid, area, shown.slot.slot);
		drawPod(view, cell, grid.size, shown);
		pods.set(shown.slot.pod, { x: cell.x + 14, y: cell.y + Math.min(cell.height, 56) / 2 });
	}
	return { proxy, pods };
}

/** How many endpoints this node's rules pick from now: they lag behind what the API says. */
function drawRules(view: SideView, at: Point, node: string, service: string, room: number): void {
	const { pen, locale, state } = view;
	// A recording doesn't know them.
	if (view.index.trace.header.source?.type === 'recorded') return;
	const known = state.rules.get(`${node} ${service}`);
	const count = known?.length ?? 0;
	const style = { size: pen.typeSize(11), font: 'mono' } as const;
	const text = [message(locale, 'compare.rules', { count }), `→ ${count}`].find(
		(each) => textWidth(each, style) <= room
	);
	const subject = `component:kube-proxy/${node}`;
	pen.circle(`worker/${node}/proxy`, at.x, at.y, 4, { stroke: 'line2', strokeWidth: 1.5, subject });
	if (text === undefined) return;
	pen.text(`worker/${node}/rules`, at.x - 10, at.y + 4, text, {
		size: 11,
		font: 'mono',
		fill: known?.length === 0 ? 'bad' : 'ink3',
		anchor: 'end',
		subject
	});
}

/** Notes under the cards would be too much beside another cluster. */
function gridFor(area: Box, most: number, type: number): PodGrid {
	const grid = podGrid(area, most, type);
	if (grid.size !== 'noted') return grid;
	const columns = Math.max(
		1,
		Math.min(grid.columns, Math.floor((area.width + 3) / (128 * type + 3)))
	);
	const cellWidth = (area.width - (columns - 1) * 4) / columns;
	return { size: 'card', columns, cellWidth, cellHeight: 56, gap: 4 };
}
