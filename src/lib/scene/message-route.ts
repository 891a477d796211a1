import type { Message } from '#lib/trace/event.ts';
import { bottom, centre, type Box, type Point } from './box.ts';
import { placeOf, type Layout, type WorkerLayout } from './layout.ts';
import { slotBox } from './pod-grid.ts';
import { slotsOf } from './slots.ts';
import type { View } from './view.ts';

/** The way that a message takes over the stage. */
export interface Route {
	readonly points: readonly Point[];
	/** Messages of one channel share its label. */
	readonly channel: string;
	readonly label: Box | null;
}

/** Null when an end of it isn't on this stage. */
export function routeOf(view: View, message: Message): Route | null {
	const { from, to } = message;
	if (from === 'api-server') return linkRoute(view.layout, to, true);
	if (to === 'api-server') return linkRoute(view.layout, from, false);
	return nodeRoute(view, message);
}

function linkRoute(layout: Layout, actor: string, outwards: boolean): Route | null {
	const place = placeOf(actor);
	const link = layout.links.get(place);
	if (!link) return null;
	const points = outwards ? [...link.points].reverse() : link.points;
	return { points, channel: place, label: link.label };
}

function nodeRoute(view: View, message: Message): Route | null {
	const worker = view.layout.workers.find(
		({ name }) => message.from.endsWith(`/${name}`) || message.to.endsWith(`/${name}`)
	);
	if (!worker || worker.size === 'tile') return null;
	const from = standing(view, worker, message.from, message);
	const to = standing(view, worker, message.to, message);
	const { y } = worker.lane;
	const channel = `lane/${worker.name}`;
	const laneY = y + 7;
	const straight = Math.abs(from.x - to.x) < 1;
	const points = straight ? [from, to] : [from, { x: from.x, y: laneY }, { x: to.x, y: laneY }, to];
	const x = centre(worker.runtime).x + 16;
	const label = { x, y: y + 4, width: worker.lane.x + worker.lane.width - x, height: 18 };
	return { points, channel, label };
}

/** Where on a worker an actor is met: a chip from below, or the Pod that CNI and OCI work on. */
function standing(view: View, worker: WorkerLayout, actor: string, { content }: Message): Point {
	const below = (box: Box) => ({ x: centre(box).x, y: bottom(box) });
	if (actor.startsWith('kubelet/')) return below(worker.kubelet);
	if (actor.startsWith('runtime/')) return below(worker.runtime);
	if (actor === 'registry') return { x: centre(worker.runtime).x, y: bottom(worker.box) };
	const name = 'pod' in content ? content.pod : undefined;
	const slots = slotsOf(view.index.trace).byNode.get(worker.name) ?? [];
	const slot = slots.findLast(({ pod, bornAtMs }) => pod === name && bornAtMs <= view.clock.nowMs);
	if (!slot) return { x: centre(worker.runtime).x, y: worker.pods.y };
	const box = slotBox(worker.grid, worker.pods, slot.slot);
	return { x: Math.min(centre(worker.runtime).x, box.x + box.width - 12), y: box.y };
}

/** The point at a share of a way's length. */
export function alongRoute(points: readonly Point[], share: number): Point {
	const lengths = points
		.slice(1)
		.map((point, i) => Math.hypot(point.x - points[i]!.x, point.y - points[i]!.y));
	let left = Math.min(1, Math.max(0, share)) * lengths.reduce((sum, length) => sum + length, 0);
	for (const [i, length] of lengths.entries()) {
		const [a, b] = [points[i]!, points[i + 1]!];
		if (left <= length && length > 0) {
			return { x: a.x + ((b.x - a.x) * left) / length, y: a.y + ((b.y - a.y) * left) / length };
		}
		left -= length;
	}
	return points[points.length - 1]!;
}
