import { textWidth } from '../../text-width.ts';
import type { WrittenField } from './field-writers.ts';

/** Of the names of fields. */
export const size = 12;
const gap = '  ';
/** A longer name is cut rather than that its column takes the others' room. */
const longestName = 140;

/** What a name takes in a line, with the gap after it. */
export function fieldWidth(name: string, type: number): number {
	return textWidth(name + gap, { size: size * type, font: 'mono' });
}

/** Each column at least as wide as its longest name; what is left goes to those that have most to say. */
export function columnWidths(
	columns: readonly (readonly (readonly WrittenField[])[])[],
	room: number,
	type: number
): readonly number[] {
	const widths = (column: (typeof columns)[number]): readonly number[] =>
		column.flatMap((cell) => cell.map(({ name }) => fieldWidth(name, type)));
	const most = longestName * type;
	const least = columns.map(
		(column) => Math.min(most, Math.max(60 * type, ...widths(column))) + 10
	);
	const wants = columns.map((column) => Math.sqrt(sum(widths(column)) + 1));
	const spare = room - sum(least);
	if (spare < 0) return least.map((width) => (width * room) / sum(least));
	return least.map((width, i) => width + (spare * wants[i]!) / sum(wants));
}

/** Fields in lines of so much room, at most so many; where they don't all fit the last says how many are missing. */
export function linesOf(
	fields: readonly WrittenField[],
	room: number,
	type: number,
	most: number
): readonly (readonly (WrittenField | number)[])[] {
	const lines: (WrittenField | number)[][] = [];
	// Short names first: so most of them are seen.
	const sorted = [...fields].sort((a, b) => a.name.length - b.name.length);
	let x = Infinity;
	for (const [i, field] of sorted.entries()) {
		const width = Math.min(room, fieldWidth(field.name, type));
		if (x + width > room && lines.length < most) {
			lines.push([]);
			x = 0;
		}
		const rest = sorted.length - i;
		const more = lines.length === most && rest > 1 ? fieldWidth(`+${rest}`, type) : 0;
		if (x + width + more > room && (rest > 1 || x > 0)) {
			lines.at(-1)!.push(rest);
			break;
		}
		lines.at(-1)!.push(field);
		x += width;
	}
	return lines;
}

/** As many lines for each row as its cells need, as long as there are so many; the longest give way first. */
export function rowHeights(lines: readonly (readonly number[])[], most: number): readonly number[] {
	const given = lines.map((row) => Math.max(1, ...row));
	while (sum(given) > most && Math.max(...given) > 1) {
		given[given.indexOf(Math.max(...given))]! -= 1;
	}
	return given;
}

function sum(list: readonly number[]): number {
	return list.reduce((all, one) => all + one, 0);
}
