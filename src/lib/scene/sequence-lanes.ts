import type { Message } from '#lib/trace/event.ts';
import { ranksOf } from '#lib/trace/rank.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** A component's line in the sequence view. */
export interface Lane {
	readonly place: string;
	readonly x: number;
	readonly name: string;
	/** Where it runs, for what every node has. */
	readonly node: string | null;
	/** Width of its head, px. */
	readonly room: number;
}

const order = ['terminal', 'api-server', 'etcd', 'scheduler', 'controller-manager'];
const mostLanes = 12;

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
	return new Map(
		shown.map((actor, i) => {
			const lane = {
				place: actor,
				x: gutter + step * (i + 0.5),
				name: nameOf(actor),
				node: actor.split('/')[1] ?? null,
				room: Math.min(150, step - 10)
			};
			return [actor, lane];
		})
	);
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
	return [from, to].map((actor) => (actor.startsWith('kubectl/') ? 'terminal' : actor));
}

/** Fixed components first, then the nodes in the order of their names, the kubelet before the rest of its node. */
function place(actor: string): number {
	const fixed = order.indexOf(actor);
	if (fixed >= 0) return fixed;
	const kinds = ['kubelet/', 'runtime/', 'cni/', 'oci/'];
	return (
		order.length +
		Math.max(
			0,
			kinds.findIndex((kind) => actor.startsWith(kind))
		)
	);
}

function nameOf(actor: string): string {
	if (actor === 'terminal') return 'kubectl';
	if (actor === 'api-server') return 'API server';
	return (actor.split('/')[0] ?? actor).replace('runtime', 'containerd');
}
