import { bottom, right, type Box } from './box.ts';
import type { Layout, Link } from './layout.ts';
import { workerLayout } from './worker-layout.ts';

const margin = 24;
const top = 20;
const columnWidth = 232;
/** Large type needs more for a field and its value. */
const projectorColumnWidth = 264;
/** Where there is no room for a column, the terminal is only a prompt beside the bar. */
const promptWidth = 64;
const leastWidthWithColumn = 1076;
const gap = 16;
const labelHeight = 24;
/** Beside what stands opened the workers are small. */
const smallWorkersWidth = 148;
const smallWorkersGutter = 28;

/** What a layout must place. */
export interface Stage {
	/** px. */
	readonly width: number;
	readonly height: number;
	readonly projector: boolean;
	readonly workers: readonly string[];
	readonly mostPods: number;
	/** There are requests to programs. */
	readonly traffic: boolean;
	/** A part of the cluster stands opened. */
	readonly inside: boolean;
}

/** 16:9: person left, control plane right, the workers under it. */
export function wideLayout(stage: Stage): Layout {
	// Never smaller than designed: type would fall below what can be read.
	const unit = Math.max(1, Math.min(stage.width / 1280, stage.height / 516));
	const width = stage.width / unit;
	const height = stage.height / unit;
	const type = stage.projector ? 1.35 : 1;
	const hasColumn = width >= leastWidthWithColumn;
	const leftColumn = !hasColumn
		? promptWidth
		: stage.projector
			? projectorColumnWidth
			: columnWidth;
	const x = margin + leftColumn + 20;
	const spare = Math.max(0, height - 516);
	const group = { x, y: top, width: width - x - margin, height: 252 + spare * 0.35 };
	const inner = { x: x + 18, y: group.y + 38, width: group.width - 36 };
	const rowHeight = 84 + spare * 0.2;
	const [managerShare, schedulerShare] = !hasColumn
		? [0.25, 0.4]
		: stage.projector
			? [0.235, 0.43]
			: [0.208, 0.449];
	const free = inner.width - 2 * gap;
	const controllerManager = {
		x: inner.x,
		y: inner.y,
		width: free * managerShare + 6,
		height: rowHeight
	};
	const scheduler = {
		...controllerManager,
		x: right(controllerManager) + gap,
		width: free * schedulerShare + 14
	};
	const etcdX = right(scheduler) + gap;
	const etcd = { ...controllerManager, x: etcdX, width: inner.x + inner.width - etcdX };
	const barY = bottom(controllerManager) + 42;
	const bar = { x: inner.x, y: barY, width: inner.width, height: bottom(group) - 14 - barY };
	const gates = gateRow(bar, 128 * (stage.projector ? 1.1 : 1));
	const requestsHeight = stage.traffic ? 30 : 0;
	const below = {
		x,
		y: bottom(group) + 24,
		width: group.width,
		height: height - bottom(group) - 24 - 8 - requestsHeight
	};
	const inside = stage.inside
		? { ...below, width: below.width - smallWorkersWidth - smallWorkersGutter }
		: null;
	const boxes = inside
		? smallWorkers(below, stage.workers.length)
		: workerBoxes(below, stage.workers.length);
	const workers = stage.workers.map((name, i) =>
		workerLayout(name, boxes[i]!, stage.mostPods, type)
	);
	const terminal = hasColumn
		? {
				x: margin,
				y: top,
				width: leftColumn,
				// What was said matters more than one object while something stands opened.
				height: inside ? bottom(below) - top : group.height
			}
		: { x: margin, y: barY, width: leftColumn, height: bar.height };
	const links = new Map<string, Link>([
		['terminal', terminalLink(terminal, bar, controllerManager)],
		[
			'controller-manager',
			upwards(
				controllerManager,
				bar,
				right(controllerManager) - 16,
				scheduler.x + scheduler.width / 2 - 8
			)
		],
		['scheduler', upwards(scheduler, bar, scheduler.x + scheduler.width / 2, etcd.x + 16)],
		['etcd', upwards(etcd, bar, etcd.x + 24, right(etcd))],
		...workers.map(({ name, box }) => [`worker/${name}`, workerLink(box, bar, below)] as const)
	]);
	return {
		unit,
		type,
		terminal,
		card:
			hasColumn && !inside
				? { x: margin, y: below.y, width: leftColumn, height: below.height }
				: null,
		group,
		controllerManager,
		scheduler,
		etcd,
		bar,
		gates,
		narrow: false,
		railY: bottom(bar) - 9,
		workers,
		links,
		inside,
		requests: stage.traffic
			? { x, y: bottom(below) + 2, width: group.width, height: requestsHeight }
			: null
	};
}

