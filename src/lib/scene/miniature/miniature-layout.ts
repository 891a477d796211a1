import { bottom, right, type Box } from '../box.ts';
import type { Layout, Link, WorkerLayout } from '../layout.ts';
import type { PodGrid } from '../pod-grid.ts';

/** The size of a miniature, in units of its own. */
export const miniatureWidth = 480;
export const miniatureHeight = 270;

const edge = 14;
const gap = 12;

/** The stage's own order, small: the person left, the control plane over its bar, the workers under it. Nothing is written. */
export function miniatureLayout(
	nodes: readonly string[],
	mostPods: number,
	hasTraffic: boolean
): Layout {
	const terminal = { x: edge, y: edge, width: 92, height: miniatureHeight - 2 * edge };
	const x = right(terminal) + gap;
	const width = miniatureWidth - edge - x;
	const component = (from: number, share: number): Box => ({
		x: x + from * width,
		y: edge,
		width: share * width,
		height: 40
	});
	const [controllerManager, scheduler, etcd] = [
		component(0, 0.24),
		component(0.28, 0.44),
		component(0.76, 0.24)
	];
	const bar = { x, y: 76, width, height: 36 };
	const footHeight = hasTraffic ? 22 : 0;
	const top = bottom(bar) + 18;
	const workers = workersIn(
		{ x, y: top, width, height: miniatureHeight - edge - footHeight - top },
		nodes,
		mostPods
	);
	const links = new Map<string, Link>([
		['terminal', straight(right(terminal), 94, x, 94)],
		['controller-manager', upwards(controllerManager, bar)],
		['scheduler', upwards(scheduler, bar)],
		['etcd', upwards(etcd, bar)],
		...workers.map(({ name, box }) => {
			const middle = box.x + Math.min(26, box.width / 2);
			return [`worker/${name}`, straight(middle, box.y, middle, bottom(bar))] as const;
		})
	]);
	return {
		unit: 1,
		type: 1,
		terminal,
		card: null,
		group: bar,
		controllerManager,
		scheduler,
		etcd,
		bar,
		gates: [0, 1, 2, 3, 4].map((i) => ({
			x: x + 12 + (i * (width - 24 + 8)) / 5,
			y: bar.y + 7,
			width: (width - 24 - 32) / 5,
			height: 12
		})),
		narrow: true,
		railY: bottom(bar) - 9,
		workers,
		links,
		inside: null,
		requests: hasTraffic
			? { x: x + 16, y: miniatureHeight - edge - 16, width: width - 16, height: 16 }
			: null
	};
}

function straight(x1: number, y1: number, x2: number, y2: number): Link {
	return {
		points: [
			{ x: x1, y: y1 },
			{ x: x2, y: y2 }
		],
		label: null
	};
}

function upwards(component: Box, bar: Box): Link {
	const x = component.x + component.width / 2;
	return straight(x, bottom(component), x, bar.y);
}

/** Workers in a row, each with room for its Pods as dots. */
export function workersIn(
	area: Box,
	nodes: readonly string[],
	mostPods: number
): readonly WorkerLayout[] {
	const count = Math.max(1, nodes.length);
	const between = count > 6 ? 4 : gap;
	const width = (area.width - (count - 1) * between) / count;
	return nodes.map((name, i) => {
		const box = { ...area, x: area.x + i * (width + between), width };
		const pods = { x: box.x + 8, y: box.y + 8, width: width - 16, height: area.height - 16 };
		const corner = { x: box.x, y: box.y, width: 12, height: 12 };
		return {
			name,
			box,
			size: 'tile',
			kubelet: corner,
			runtime: corner,
			kubeProxy: corner,
			lane: { ...corner, width: 0 },
			pods,
			grid: dots(pods, mostPods)
		};
	});
}

/** The largest squares of which so many fit. */
function dots(area: Box, most: number): PodGrid {
	let cell = 42;
	const fitting = () => Math.floor(area.width / cell) * Math.floor(area.height / cell);
	while (cell > 4 && fitting() < most) cell -= 1;
	const columns = Math.max(1, Math.floor(area.width / cell));
	return { size: 'dot', columns, cellWidth: cell, cellHeight: cell, gap: 0 };
}
