/** How wide columns are at least, and how much room stands behind them. */
export interface TabOptions {
	readonly minWidth: number;
	readonly padding: number;
	/** Widths of columns printed before, to be kept and updated: columns never become narrower. */
	readonly remembered?: number[];
}

/**
 * Aligns text whose cells end with a tab. Neighbouring lines that have a cell in a column share its width; the last cell of a
 * line, which no tab ends, belongs to no column.
 *
 * Models Go's text/tabwriter; `remembered` is the RememberWidths flag of liggitt/tabwriter.
 */
export function alignColumns(text: string, options: TabOptions): string {
	const rows = text.split('\n').map((line) => line.split('\t'));
	const widths = rows.map((cells): number[] => new Array<number>(cells.length - 1).fill(0));
	const columns = Math.max(...rows.map((cells) => cells.length - 1));
	for (let column = 0; column < columns; column += 1) {
		for (let start = 0; start < rows.length; start += 1) {
			if (rows[start]!.length - 1 <= column) continue;
			let end = start;
			while (end < rows.length && rows[end]!.length - 1 > column) end += 1;
			const width = blockWidth(rows.slice(start, end), column, options);
			for (let row = start; row < end; row += 1) widths[row]![column] = width;
			start = end;
		}
	}
	return rows
		.map((cells, row) => cells.map((cell, column) => pad(cell, widths[row]![column] ?? 0)).join(''))
		.join('\n');
}

function blockWidth(
	rows: readonly (readonly string[])[],
	column: number,
	{ minWidth, padding, remembered }: TabOptions
): number {
	const own = Math.max(minWidth, ...rows.map((cells) => runes(cells[column]!) + padding));
	if (remembered === undefined) return own;
	const width = Math.max(own, remembered[column] ?? 0);
	remembered[column] = width;
	return width;
}

function pad(cell: string, width: number): string {
	return cell + ' '.repeat(Math.max(0, width - runes(cell)));
}

function runes(text: string): number {
	return [...text].length;
}
