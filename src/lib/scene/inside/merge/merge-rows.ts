import { removed, type FieldValues } from './field-values.ts';

/** What stands in the columns of a write, as far as it has them. */
export interface MergeColumns {
	/** What was applied the last time. */
	readonly last?: FieldValues;
	/** What the API server had before. */
	readonly live?: FieldValues;
	/** What the file says, or what is left in the editor. */
	readonly file?: FieldValues;
	/** What is sent. */
	readonly patch?: FieldValues;
	/** What the API server has now. */
	readonly result?: FieldValues;
}

/** Fields that an object had when it was made: what the file doesn't say there are defaults. */
export type Born = ReadonlySet<string>;

export type MergeColumn = keyof MergeColumns;

export interface MergeRow {
	readonly field: string;
	readonly values: Readonly<Partial<Record<MergeColumn, string>>>;
	/** What the write does to the field; `leaves`: it is nobody’s of those who write. */
	readonly does: 'sets' | 'removes' | 'leaves' | 'keeps';
}

const order: readonly MergeRow['does'][] = ['removes', 'sets', 'leaves', 'keeps'];

/**
 * Field by field what a write finds and makes of it: first what goes and what is set, then what others have set and it
 * leaves alone, then what stays as it is in every version.
 */
export function mergeRows(columns: MergeColumns, born: Born): readonly MergeRow[] {
	const names = Object.keys(columns) as MergeColumn[];
	const fields = new Set(names.flatMap((name) => [...columns[name]!.keys()]));
	const covered = [...(columns.patch ?? [])].flatMap(([field, value]) =>
		value === removed && !columns.live?.has(field) ? [field] : []
	);
	const rows = [...fields].flatMap((field): MergeRow[] => {
		// An item that goes is one line, not one for each of its fields.
		if (covered.some((whole) => field !== whole && field.startsWith(`${whole}.`))) return [];
		const values = Object.fromEntries(
			names.flatMap((name) => {
				const value = columns[name]!.get(field);
				return value === undefined ? [] : [[name, value]];
			})
		);
		return [{ field, values, does: effectOf(field, columns, born) }];
	});
	const rank = ({ field, does }: MergeRow) =>
		order.indexOf(does) * 2 + (columns.file && !columns.file.has(field) ? 1 : 0);
	return rows.sort((a, b) => rank(a) - rank(b));
}

function effectOf(
	field: string,
	{ last, live, file, patch, result }: MergeColumns,
	born: Born
): MergeRow['does'] {
	const sent = patch?.get(field);
	if (sent === removed) return 'removes';
	const [before, after] = [live?.get(field), result?.get(field)];
	if (sent !== undefined) return sent === before ? 'keeps' : 'sets';
	if (!patch && file) {
		const wanted = file.get(field);
		if (wanted !== undefined && wanted !== before) return 'sets';
		// A PUT says everything: what it doesn't name goes.
		if (result && before !== after) return after === undefined ? 'removes' : 'sets';
	}
	const isNamed = file?.has(field) || last?.has(field);
	const isOthers = before !== undefined && !isNamed && !born.has(field);
	return file && isOthers ? 'leaves' : 'keeps';
}
