import { message } from '#lib/i18n/message.ts';
import type { Output } from '#lib/trace/event.ts';
import { bottom, right, type Box } from './box.ts';
import { terminalPanes, type Pane } from './terminal-panes.ts';
import { textWidth, wrapText } from './text-width.ts';
import type { View } from './view.ts';

/** One line as it stands on the screen. */
interface Row {
	readonly text: string;
	readonly bright: boolean;
	readonly key: string;
}

const size = 13;
const rowHeight = 21;
/** A narrower terminal shows no lines. */
const leastScreen = 120;
/** Screen time of a typed character. */
const typedMs = 26;

/** The person's terminal: what was typed, what was printed, the last lines of it. */
export function drawTerminal(view: View, box: Box): void {
	const { pen, layout, locale, state } = view;
	const subject = 'component:terminal';
	pen.rect('terminal', box, {
		fill: 'terminal',
		stroke: 'terminal',
		strokeWidth: 1.25,
		radius: 12,
		subject
	});
	const small = box.width < leastScreen;
	const you = message(locale, 'scene.you');
	pen.text('terminal/you', box.x + (small ? 10 : 16), box.y + 24, you, {
		size: 12,
		weight: 600,
		fill: 'terminal-ink2',
		room: box.width - 34
	});
	const panes = terminalPanes(state.terminal);
	const busy = panes.some(({ free }) => !free);
	const dot = busy ? 'terminal-ink' : 'terminal-ink2';
	pen.circle('terminal/busy', right(box) - (small ? 14 : 24), box.y + 20, 4, {
		fill: dot,
		opacity: busy ? 1 : 0.7
	});
	if (small) return drawPrompt(view, box);
	const top = box.y + 36;
	const height = (bottom(box) - 12 - top) / Math.max(1, panes.length);
	panes.forEach((pane, i) => {
		const area = { x: box.x + 16, y: top + i * height, width: box.width - 30, height };
		if (i > 0) {
			const d = ['M', box.x + 16, area.y + 1, 'L', right(box) - 16, area.y + 1];
			pen.path(`terminal/rule/${i}`, d, { stroke: 'terminal-ink2', strokeWidth: 1, opacity: 0.35 });
		}
		drawPane(view, pane, i, { ...area, y: area.y + (i > 0 ? 5 : 0) }, rowHeight * layout.type);
	});
	if (panes.length === 0) drawCursor(view, 0, box.x + 16, top + 16);
}

/** Too small for lines: only that it is a terminal. */
function drawPrompt(view: View, box: Box): void {
	const y = bottom(box) - 14;
	view.pen.text('terminal/prompt', box.x + 10, y, '$', {
		size,
		font: 'mono',
		fill: 'terminal-ink'
	});
	drawCursor(view, 0, box.x + 10 + view.pen.typeSize(14), y);
}

function drawPane(view: View, pane: Pane, paneIndex: number, area: Box, step: number): void {
	const { pen } = view;
	const fits = Math.max(1, Math.floor((area.height - 4) / step));
	const rows = lastRows(view, pane, area.width, fits);
	const shown = rows.slice(-(pane.free ? fits - 1 || 1 : fits));
	shown.forEach((row, i) => {
		const fill = row.bright ? 'terminal-ink' : 'terminal-ink2';
		const y = area.y + 16 + i * step;
		pen.text(row.key, area.x, y, row.text, { size, font: 'mono', fill, room: area.width });
	});
	const y = area.y + 16 + shown.length * step;
	if (pane.free && y < area.y + area.height + 6) drawCursor(view, paneIndex, area.x, y);
}

/** Only as many lines are set, from the last back, as there is room for. */
function lastRows(view: View, { lines, free }: Pane, width: number, fits: number): Row[] {
	let rows: Row[] = [];
	for (let i = lines.length - 1; i >= 0 && rows.length < fits; i--) {
		const isLast = i === lines.length - 1;
		const isBeingTyped = isLast && !free;
		rows = [...rowsOf(view, lines[i]!, width, isLast, isBeingTyped), ...rows];
	}
	return rows;
}

function drawCursor({ pen }: View, pane: number, x: number, y: number): void {
	const height = pen.typeSize(15);
	pen.rect(
		`terminal/cursor/${pane}`,
		{ x, y: y - height + 3, width: pen.typeSize(8), height },
		{ fill: 'terminal-ink2' }
	);
}

function rowsOf(
	{ clock, pen }: View,
	line: Output,
	width: number,
	newest: boolean,
	isBeingTyped: boolean
): Row[] {
	const style = { size: pen.typeSize(size), font: 'mono' } as const;
	const key = `terminal/${line.seq}`;
	if (line.stream === 'input') {
		const typed = isBeingTyped ? Math.floor(clock.since(line.atMs) / typedMs) + 1 : Infinity;
		const whole = `$ ${line.text}`;
		const room = textWidth(whole, style) <= width ? width : width - textWidth(' \\', style);
		const lines = wrapText(whole, room, style);
		let left = typed + 2;
		const rows: Row[] = [];
		lines.forEach((text, i) => {
			if (left <= 0) return;
			const full = i < lines.length - 1 ? `${text} \\` : text;
			rows.push({ key: `${key}/${i}`, bright: true, text: full.slice(0, left) });
			left -= full.length;
		});
		return rows;
	}
	return line.text
		.replace(/\n$/, '')
		.split('\n')
		.flatMap((whole, i, all) => {
			const bright = newest && i === all.length - 1;
			return fitted(whole, width, style).map((text) => ({ text, bright }));
		})
		.map((row, i) => ({ ...row, key: `${key}/${i}` }));
}

/** A row of a table that is too wide loses its padding, then its last columns; a sentence goes on in the next line. */
function fitted(text: string, width: number, style: { size: number; font: 'mono' }): string[] {
	if (textWidth(text, style) <= width) return [text];
	if (!/ {2,}/.test(text)) return wrapText(text, width, style);
	const columns = text.trim().split(/ {2,}/);
	while (columns.length > 1 && textWidth(columns.join(' '), style) > width) columns.pop();
	return [columns.join(' ')];
}
