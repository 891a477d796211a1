import { requestsOf } from '#lib/trace/requests.ts';
import { stateAt } from '#lib/trace/state-at.ts';
import { bottom } from '../box.ts';
import type { ComparedSide } from '../compare/compared-side.ts';
import type { Layout } from '../layout.ts';
import type { Scene } from '../mark.ts';
import type { SceneOptions } from '../options.ts';
import { Pen } from '../pen.ts';
import { podsOnNode } from '../pods-on-node.ts';
import { slotBox } from '../pod-grid.ts';
import { ScreenClock } from '../screen-clock.ts';
import { slotsOf } from '../slots.ts';
import { drawRequestsOn } from '../traffic/draw-requests.ts';
import type { PartView } from '../view.ts';
import { drawSmallWorker } from './miniature.ts';
import { miniatureHeight, miniatureWidth, workersIn } from './miniature-layout.ts';

const edge = 14;
const gap = 12;

/** As `miniature`, of clusters one over the other: their workers, and what becomes of the requests. */
export function miniatureComparison(
	sides: readonly Pick<ComparedSide, 'key' | 'index'>[],
	clusterMs: number,
	{ tempo, reducedMotion = false }: Pick<SceneOptions, 'tempo' | 'reducedMotion'>
): Scene {
	const [width, height] = [miniatureWidth, miniatureHeight];
	const pen = new Pen(1, 1);
	const clock = new ScreenClock(clusterMs, tempo, reducedMotion);
	pen.rect('ground', { x: 0, y: 0, width, height }, { fill: 'paper' });
	const sideHeight = (height - 2 * edge - (sides.length - 1) * gap) / sides.length;
	sides.forEach(({ key, index }, i) => {
		const view: PartView = {
			index,
			state: stateAt(index, clusterMs),
			clock,
			layout: { unit: 1, type: 1 } satisfies Pick<Layout, 'unit' | 'type'>,
			pen: pen.within(key),
			locale: 'en',
			detail: null
		};
		const top = edge + i * (sideHeight + gap);
		drawSide(view, { x: edge, y: top, width: width - 2 * edge, height: sideHeight });
	});
	return { width, height, marks: pen.marks };
}

function drawSide(view: PartView, box: { x: number; y: number; width: number; height: number }) {
	const { trace } = view.index;
	view.pen.rect('side', box, { fill: 'surface', stroke: 'line', strokeWidth: 1.5, radius: 10 });
	const inner = { x: box.x + 8, y: box.y + 8, width: box.width - 16, height: box.height - 32 };
	const nodes = trace.header.nodes.map(({ name }) => name);
	const workers = workersIn(inner, nodes, slotsOf(trace).most);
	for (const worker of workers) drawSmallWorker(view, worker);
	if (requestsOf(trace).length === 0) return;
	const places = new Map(
		workers.map(({ name, box: { x, y }, grid, pods: area }) => {
			const pods = podsOnNode(view, name).map(({ slot }) => {
				const cell = slotBox(grid, area, slot.slot);
				return [slot.pod, { x: cell.x + cell.width / 2, y: cell.y + cell.height / 2 }] as const;
			});
			return [name, { proxy: { x: x + 8, y: y + 8 }, pods: new Map(pods) }] as const;
		})
	);
	const belt = { x: inner.x + 16, y: bottom(inner) + 4, width: inner.width - 16, height: 18 };
	drawRequestsOn(view, belt, places);
}
