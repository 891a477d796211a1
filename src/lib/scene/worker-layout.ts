import type { Box } from './box.ts';
import { bottom, right } from './box.ts';
import type { WorkerLayout } from './layout.ts';
import { podGrid } from './pod-grid.ts';
import { textWidth } from './text-width.ts';

/** With room for a second line: the port. */
const chipHeight = 26;
const tallChipHeight = 36;

/** The inside of a worker: its chips in a row, the lane of calls under them, then its pods. */
export function workerLayout(name: string, box: Box, mostPods: number, type: number): WorkerLayout {
	if (box.width < 170 || box.height < 140) return tile(name, box, mostPods, type);
	const height = box.height >= 165 * type ? tallChipHeight : chipHeight;
	const [kubelet, runtime, kubeProxy] = chips(box, type, height);
	const lane = { x: box.x + 14, y: box.y + 36 + height, width: box.width - 28, height: 25 };
	const pods = {
		x: lane.x,
		y: bottom(lane),
		width: lane.width,
		height: bottom(box) - bottom(lane) - 10
	};
	const grid = podGrid(pods, mostPods, type);
	return {
		name,
		box,
		size: 'full',
		kubelet: kubelet!,
		runtime: runtime!,
		kubeProxy: kubeProxy ?? null,
		lane,
		pods,
		grid
	};
}

/** As many of the three as have room for their names. */
function chips(box: Box, type: number, height: number): Box[] {
	const style = { size: 12 * type, font: 'sans', weight: 500 } as const;
	const names = ['kubelet', 'containerd', 'kube-proxy'].map((text) => textWidth(text, style));
	const inset = box.width < 260 ? 8 : 14;
	const room = box.width - 2 * inset;
	const total = names.reduce((sum, width) => sum + width, 0);
	const padding = Math.max(4, Math.min(15, (room - total - 14) / 6));
	let x = box.x + inset;
	const boxes: Box[] = [];
	for (const width of names) {
		const chip = { x, y: box.y + 36, width: width + 2 * padding, height };
		if (right(chip) > right(box) - inset + 0.1) break;
		boxes.push(chip);
		x = right(chip) + 7;
	}
	return boxes;
}

/** A worker among many: name and pods, its machinery in one corner. */
function tile(name: string, box: Box, mostPods: number, type: number): WorkerLayout {
	const header = Math.min(20, 14 * type);
	const corner = { x: right(box) - 12, y: box.y + 4, width: 6, height: 6 };
	const pods = {
		x: box.x + 8,
		y: box.y + header + 4,
		width: box.width - 16,
		height: box.height - header - 7
	};
	const lane = { x: box.x + 8, y: box.y, width: 0, height: 0 };
	const grid = podGrid(pods, mostPods, type);
	return {
		name,
		box,
		size: 'tile',
		kubelet: corner,
		runtime: corner,
		kubeProxy: null,
		lane,
		pods,
		grid
	};
}
