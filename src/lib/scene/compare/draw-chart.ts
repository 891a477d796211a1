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
import { fitText, textWidth } from '../text-width.ts';
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
		.range([bottom(box) - 14 - bars, box.y + 12]);
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
function drawBounds(views: readonly SideView[], { y, left, right: end }: ChartScales): void {
	const view = views.find(({ state }) => {
		const deployment = comparedDeployment(state);
		return deployment !== null && isRollingUpdate(deployment.spec);
	});
	const deployment = view && comparedDeployment(view.state);
	if (!view || !deployment) return;
	const { pen, locale } = view;
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
		pen.text(`chart/bound/${key}/label`, end - 4, y(value) - 4, message(locale, label), {
			size: 11,
			fill: ink,
			anchor: 'end'
		});
	}
}

/** The first side solid, the second dashed: never colour alone. */
function drawReady({ pen, index, clock, side }: SideView, scales: ChartScales, i: number): void {
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
	const { x: headX } = { x: scales.x(clock.nowMs) };
	const text = `${side.title}: ${now.total.ready}`;
	const style = { size: pen.typeSize(12), font: 'sans', weight: 600 } as const;
	const width = textWidth(text, style);
	const onRight = headX + 10 + width < scales.right - 140;
	const labelX = onRight ? headX + 10 : headX - 10;
	const y = Math.max(scales.y.range()[1]! + 6, scales.y(now.total.ready) + (i === 0 ? -6 : 15));
	pen.text('chart/ready/label', labelX, y, fitText(text, 200, style), {
		size: 12,
		weight: 600,
		fill: now.total.ready === 0 && past.length > 1 ? 'bad' : ink,
		anchor: onRight ? 'start' : 'end'
	});
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
