import type { ApiTable } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { alignColumns } from './tab-writer.ts';

export interface TableOptions {
	readonly isWide: boolean;
	readonly hasHeaders: boolean;
	readonly withNamespace: boolean;
	readonly showLabels: boolean;
	/** Labels that get a column each. */
	readonly labelColumns: readonly string[];
	/** Printed before each name as `KIND/`, e.g. `pod` or `deployment.apps`. */
	readonly kindPrefix?: string;
}

const columnMinWidth = 6;
const columnPadding = 3;

/**
 * Prints Tables one after another into one set of columns: headers once, columns never narrower than before.
 *
 * Models cli-runtime pkg/printers/tableprinter.go.
 */
export class TableText {
	readonly #options: TableOptions;
	#remembered: number[] = [];
	#printedHeaders = false;

	constructor(options: TableOptions) {
		this.#options = options;
	}

	/**
	 * The tables' lines, aligned together; empty when no table has a row.
	 *
	 * @param event what a watch said of the rows; it gets a column of its own
	 */
	print(tables: readonly ApiTable[], event?: string): string {
		const lines = tables.flatMap((table) => this.#lines(table, event));
		if (lines.length === 0) return '';
		const options = {
			minWidth: columnMinWidth,
			padding: columnPadding,
			remembered: this.#remembered
		};
		return `${alignColumns(lines.join('\n'), options)}\n`;
	}

	#lines(table: ApiTable, event: string | undefined): readonly string[] {
		const before = (cell: string): readonly string[] => (event === undefined ? [] : [cell]);
		if (table.rows.length === 0) return [];
		const shown = table.columnDefinitions
			.map((column, index) => ({ column, index }))
			.filter(({ column }) => this.#options.isWide || column.priority === 0);
		const lines: string[] = [];
		if (this.#options.hasHeaders && !this.#printedHeaders) {
			const headers = shown.map(({ column }) => column.name.toUpperCase());
			const decorated = this.#decorate(headers, 'NAMESPACE', this.#labelHeaders());
			lines.push([...before('EVENT'), ...decorated].join('\t'));
		}
		this.#printedHeaders = true;
		for (const row of table.rows) {
			const cells = shown.map(({ column, index }) =>
				this.#cell(row.cells[index], column.format === 'name')
			);
			const labels = row.object.metadata.labels ?? {};
			const decorated = this.#decorate(cells, namespaceOf(row.object), this.#labelCells(labels));
			lines.push([...before((event ?? '').padEnd(10)), ...decorated].join('\t'));
		}
		return lines;
	}

	#decorate(cells: readonly string[], namespace: string, labels: readonly string[]): string[] {
		return [...(this.#options.withNamespace ? [namespace] : []), ...cells, ...labels];
	}

	#labelHeaders(): readonly string[] {
		const headers = this.#options.labelColumns.map((name) => name.split('/').at(-1)!.toUpperCase());
		return this.#options.showLabels ? [...headers, 'LABELS'] : headers;
	}

	#labelCells(labels: Readonly<Record<string, string>>): readonly string[] {
		const cells = this.#options.labelColumns.map((name) => labels[name] ?? '');
		return this.#options.showLabels ? [...cells, formatLabels(labels)] : cells;
	}

	#cell(value: unknown, isName: boolean): string {
		if (value === null || value === undefined) return '';
		const whole = String(value);
		const [line = ''] = whole.split(/[\f\n\r]/, 1);
		const text = (line.length < whole.length ? `${line}...` : line).replaceAll('\t', '    ');
		const prefix = this.#options.kindPrefix;
		return isName && prefix !== undefined ? `${prefix}/${text}` : text;
	}
}

function namespaceOf(object: KubeObject): string {
	return object.metadata.namespace ?? '';
}

/** `a=b,c=d`, sorted; `<none>` without labels. Models apimachinery pkg/labels FormatLabels. */
function formatLabels(labels: Readonly<Record<string, string>>): string {
	const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
	return pairs.length === 0 ? '<none>' : pairs.sort().join(',');
}
