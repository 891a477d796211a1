import type { Output } from '#lib/trace/event.ts';

/** What one shell shows: the commands that ran in it one after another, with what they printed. */
export interface Pane {
	readonly lines: readonly Output[];
	/** No command runs: the next may be typed. */
	readonly free: boolean;
}

const mostPanes = 2;

/** A command that is typed while another still runs needs a shell of its own. */
export function terminalPanes(outputs: readonly Output[]): readonly Pane[] {
	const panes: { lines: Output[]; running: Set<number> }[] = [];
	for (const output of outputs) {
		let pane = panes.find(({ lines }) => lines.some((line) => line.command === output.command));
		if (!pane || output.stream === 'input') {
			pane = panes.find(({ running }) => running.size === 0);
			if (!pane && panes.length < mostPanes) panes.push((pane = { lines: [], running: new Set() }));
			pane ??= panes[mostPanes - 1]!;
		}
		if (output.stream === 'exit') pane.running.delete(output.command);
		else pane.lines.push(output);
		if (output.stream === 'input') pane.running.add(output.command);
	}
	return panes.map(({ lines, running }) => ({ lines, free: running.size === 0 }));
}
