import { describe, expect, it } from 'vitest';
import type { Output } from '#lib/trace/event.ts';
import { terminalPanes } from './terminal-panes.ts';

const outputs = (...steps: [number, Output['stream'], string][]) =>
	steps.map(([command, stream, text], seq): Output => {
		const actor = stream === 'input' ? 'terminal' : `kubectl/${command}`;
		return { kind: 'output', seq, atMs: seq, cause: null, actor, command, stream, text };
	});
const texts = (...steps: Parameters<typeof outputs>) =>
	terminalPanes(outputs(...steps)).map(({ lines }) => lines.map(({ text }) => text));

describe('terminalPanes', () => {
	it('shows commands one after another in one shell', () => {
		expect(
			texts([0, 'input', 'a'], [0, 'stdout', '1'], [0, 'exit', '0'], [1, 'input', 'b'])
		).toEqual([['a', '1', 'b']]);
	});

	it('opens a second shell for a command that is typed while another runs', () => {
		expect(
			texts([0, 'input', 'watch'], [1, 'input', 'run'], [0, 'stdout', 'x'], [1, 'stdout', 'y'])
		).toEqual([
			['watch', 'x'],
			['run', 'y']
		]);
	});

	it('has no third shell', () => {
		expect(texts([0, 'input', 'a'], [1, 'input', 'b'], [2, 'input', 'c'])).toEqual([
			['a'],
			['b', 'c']
		]);
	});
});
