import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import {
	maxReplicas,
	minAvailable,
	isRollingUpdate
} from '#lib/cluster/controllers/deployment/fenceposts.ts';
import { message } from '#lib/i18n/message.ts';
import { podCountsAt, podCountsOf } from '#lib/trace/pod-counts.ts';
import { bottom, right, type Box } from '../box.ts';
import { textWidth } from '../text-width.ts';
import { comparedDeployment } from './deployments.ts';
import { drawRequestBars } from './draw-request-bars.ts';
import type { SideView } from './side-view.ts';

/** px a unit of cluster time falls on; the axis is the screen's time, as the timeline's is. */
export interface ChartScales {
	readonly x: (clusterMs: number) => number;
	readonly y: ScaleLinear<number, number>;
	readonly left: number;
	readonly right: number;
}

const barsHeight = 17;

/** Ready Pods of every side against the bounds, and under them what became of the requests; until now. */
export function drawChart(
	views: readonly SideView[],
	box: Box,
	x: (clusterMs: number) => number,
	area: { readonly left: number; readonly right: number }
): void {
	const view = views[0];
	if (!view) return;
	const { pen, locale, layout } = view;
	const most = Math.max(1, ...views.map(mostPods));
	const bars = views.length * barsHeight;
	const y = scaleLinear()
		.domain([0, most])
		.range([bottom(box) - 14 - bars, box.y + 20]);
	const scales: ChartScales = { x, y, ...area };
	pen.text('chart/title', box.x + 16, box.y + 21, message(locale, 'compare.readyPods'), {
		size: 12,
		weight: 600,
		fill: 'ink',
		room: area.left - box.x - 44
	});
	for (const tick of y.ticks(Math.min(4, most)).filter(Number.isInteger)) {
		pen.path(`chart/grid/${tick}`, ['M', area.left, y(tick), 'L', area.right, y(tick)], {
			stroke: 'line',
			strokeWidth: 1
		});
		pen.text(`chart/tick/${tick}`, area.left - 10, y(tick) + 4 * layout.type, String(tick), {
			size: 11,
			fill: 'ink2',
			anchor: 'end'
		});
	}
	drawBounds(views, scales);
	views.forEach((each, i) => drawReady(each, scales, i));
	drawReadyLabels(views, scales);
	drawNow(view, scales, box);
	views.forEach((each, i) => {
		const top = bottom(box) - 8 - bars + i * barsHeight;
		drawRequestBars(each, { x: box.x, y: top, width: area.left, height: barsHeight - 4 }, scales);
	});
}

function mostPods({ index, state }: SideView): number {
	const deployment = comparedDeployment(state);
	const ready = Math.max(...podCountsOf(index.trace).map(({ total }) => total.ready));
	return Math.max(ready, deployment ? maxReplicas(deployment) : 0);
}

/** The two lines that a RollingUpdate promises not to cross. */
function drawBounds(views: readonly SideView[], { x, y, left, right: end }: ChartScales): void {
	const view = views.find(({ state }) => {
		const deployment = comparedDeployment(state);
		return deployment !== null && isRollingUpdate(deployment.spec);
	});
	const deployment = view && comparedDeployment(view.state);
	if (!view || !deployment) return;
	const { pen, locale, clock, layout } = view;
	// Where the line comes, the names give way.
	const head = x(clock.nowMs);
	const isBefore = head > end - 290;
	const labelX = isBefore ? head - 150 * layout.type : end - 4;
	const room = isBefore ? labelX - left - 8 : labelX - head - widestReadyLabel(views) - 22;
	const bounds = [
		['most', maxReplicas(deployment), 'write', 'compare.atMost'],
		['least', minAvailable(deployment.spec), 'watch', 'compare.atLeast']
	] as const;
	for (const [key, value, ink, label] of bounds) {
		pen.path(`chart/bound/${key}`, ['M', left, y(value), 'L', end, y(value)], {
			stroke: ink,
			strokeWidth: 1.5,
			dashed: true
		});
		if (labelX < left + 300) continue;
		pen.text(`chart/bound/${key}/label`, labelX, y(value) - 4, message(locale, label), {
			size: 11,
			fill: ink,
			anchor: 'end',
			room
		});
	}
}

