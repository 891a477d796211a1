import type { Box } from '../../box.ts';
import type { View } from '../../view.ts';
import type { WrittenField, Writer } from './field-writers.ts';
import { objectMessage } from './object-message.ts';
import { columnWidths, fieldWidth, linesOf, rowHeights, size } from './writer-cells.ts';

const partWidth = 122;
const newsMs = 2600;
const lineStep = 15;

/** A row of the table: parts of the object that have no fields of their own share one. */
export interface PartRow {
	readonly label: string;
	readonly fields: ReadonlyMap<Writer, readonly WrittenField[]>;
}

/**
 * Parts of an object from top to bottom, who writes them from left to right, and in each cell what that one wrote.
 *
 * @param last as the table will be in the end: by it things have their places, so that none moves
 */
export function drawFieldWriters(
	view: View,
	box: Box,
	now: readonly PartRow[],
	last: readonly PartRow[]
): void {
	const { pen } = view;
	const type = pen.typeSize(1);
	const writers = writersIn(last);
	const columns = writers.map((writer) => last.map(({ fields }) => fields.get(writer) ?? []));
	const left = box.x + partWidth * type;
	const widths = columnWidths(columns, box.width - partWidth * type, type);
	const places = widths.map((width, i) => ({
		left: left + sum(widths.slice(0, i)),
		width: width - 8
	}));
	drawHead(view, box.y, writers, places, writersIn(now));
	const head = 15 * type;
	const most = Math.floor((box.height - head) / (lineStep * type));
	const heights = rowHeights(
		last.map((_, row) =>
			columns.map((cells, i) => linesOf(cells[row]!, places[i]!.width, type, Infinity).length)
		),
		most
	);
	const spare = Math.max(0, box.height - head - sum(heights) * lineStep * type) / last.length;
	let y = box.y + head;
	last.forEach(({ label }, row) => {
		const key = `inside/part/${label}`;
		pen.rect(`${key}/line`, { x: box.x, y, width: box.width, height: 1 }, { fill: 'line' });
		const base = y + spare / 2 + 12 * type;
		const title = { size: 13, leastSize: 11, font: 'mono', weight: 600, fill: 'ink' } as const;
		pen.text(key, box.x, base, label, { ...title, room: partWidth * type - 8 });
		const written = now.find((one) => one.label === label)?.fields;
		writers.forEach((writer, i) => {
			const place = places[i]!;
			const lines = linesOf(written?.get(writer) ?? [], place.width, type, heights[row]!);
			drawCell(view, `${key}/${writer}`, lines, base, place);
		});
		y += heights[row]! * lineStep * type + spare;
	});
}

interface Place {
	readonly left: number;
	readonly width: number;
}

/** Only those who have written something yet are named. */
function drawHead(
	{ pen, locale }: View,
	y: number,
	writers: readonly Writer[],
	places: readonly Place[],
	present: readonly Writer[]
): void {
	writers.forEach((writer, i) => {
		if (!present.includes(writer)) return;
		const text = writer === 'you' ? objectMessage(locale, 'object.you') : writer;
		const { left, width } = places[i]!;
		const style = { size: 12, weight: 600, fill: 'ink2', room: width } as const;
		pen.text(`inside/writer/${writer}`, left, y + pen.typeSize(10), text, style);
	});
}

function drawCell(
	{ pen, clock }: View,
	key: string,
	lines: readonly (readonly (WrittenField | number)[])[],
	base: number,
	{ left, width }: Place
): void {
	const type = pen.typeSize(1);
	lines.forEach((line, i) => {
		const y = base + i * lineStep * type;
		let x = left;
		for (const field of line) {
			if (typeof field === 'number') {
				pen.text(`${key}/more`, x, y, `+${field}`, { size, font: 'mono', fill: 'ink3' });
				continue;
			}
			const isNew = clock.glow(field.write.atMs, newsMs) > 0;
			pen.text(`${key}/${field.name}`, x, y, field.name, {
				size,
				font: 'mono',
				weight: isNew ? 600 : 400,
				fill: isNew ? 'write' : 'ink2',
				room: left + width - x
			});
			x += fieldWidth(field.name, type);
		}
	});
}

/** In the order in which they first wrote, a person first. */
function writersIn(rows: readonly PartRow[]): readonly Writer[] {
	const first = new Map<Writer, number>();
	for (const { fields } of rows) {
		for (const [writer, list] of fields) {
			const seq = Math.min(...list.map(({ write }) => write.seq));
			first.set(writer, Math.min(seq, first.get(writer) ?? Infinity));
		}
	}
	const rank = (writer: Writer): number =>
		writer === 'you' ? -2 : writer === 'api-server' ? -1 : first.get(writer)!;
	return [...first.keys()].sort((a, b) => rank(a) - rank(b));
}

function sum(list: readonly number[]): number {
	return list.reduce((all, one) => all + one, 0);
}
