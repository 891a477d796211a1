import { requestsOf } from '#lib/trace/requests.ts';
import type { TraceIndex } from '#lib/trace/state-at.ts';
import { drawLinks } from '../draw-frame.ts';
import { drawMessages } from '../draw-messages.ts';
import { drawPod } from '../draw-pod.ts';
import type { Scene } from '../mark.ts';
import type { SceneOptions } from '../options.ts';
import { slotBox } from '../pod-grid.ts';
import { podState } from '../pod-state.ts';
import { podsOnNode } from '../pods-on-node.ts';
import { packets } from '../request-path.ts';
import { slotsOf } from '../slots.ts';
import { drawRequestsOn } from '../traffic/draw-requests.ts';
import { workerPlaces } from '../traffic/stage-places.ts';
import type { PartView } from '../view.ts';
import { viewOf } from '../view-of.ts';
import type { WorkerLayout } from '../layout.ts';
import { drawSmallControlPlane } from './draw-small-control-plane.ts';
import { drawSmallTerminal } from './draw-small-terminal.ts';
import { miniatureHeight, miniatureLayout, miniatureWidth } from './miniature-layout.ts';

/** A cluster at a moment as a small picture without a word: who is busy, what travels, which Pods stand where in what state. */
export function miniature(
	index: TraceIndex,
	clusterMs: number,
	{ tempo, reducedMotion = false }: Pick<SceneOptions, 'tempo' | 'reducedMotion'>
): Scene {
	const [width, height] = [miniatureWidth, miniatureHeight];
	const { trace } = index;
	const layout = miniatureLayout(
		trace.header.nodes.map(({ name }) => name),
		slotsOf(trace).most,
		requestsOf(trace).length > 0
	);
	const options = { width, height, locale: 'en', tempo, reducedMotion } as const;
	const view = viewOf(index, clusterMs, options, layout);
	view.pen.rect('ground', { x: 0, y: 0, width, height }, { fill: 'paper' });
	drawLinks(view, new Map());
	const inside = packets(view);
	drawSmallControlPlane(view, inside);
	drawSmallTerminal(view);
	for (const worker of layout.workers) drawSmallWorker(view, worker);
	drawMessages(view, inside);
	if (layout.requests) drawRequestsOn(view, layout.requests, workerPlaces(view));
	return { width, height, marks: view.pen.marks };
}

/** A worker's outline and its Pods, each as the shape of its state. */
export function drawSmallWorker(view: PartView, { name, box, pods, grid }: WorkerLayout): void {
	view.pen.rect(`worker/${name}`, box, {
		fill: 'raised',
		stroke: 'line2',
		strokeWidth: 1.5,
		radius: 8
	});
	for (const shown of podsOnNode(view, name)) {
		const cell = slotBox(grid, pods, shown.slot.slot);
		drawPod(view, cell, grid.size, shown);
		if (!podState(shown.pod, shown.sandbox).terminating) continue;
		const key = `pod/${name}/${shown.slot.pod}/${shown.slot.bornAtMs}/hatch`;
		view.pen.rect(key, cell, { hatch: true, radius: 6, opacity: shown.presence });
	}
}
