import type { AnyStateMachine, AnyStateNode } from 'xstate';

export interface ChartState {
	/** Path in the machine, joined with dots. */
	readonly path: string;
	readonly name: string;
	readonly depth: number;
	readonly final: boolean;
	readonly initial: boolean;
	/** Row in the drawing, from 0. */
	readonly row: number;
}

export interface ChartArrow {
	readonly from: string;
	readonly to: string;
	/** Events that take it. */
	readonly events: readonly string[];
}

export interface StateChart {
	readonly states: readonly ChartState[];
	readonly arrows: readonly ChartArrow[];
}

const pathOf = (node: AnyStateNode) => node.path.join('.');

function targetsOf(node: AnyStateNode): { event: string; to: string }[] {
	const moves = [...node.transitions.values(), node.always ?? []].flat();
	return moves.flatMap(({ eventType, target }) =>
		(target ?? []).map((to) => ({ event: eventType, to: pathOf(to) }))
	);
}

/** States in the order in which a walk from the initial one meets them, each before what is inside it. */
function inOrder(parent: AnyStateNode, places: ReadonlyMap<string, number>): AnyStateNode[] {
	return Object.values(parent.states)
		.sort((a, b) => (places.get(pathOf(a)) ?? 0) - (places.get(pathOf(b)) ?? 0))
		.flatMap((node) => [node, ...inOrder(node, places)]);
}

/** When a walk in breadth from the initial states meets each state; those it never meets come last. */
function walk(nodes: readonly AnyStateNode[], moves: ReadonlyMap<string, readonly string[]>) {
	const places = new Map<string, number>();
	const queue = nodes.filter((node) => node.parent?.initial?.target.includes(node)).map(pathOf);
	for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
		if (places.has(path)) continue;
		places.set(path, places.size);
		queue.push(...(moves.get(path) ?? []));
	}
	for (const node of nodes) if (!places.has(pathOf(node))) places.set(pathOf(node), places.size);
	return places;
}

function allStates(node: AnyStateNode): AnyStateNode[] {
	return Object.values(node.states).flatMap((child) => [child, ...allStates(child)]);
}

/** A machine as a chart: read from the machine that runs, so that the two can't differ. */
export function stateChart(machine: AnyStateMachine): StateChart {
	const nodes = allStates(machine.root);
	const moves = new Map(nodes.map((node) => [pathOf(node), targetsOf(node).map(({ to }) => to)]));
	const places = walk(nodes, moves);
	const states = inOrder(machine.root, places).map((node, row) => ({
		path: pathOf(node),
		name: node.key,
		depth: node.path.length - 1,
		final: node.type === 'final',
		initial: node.parent?.initial?.target.includes(node) ?? false,
		row
	}));
	const arrows = new Map<string, { from: string; to: string; events: string[] }>();
	for (const node of nodes) {
		for (const { event, to } of targetsOf(node)) {
			const from = pathOf(node);
			const arrow = arrows.get(`${from} ${to}`);
			if (arrow) arrow.events.push(event);
			else arrows.set(`${from} ${to}`, { from, to, events: [event] });
		}
	}
	return { states, arrows: [...arrows.values()] };
}