/** The first side solid, the second dashed: never colour alone. */
function drawReady({ pen, index, clock }: SideView, scales: ChartScales, i: number): void {
	const counts = podCountsOf(index.trace);
	const past = counts.filter(({ atMs }) => atMs <= clock.nowMs);
	const now = podCountsAt(counts, clock.nowMs);
	const points = [
		...past.map(({ atMs, total }) => [atMs, total.ready] as const),
		[clock.nowMs, now.total.ready] as const
	];
	// Two lines at the same height would be one.
	const shift = i * 2.5;
	const path = line<readonly [number, number]>()
		.x(([ms]) => scales.x(ms))
		.y(([, ready]) => scales.y(ready) + shift)
		.curve(curveStepAfter)([...points]);
	if (!path) return;
	const ink = i === 0 ? 'ink' : 'ink2';
	pen.path('chart/ready', commandsOf(path), { stroke: ink, strokeWidth: 2.5, dashed: i > 0 });
}

const readyText = ({ index, clock, side }: SideView) =>
	`${side.title}: ${podCountsAt(podCountsOf(index.trace), clock.nowMs).total.ready}`;

const readyStyle = ({ pen }: SideView) =>
	({ size: pen.typeSize(12), font: 'sans', weight: 600 }) as const;

function widestReadyLabel(views: readonly SideView[]): number {
	return Math.max(...views.map((view) => textWidth(readyText(view), readyStyle(view))));
}

/** What each line says now, beside the play head; labels that would touch move apart. */
function drawReadyLabels(views: readonly SideView[], scales: ChartScales): void {
	const labels = views.map((view, i) => {
		const { index, clock, pen } = view;
		const { ready } = podCountsAt(podCountsOf(index.trace), clock.nowMs).total;
		const text = readyText(view);
		return { pen, ready, text, i, y: scales.y(ready), width: textWidth(text, readyStyle(view)) };
	});
	labels.sort((a, b) => a.y - b.y || a.i - b.i);
	const step = 16 * (views[0]?.layout.type ?? 1);
	const [lowest, highest] = scales.y.range() as [number, number];
	let y = highest - 2;
	labels.forEach((label, i) => {
		const after = labels.length - 1 - i;
		label.y = Math.min(lowest + 4 - after * step, Math.max(y, label.y - 6));
		y = label.y + step;
	});
	const head = views[0] ? scales.x(views[0].clock.nowMs) : 0;
	const width = widestReadyLabel(views);
	const onRight = head + 14 + width < scales.right;
	for (const { pen, ready, text, i, y: baseline, width: own } of labels) {
		const x = onRight ? head + 10 : head - 10 - own;
		const ground = { x: x - 4, y: baseline - step * 0.75, width: own + 8, height: step };
		pen.rect('chart/ready/ground', ground, { fill: 'surface', radius: 3 });
		pen.text('chart/ready/label', x, baseline, text, {
			size: 12,
			weight: 600,
			fill: ready === 0 ? 'bad' : i === 0 ? 'ink' : 'ink2'
		});
	}
}

function drawNow({ pen, clock }: SideView, { x }: ChartScales, box: Box): void {
	const at = x(clock.nowMs);
	pen.path('chart/now', ['M', at, box.y + 8, 'L', at, bottom(box) - 8], {
		stroke: 'api',
		strokeWidth: 2
	});
}

/** A path's data as the pen takes it: numbers are lengths. */
function commandsOf(path: string): (string | number)[] {
	return (path.match(/[A-Z]|-?[\d.]+(?:e-?\d+)?/g) ?? []).map((part) =>
		/[A-Z]/.test(part) ? part : Number(part)
	);
}

/** Where the chart's own area lies in its box: a column for names and numbers left, the costs right. */
export function chartArea(
	box: Box,
	costsWidth: number,
	type: number
): { left: number; right: number } {
	return { left: box.x + 92 * type + 24, right: right(box) - costsWidth - 18 };
}