function gateRow(bar: Box, titleWidth: number): Box[] {
	const x = bar.x + titleWidth;
	const width = (right(bar) - 18 - x - 4 * 12) / 5;
	return [0, 1, 2, 3, 4].map((i) => ({
		x: x + i * (width + 12),
		y: bar.y + 8,
		width,
		height: bar.height - 26
	}));
}

/** One row as long as each has room for its chips, else a grid with a gutter for the links left of each column. */
function workerBoxes(area: Box, count: number): Box[] {
	const columns =
		count <= 4
			? Math.max(1, count)
			: count <= 8
				? Math.ceil(count / 2)
				: count <= 24
					? Math.ceil(count / 3)
					: 10;
	const rows = Math.max(1, Math.ceil(count / columns));
	const gutter = rows > 1 ? 28 : 0;
	const [across, down] = [gap, rows > 1 ? 8 : gap];
	const width = (area.width - gutter - (columns - 1) * across) / columns;
	const height = (area.height - (rows - 1) * down) / rows;
	return Array.from({ length: count }, (_, i) => ({
		x: area.x + gutter + (i % columns) * (width + across),
		y: area.y + Math.floor(i / columns) * (height + down),
		width,
		height
	}));
}

/** In a column at the right, as high as what stands opened, the way to the bar left of it. */
function smallWorkers(area: Box, count: number): Box[] {
	const columns = Math.max(1, Math.ceil(count / 8));
	const rows = Math.max(1, Math.ceil(count / columns));
	const width = (smallWorkersWidth - (columns - 1) * 8) / columns;
	const height = (area.height - (rows - 1) * 8) / rows;
	return Array.from({ length: count }, (_, i) => ({
		x: right(area) - smallWorkersWidth + (i % columns) * (width + 8),
		y: area.y + Math.floor(i / columns) * (height + 8),
		width,
		height
	}));
}

function upwards(component: Box, bar: Box, x: number, labelEnd: number): Link {
	const y = (bottom(component) + bar.y - labelHeight) / 2;
	return {
		points: [
			{ x, y: bottom(component) },
			{ x, y: bar.y }
		],
		label: { x: x + 14, y, width: labelEnd - x - 18, height: labelHeight }
	};
}

function terminalLink(terminal: Box, bar: Box, above: Box): Link {
	const y = bar.y + bar.height * 0.42;
	const label = {
		x: bar.x + 6,
		y: (bottom(above) + bar.y - labelHeight) / 2,
		width: above.width - 36,
		height: labelHeight
	};
	return {
		points: [
			{ x: right(terminal), y },
			{ x: bar.x, y }
		],
		label
	};
}

function workerLink(box: Box, bar: Box, area: Box): Link {
	if (box.width >= 170 && box.y === area.y) {
		const x = box.x + 50;
		const y = (box.y + bottom(bar) - 22) / 2;
		const label = { x: x + 12, y, width: box.width - 70, height: 22 };
		return {
			points: [
				{ x, y: box.y },
				{ x, y: bottom(bar) }
			],
			label
		};
	}
	const x = box.x - 8;
	const y = box.y + Math.min(12, box.height / 2);
	return {
		points: [
			{ x: box.x, y },
			{ x, y },
			{ x, y: bottom(bar) }
		],
		label: null
	};
}
