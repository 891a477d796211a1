import type { ApiTable } from '#lib/kubernetes/api-client.ts';
import { parseQuantity, compareQuantity } from '#lib/kubernetes/quantity.ts';
import { evaluatePath } from '../../json-path/evaluate-path.ts';
import type { PathStep } from '../../json-path/json-path-syntax.ts';
import { parsePath } from '../../json-path/parse-path.ts';
import { relaxedPath } from '../../json-path/relaxed-path.ts';
import { compareNaturally } from '../../output/natural-order.ts';
import type { Info } from '../../resources/info.ts';

/**
 * Rows in the order of a field; rows without it come first. When no row has it, none is left: so kubectl does.
 *
 * Models kubectl pkg/cmd/get/sorter.go TableSorter.
 */
export function sortRows(tables: readonly ApiTable[], field: string): readonly ApiTable[] {
	if (field === '') return tables;
	const steps = parsePath(relaxedPath(field));
	return tables.map((table) => ({
		...table,
		rows: sorted(table.rows, (row) => row.object, steps)
	}));
}

/** The same for objects. Models RuntimeSorter. */
export function sortObjects(infos: readonly Info[], field: string): readonly Info[] {
	if (field === '') return infos;
	return sorted(infos, (info) => info.object, parsePath(relaxedPath(field)));
}

function sorted<Item>(
	items: readonly Item[],
	objectOf: (item: Item) => unknown,
	steps: readonly PathStep[]
): readonly Item[] {
	const keyed = items.map((item) => ({ item, key: evaluatePath(steps, objectOf(item))[0] }));
	if (keyed.every(({ key }) => key === undefined)) return [];
	return keyed.sort((a, b) => compare(a.key, b.key)).map(({ item }) => item);
}

function compare(a: unknown, b: unknown): number {
	if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	const [first, second] = [String(a), String(b)];
	try {
		return compareQuantity(parseQuantity(first), parseQuantity(second));
	} catch {
		return compareNaturally(first, second);
	}
}
