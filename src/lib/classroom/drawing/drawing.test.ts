import { describe, expect, it } from 'vitest';
import { Drawing, nothingDrawn } from './drawing.svelte.ts';

describe('Drawing', () => {
	it('draws a stroke through the places that are far enough apart', () => {
		const drawing = new Drawing();
		drawing.begin({ x: 1.234, y: 2 });
		drawing.extend({ x: 1.5, y: 2 });
		drawing.extend({ x: 9, y: 2 });
		expect(drawing.drawn.strokes).toEqual([
			[
				{ x: 1.2, y: 2 },
				{ x: 9, y: 2 }
			]
		]);
	});

	it('begins another stroke without touching the one before', () => {
		const drawing = new Drawing();
		drawing.begin({ x: 0, y: 0 });
		drawing.begin({ x: 50, y: 50 });
		drawing.extend({ x: 60, y: 50 });
		expect(drawing.drawn.strokes.map((stroke) => stroke.length)).toEqual([1, 2]);
	});

	it('tells what it draws, and not what it takes over', () => {
		const drawing = new Drawing();
		const told: unknown[] = [];
		drawing.ondraw = (drawn) => told.push(drawn);
		drawing.take({ point: { x: 1, y: 1 }, strokes: [] });
		expect(told).toEqual([]);
		drawing.clear();
		expect(told).toEqual([nothingDrawn]);
	});

	it('puts a tool away with its key or with Escape, and the laser’s spot with it', () => {
		const drawing = new Drawing();
		expect(drawing.obey('pointer')).toBe(true);
		drawing.point({ x: 3, y: 4 });
		expect(drawing.obey('back')).toBe(true);
		expect([drawing.tool, drawing.drawn.point]).toEqual([undefined, null]);
		expect(drawing.obey('back')).toBe(false);
	});
});
