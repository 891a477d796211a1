import type { ActorId } from '#lib/trace/event.ts';
import type { Box, Point } from './box.ts';
import type { PodGrid } from './pod-grid.ts';

/** Where everything stands, in units of a 1280 px wide stage. */
export interface Layout {
	/** px per unit. */
	readonly unit: number;
	/** Factor of type against its nominal size: 1, in projector mode 1.35. */
	readonly type: number;
	readonly terminal: Box | null;
	readonly card: Box | null;
	/** The control-plane node. */
	readonly group: Box;
	readonly controllerManager: Box;
	readonly scheduler: Box;
	readonly etcd: Box;
	readonly bar: Box;
	/** authenticate, authorize, mutate, validate, store. */
	readonly gates: readonly Box[];
	/** Gates too narrow for more than their number: only the current one is named. */
	readonly narrow: boolean;
	readonly railY: number;
	readonly workers: readonly WorkerLayout[];
	/** Where a part of the cluster stands opened; null when none does. */
	readonly inside: Box | null;
	/** Where the requests of a client arrive; null without any. */
	readonly requests: Box | null;
	/** By place: how it is joined to the bar. */
	readonly links: ReadonlyMap<string, Link>;
}

/** A way between a component and the bar. It never crosses another. */
export interface Link {
	/** From the component to the bar. */
	readonly points: readonly Point[];
	/** Where the label of what travels may lie; null where there is no room. */
	readonly label: Box | null;
}

export interface WorkerLayout {
	readonly name: string;
	readonly box: Box;
	/** `full`: chips and cards; `tile`: a name and pods. */
	readonly size: 'full' | 'tile';
	readonly kubelet: Box;
	readonly runtime: Box;
	readonly kubeProxy: Box | null;
	/** Under the chips, where labels of calls on the node ride. */
	readonly lane: Box;
	readonly pods: Box;
	readonly grid: PodGrid;
}

/** The place on the stage where an actor stands: `terminal`, a component, or `worker/<name>`. */
export function placeOf(actor: ActorId): string {
	if (actor.startsWith('kubectl/')) return 'terminal';
	const slash = actor.indexOf('/');
	return slash < 0 ? actor : `worker/${actor.slice(slash + 1)}`;
}
