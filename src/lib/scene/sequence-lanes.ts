import type { Message } from '#lib/trace/event.ts';
import { ranksOf } from '#lib/trace/rank.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { Pen } from './pen.ts';

/** A component's line in the sequence view. */
export interface Lane {
	readonly place: string;
	readonly x: number;
	readonly name: string;
	/** Where it runs, for what every node has. */
	readonly node: string | null;
	/** Width of its head, px. */
	readonly room: number;
	/** In which row its head stands, counted from 0. */
	readonly row: number;
}

const order = ['terminal', 'api-server', 'etcd', 'scheduler', 'controller-manager'];
const mostLanes = 12;
/** A row of heads, px. */
export const headHeight = 40;
/** Lanes closer together than this, px, have their heads in two rows, so that names have room. */
const leastStep = 84;

/** The lanes of those who take part in the story, by actor (`kubectl/<n>` all as `terminal`). */
export function lanesOf(
	trace: Trace,
	showEverything: boolean,
	gutter: number,
	width: number
): ReadonlyMap<string, Lane> {
	const places = [...partakers(trace, showEverything)].sort(
		(a, b) => place(a) - place(b) || (a < b ? -1 : 1)
	);
	const shown = places.slice(0, mostLanes);
	const step = (width - gutter - 12) / Math.max(1, shown.length);
	const rows = step < leastStep ? 2 : 1;
	return new Map(
		shown.map((actor, i) => {
			const lane = {
				place: actor,
				x: gutter + step * (i + 0.5),
				name: nameOf(actor),
				node: actor.split('/')[1] ?? null,
				room: Math.min(150, step * rows - 10),
				row: i % rows
			};
			return [actor, lane];
		})
	);
}

/** In how many rows the heads stand. */
export function headRows(lanes: ReadonlyMap<string, Lane>): number {
	return Math.max(1, ...[...lanes.values()].map(({ row }) => row + 1));
}

/** The lane of an actor. */
export function laneOf(actor: string): string {
	return actor.startsWith('kubectl/') ? 'terminal' : actor;
}

/** The lines first, so that those of the first row pass behind the heads of the second. */
export function drawLanes(
	pen: Pen,
	lanes: ReadonlyMap<string, Lane>,
	width: number,
	height: number
): void {
	for (const { place, x, row } of lanes.values()) {
		pen.path(`lane/${place}`, ['M', x, 4 + (row + 1) * headHeight, 'L', x, height], {
			stroke: 'line2',
			strokeWidth: 1.25
		});
	}
	for (const lane of lanes.values()) {
		const half = lane.room / 2;
		drawHead(pen, lane, Math.max(4 + half, Math.min(width - 4 - half, lane.x)));
	}
}

function drawHead(pen: Pen, { place, name, node, room, row }: Lane, centre: number): void {
	const subject = `component:${place}`;
	const top = 5 + row * headHeight;
	const box = { x: centre - room / 2, y: top, width: room, height: 36 };
	pen.rect(`lane/${place}/head`, box, {
		fill: 'surface',
		stroke: 'line2',
		strokeWidth: 1.25,
		radius: 7,
		subject
	});
	const writing = { fill: 'ink', anchor: 'middle', room: room - 4, subject } as const;
	pen.text(`lane/${place}/name`, centre, top + (node ? 15 : 22), name, {
		...writing,
		size: 12,
		leastSize: 11,
		weight: 600
	});
	if (node) {
		pen.text(`lane/${place}/node`, centre, top + 30, node, { ...writing, size: 11, fill: 'ink3' });
	}
}

function partakers(trace: Trace, showEverything: boolean): ReadonlySet<string> {
	const ranks = ranksOf(trace);
	const found = new Set<string>();
	for (const event of trace.events) {
		if (event.kind !== 'message' || event.atMs < trace.header.startMs) continue;
		if (ranks[event.seq] !== 'story' && !(showEverything && ranks[event.seq] === 'detail'))
			continue;
		for (const actor of ends(event)) found.add(actor);
	}
	return found;
}

function ends({ from, to }: Message): string[] {
	return [laneOf(from), laneOf(to)];
}

/** Fixed components first, then the nodes in the order of their names, the kubelet before the rest of its node. */
function place(actor: string): number {
	const fixed = order.indexOf(actor);
	if (fixed >= 0) return fixed;
	const kinds = ['kubelet/', 'runtime/', 'cni/', 'oci/', 'kube-proxy/'];
	const kind = kinds.findIndex((each) => actor.startsWith(each));
	return order.length + (kind < 0 ? kinds.length : kind);
}

function nameOf(actor: string): string {
	if (actor === 'terminal') return 'kubectl';
	if (actor === 'api-server') return 'API server';
	return (actor.split('/')[0] ?? actor).replace('runtime', 'containerd');
}
