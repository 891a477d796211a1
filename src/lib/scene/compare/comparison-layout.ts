import { bottom, right, type Box } from '../box.ts';

/** Where everything of a comparison stands, in units of a 1280 px wide stage. */
export interface ComparisonLayout {
	readonly unit: number;
	readonly type: number;
	readonly sides: readonly SideLayout[];
	readonly chart: Box;
}

export interface SideLayout {
	readonly box: Box;
	/** The Deployment, its ReplicaSets, the arithmetic; null where the side has none. */
	readonly owners: Box | null;
	readonly workers: readonly Box[];
	/** Where requests arrive; null without traffic. */
	readonly requests: Box | null;
}

interface Asked {
	/** px. */
	readonly width: number;
	readonly height: number;
	readonly projector: boolean;
	/** One entry a side. */
	readonly sides: readonly {
		readonly workers: number;
		readonly traffic: boolean;
		readonly owners: boolean;
	}[];
}

const margin = 24;
const top = 16;
const between = 14;
const padding = 14;
/** Narrower stages, px, have the sides one under the other. */
const leastWidthForTwo = 840;

/** The sides next to each other, or one under the other where it is narrow, and the chart under them. */
export function comparisonLayout({ width, height, projector, sides }: Asked): ComparisonLayout {
	const narrow = width < leastWidthForTwo;
	const unit = narrow ? 1 : Math.max(1, Math.min(width / 1280, height / 510));
	const type = projector ? 1.35 : 1;
	const edge = narrow ? 12 : margin;
	const [across, down] = [width / unit - 2 * edge, height / unit - top - 8];
	const chartHeight = Math.min(down * 0.34, 150 + Math.max(0, down - 486) * 0.3);
	const columns = narrow ? 1 : sides.length;
	const rows = Math.ceil(sides.length / columns);
	const sideWidth = (across - (columns - 1) * between) / columns;
	const sideHeight = (down - chartHeight - rows * between) / rows;
	const boxes = sides.map((_, i) => ({
		x: edge + (i % columns) * (sideWidth + between),
		y: top + Math.floor(i / columns) * (sideHeight + between),
		width: sideWidth,
		height: sideHeight
	}));
	return {
		unit,
		type,
		sides: boxes.map((box, i) => sideLayout(box, sides[i]!, type)),
		chart: { x: edge, y: top + down - chartHeight, width: across, height: chartHeight }
	};
}

function sideLayout(box: Box, side: Asked['sides'][number], type: number): SideLayout {
	const inner = { x: box.x + padding, width: box.width - 2 * padding };
	const head = box.y + 14 + 22 * type;
	const owners = side.owners ? { ...inner, y: head, height: 58 } : null;
	const below = owners ? bottom(owners) + 12 : head + 4;
	const requestsHeight = side.traffic ? 40 : 12;
	const end = bottom(box) - requestsHeight;
	const gap = box.width > 500 ? 10 : 6;
	const count = Math.max(1, side.workers);
	const columns = count <= 4 ? count : Math.ceil(count / 2);
	const rows = Math.ceil(count / columns);
	const width = (inner.width - (columns - 1) * gap) / columns;
	const height = (end - below - (rows - 1) * gap) / rows;
	const workers = Array.from({ length: side.workers }, (_, i) => ({
		x: inner.x + (i % columns) * (width + gap),
		y: below + Math.floor(i / columns) * (height + gap),
		width,
		height
	}));
	const requests = side.traffic
		? { x: inner.x, y: end, width: right(box) - padding - inner.x, height: requestsHeight }
		: null;
	return { box, owners, workers, requests };
}
