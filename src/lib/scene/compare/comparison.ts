import { stateAt } from '#lib/trace/state-at.ts';
import { requestsOf } from '#lib/trace/requests.ts';
import { right } from '../box.ts';
import type { Scene } from '../mark.ts';
import type { SceneOptions } from '../options.ts';
import { Pen } from '../pen.ts';
import { ScreenClock } from '../screen-clock.ts';
import type { ComparedSide } from './compared-side.ts';
import { comparisonLayout, type ComparisonLayout, type SideLayout } from './comparison-layout.ts';
import { comparedDeployment, hasDeployment } from './deployments.ts';
import { chartArea, drawChart } from './draw-chart.ts';
import { drawCosts } from './draw-costs.ts';
import { drawOwners } from './draw-owners.ts';
import { drawRequests } from '../traffic/draw-requests.ts';
import type { WorkerPlaces } from '../traffic/worker-places.ts';
import { drawWorkerOfSide } from './draw-workers.ts';
import type { SideView } from './side-view.ts';

/**
 * Clusters side by side at the same moment of one clock, over one chart: the same sides, moment and options always give
 * the same marks. `options.tempo` is made from the traces of all sides.
 */
export function comparison(
	sides: readonly ComparedSide[],
	clusterMs: number,
	options: SceneOptions
): Scene {
	const { width, height, tempo, projector = false } = options;
	const layout = layoutFor(sides, options);
	const pen = new Pen(layout.unit, layout.type);
	const clock = new ScreenClock(clusterMs, tempo, options.reducedMotion ?? false);
	pen.rect(
		'ground',
		{ x: 0, y: 0, width: width / layout.unit, height: height / layout.unit },
		{ fill: 'paper' }
	);
	const views = sides.map((side): SideView => ({
		side,
		index: side.index,
		state: stateAt(side.index, clusterMs),
		clock,
		layout,
		pen: pen.within(side.key),
		locale: options.locale,
		detail: options.detail ?? null
	}));
	views.forEach((view, i) => drawSide(view, layout.sides[i]!));
	drawUnder(views, layout, options, projector);
	return { width, height, marks: pen.marks };
}

function layoutFor(
	sides: readonly ComparedSide[],
	{ width, height, projector = false }: SceneOptions
): ComparisonLayout {
	return comparisonLayout({
		width,
		height,
		projector,
		sides: sides.map(({ index: { trace } }) => ({
			workers: trace.header.nodes.length,
			traffic: requestsOf(trace).length > 0,
			owners: hasDeployment(trace)
		}))
	});
}

function drawSide(view: SideView, layout: SideLayout): void {
	const { pen, side, state, index } = view;
	const { box } = layout;
	pen.rect('side', box, { fill: 'raised', stroke: 'line', strokeWidth: 1.25, radius: 12 });
	const baseline = box.y + 10 + 16 * view.layout.type;
	pen.text('side/title', box.x + 16, baseline, side.title, {
		size: 18,
		leastSize: 13,
		weight: 600,
		fill: 'ink',
		room: box.width * 0.42
	});
	pen.text('side/note', right(box) - 16, baseline, side.note, {
		size: 12,
		leastSize: 11,
		fill: 'ink2',
		anchor: 'end',
		room: box.width * 0.58 - 40
	});
	const deployment = comparedDeployment(state);
	if (layout.owners && deployment) drawOwners(view, layout.owners, deployment);
	const service = requestsOf(index.trace)[0]?.service ?? null;
	const places = new Map<string, WorkerPlaces>();
	index.trace.header.nodes.forEach(({ name }, i) => {
		const worker = layout.workers[i];
		if (worker) places.set(name, drawWorkerOfSide(view, worker, name, service));
	});
	if (layout.requests) drawRequests(view, layout.requests, places);
}

function drawUnder(
	views: readonly SideView[],
	layout: ComparisonLayout,
	{ tempo }: SceneOptions,
	projector: boolean
): void {
	const [view] = views;
	if (!view) return;
	const { chart: box, type } = layout;
	const { pen } = view;
	pen.rect('chart', box, { fill: 'surface', stroke: 'line', strokeWidth: 1.25, radius: 12 });
	const wide = box.width > 760;
	const costsWidth = wide
		? Math.min(box.width * 0.42, projector ? 420 : 340)
		: Math.min(box.width - 40, 340);
	const area = chartArea(box, costsWidth, type);
	const x = (ms: number) =>
		area.left + (tempo.toScreen(ms) / tempo.durationMs) * (area.right - area.left);
	if (area.right - area.left > 120) drawChart(views, box, x, area);
	drawCosts(views, { ...box, x: right(box) - costsWidth, width: costsWidth });
}
