import { bottom, centre, right, type Box } from './box.ts';
import type { Layout, Link } from './layout.ts';
import type { Stage } from './wide-layout.ts';
import { gateNames } from './gate-names.ts';
import { textWidth } from './text-width.ts';
import { workerLayout } from './worker-layout.ts';

const margin = 12;
const labelHeight = 22;
const corridor = 38;
const gutter = 20;
/** Of the room below the bar, for what stands opened. */
const insideShare = 0.74;

/** Below 900 px: everything full width, one under the other; the links to the workers run down the left edge. */
export function stackedLayout(stage: Stage): Layout {
	const { width, height } = stage;
	const type = stage.projector ? 1.35 : 1;
	const phone = width < 600;
	const across = width - 2 * margin;
	const terminal = { x: margin, y: margin, width: across, height: Math.max(92, height * 0.15) };
	const inner = { x: margin + 12, width: across - 24, y: bottom(terminal) + 10 + 32 };
	const components = phone ? inTwoRows(inner) : inOneRow(inner);
	const { controllerManager, scheduler, etcd } = components;
	const bar = { x: inner.x, y: bottom(etcd) + corridor, width: inner.width, height: 80 };
	const groupY = bottom(terminal) + 10;
	const group = { x: margin, y: groupY, width: across, height: bottom(bar) + 10 - groupY };
	const gates = gatesByName(bar, type);
	const requestsHeight = stage.traffic ? 30 : 0;
	const below = {
		x: margin + gutter,
		y: bottom(group) + 12,
		width: across - gutter,
		height: height - bottom(group) - 20 - requestsHeight
	};
	const inside = stage.inside ? { ...below, height: below.height * insideShare } : null;
	const workersY = inside ? bottom(inside) + 10 : below.y;
	const area = { ...below, y: workersY, height: bottom(below) - workersY };
	const boxes = rows(area, stage.workers.length);
	const workers = stage.workers.map((name, i) =>
		workerLayout(name, boxes[i]!, stage.mostPods, type)
	);
	const third = inner.width / 3;
	const schedulerX = phone ? centre(scheduler).x : scheduler.x + 24;
	const links = new Map<string, Link>([
		['terminal', terminalLink(terminal, bar)],
		['controller-manager', down(controllerManager, bar, controllerManager.x + 16, third - 26)],
		['scheduler', down(scheduler, bar, schedulerX, phone ? third - 30 : scheduler.width - 40)],
		['etcd', down(etcd, bar, etcd.x + (phone ? etcd.width - 20 : 20), phone ? 4 : etcd.width - 36)],
		...workers.map(({ name, box }) => [`worker/${name}`, sideways(box, bar)] as const)
	]);
	return {
		unit: 1,
		type,
		terminal,
		card: null,
		group,
		controllerManager,
		scheduler,
		etcd,
		bar,
		gates,
		narrow: true,
		railY: bottom(bar) - 10,
		workers,
		links,
		inside,
		requests: stage.traffic
			? { x: margin, y: height - requestsHeight - 4, width: across, height: requestsHeight }
			: null
	};
}

/** Gates as wide as their names need, the rest of the room shared. */
function gatesByName(bar: Box, type: number): Box[] {
	const style = { size: 11 * type, font: 'sans', weight: 600 } as const;
	const names = gateNames.map((name) => textWidth(name, style));
	const room = bar.width - 20 - 4 * 5;
	const spare = (room - names.reduce((sum, width) => sum + width, 0)) / 5;
	let x = bar.x + 10;
	return names.map((name) => {
		const gate = { x, y: bar.y + 32, width: Math.max(12, name + spare), height: 26 };
		x = right(gate) + 5;
		return gate;
	});
}

type Inner = Omit<Box, 'height'>;

function inOneRow({ x, y, width }: Inner) {
	const height = 80;
	const free = width - 20;
	const controllerManager = { x, y, width: free * 0.27, height };
	const scheduler = { x: right(controllerManager) + 10, y, width: free * 0.43, height };
	const etcd = { x: right(scheduler) + 10, y, width: free * 0.3, height };
	return { controllerManager, scheduler, etcd };
}

/** The scheduler above, its link through the gap between the other two. */
function inTwoRows({ x, y, width }: Inner) {
	const scheduler = { x, y, width, height: 78 };
	const gap = 26;
	const half = (width - gap) / 2;
	const controllerManager = { x, y: bottom(scheduler) + 8, width: half, height: 70 };
	const etcd = { ...controllerManager, x: x + half + gap };
	return { controllerManager, scheduler, etcd };
}

function rows(area: Box, count: number): Box[] {
	const columns = count <= 4 ? 1 : Math.min(5, Math.ceil(count / 6));
	const down = Math.ceil(count / columns);
	const gap = down > 6 ? 4 : 8;
	const width = (area.width - (columns - 1) * gutter) / columns;
	const height = Math.max(8, (area.height - (down - 1) * gap) / down);
	return Array.from({ length: count }, (_, i) => ({
		x: area.x + (i % columns) * (width + gutter),
		y: area.y + Math.floor(i / columns) * (height + gap),
		width,
		height
	}));
}

/** Down the right edge, past everything of the control plane, into the side of the bar. */
function terminalLink(terminal: Box, bar: Box): Link {
	const x = right(bar) + 6;
	const y = bar.y + 18;
	return {
		points: [
			{ x, y: bottom(terminal) },
			{ x, y },
			{ x: right(bar), y }
		],
		label: { x: bar.x + 128, y: bar.y + 5, width: bar.width - 136, height: labelHeight }
	};
}

function down(component: Box, bar: Box, x: number, room: number): Link {
	return {
		points: [
			{ x, y: bottom(component) },
			{ x, y: bar.y }
		],
		label: { x: x + 10, y: bar.y - corridor + 8, width: room, height: labelHeight }
	};
}

function sideways(box: Box, bar: Box): Link {
	const x = box.x - gutter / 2;
	const y = box.y + Math.min(14, box.height / 2);
	const start = { x: Math.max(x, bar.x + 2), y: bottom(bar) };
	const label =
		box.width >= 240 && box.height > 30
			? { x: box.x + 92, y: box.y + 3, width: box.width - 118, height: 20 }
			: null;
	return {
		points: [
			{ x: box.x, y },
			{ x, y },
			...(start.x > x
				? [
						{ x, y: start.y + 6 },
						{ x: start.x, y: start.y + 6 }
					]
				: []),
			start
		],
		label
	};
}
