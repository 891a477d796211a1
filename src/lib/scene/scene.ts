import { requestsOf } from '#lib/trace/requests.ts';
import type { TraceIndex } from '#lib/trace/state-at.ts';
import { drawApiServer } from './draw-api-server.ts';
import { drawControllerManager } from './draw-controller-manager.ts';
import { drawEtcd } from './draw-etcd.ts';
import { drawFrame, drawLinks } from './draw-frame.ts';
import { drawInside } from './inside/draw-inside.ts';
import { drawMessages } from './draw-messages.ts';
import { drawObjectCard } from './draw-object-card.ts';
import { drawScheduler } from './draw-scheduler.ts';
import { drawTerminal } from './draw-terminal.ts';
import { drawWatches } from './draw-watches.ts';
import { drawWorker } from './draw-worker.ts';
import type { Layout } from './layout.ts';
import type { Scene } from './mark.ts';
import type { SceneOptions } from './options.ts';
import { packets } from './request-path.ts';
import { slotsOf } from './slots.ts';
import { stackedLayout } from './stacked-layout.ts';
import { drawRequests } from './traffic/draw-requests.ts';
import { workerPlaces } from './traffic/stage-places.ts';
import { viewOf } from './view-of.ts';
import { watchingPlaces } from './watching.ts';
import { wideLayout } from './wide-layout.ts';

/** The picture of a cluster at a moment: the same trace, moment and options always give the same marks. */
export function scene(index: TraceIndex, clusterMs: number, options: SceneOptions): Scene {
	const view = viewOf(index, clusterMs, options, layoutFor(index, options));
	const { pen, layout } = view;
	const { width, height } = options;
	pen.rect(
		'ground',
		{ x: 0, y: 0, width: width / layout.unit, height: height / layout.unit },
		{ fill: 'paper' }
	);
	drawFrame(view);
	const watched = watchingPlaces(view.state);
	drawLinks(view, watched);
	if (options.showWatches) drawWatches(view, watched);
	drawControllerManager(view, layout.controllerManager);
	drawScheduler(view, layout.scheduler);
	drawEtcd(view, layout.etcd);
	const inside = packets(view);
	drawApiServer(view, inside);
	if (layout.terminal) drawTerminal(view, layout.terminal);
	if (layout.card) drawObjectCard(view, layout.card);
	for (const worker of layout.workers) drawWorker(view, worker);
	if (options.inside && layout.inside) drawInside(view, options.inside, layout.inside);
	drawMessages(view, inside);
	if (layout.requests) drawRequests(view, layout.requests, workerPlaces(view));
	return { width, height, marks: pen.marks };
}

/** Narrower stages, px, are drawn with everything one under the other. */
const leastWideWidth = 840;

function layoutFor(
	{ trace }: TraceIndex,
	{ width, height, projector = false, inside }: SceneOptions
): Layout {
	const workers = trace.header.nodes.map(({ name }) => name);
	const stage = {
		width,
		height,
		projector,
		workers,
		mostPods: slotsOf(trace).most,
		traffic: requestsOf(trace).length > 0,
		inside: inside !== undefined
	};
	return width < leastWideWidth ? stackedLayout(stage) : wideLayout(stage);
}
