import { evaluatePath } from '../json-path/evaluate-path.ts';
import { parsePath } from '../json-path/parse-path.ts';
import type { PathStep } from '../json-path/json-path-syntax.ts';
import { relaxedPath } from '../json-path/relaxed-path.ts';
import { KubectlError } from '../kubectl-error.ts';
import { goText } from './go-text.ts';
import { alignColumns } from './tab-writer.ts';

export interface CustomColumn {
	readonly header: string;
	readonly steps: readonly PathStep[];
}

/**
 * Reads `NAME:.metadata.name,IMAGE:.spec.containers[0].image`.
 *
 * Models kubectl pkg/cmd/get/customcolumn.go NewCustomColumnsPrinterFromSpec.
 *
 * @throws KubectlError
 */
export function parseCustomColumns(spec: string): readonly CustomColumn[] {
	if (spec === '') {
		throw new KubectlError('custom-columns format specified but no custom columns given');
	}
	return spec.split(',').map((part) => {
		const colon = part.indexOf(':');
		if (colon < 0) {
			throw new KubectlError(
				`unexpected custom-columns spec: ${part}, expected <header>:<json-path-expr>`
			);
		}
		return { header: part.slice(0, colon), steps: parsePath(relaxedPath(part.slice(colon + 1))) };
	});
}

/**
 * Reads the two lines of a columns file: headers, and the paths beneath them.
 *
 * @throws KubectlError
 */
export function parseColumnsFile(text: string): readonly CustomColumn[] {
	const [headers = [], paths = []] = text
		.split('\n')
		.slice(0, 2)
		.map((line) => line.trim().split(/\s+/));
	if (headers.length !== paths.length) {
		throw new KubectlError(
			`number of columns specified (${headers.length}) does not match number of column headers (${paths.length})`
		);
	}
	return headers.map((header, at) => ({ header, steps: parsePath(relaxedPath(paths[at]!)) }));
}

/** One line an object under the headers. Models CustomColumnsPrinter.PrintObj. */
export function customColumnsText(
	columns: readonly CustomColumn[],
	objects: readonly unknown[],
	hasHeaders: boolean
): string {
	const lines = objects.map((object) => columns.map(({ steps }) => cell(steps, object)).join('\t'));
	if (hasHeaders) lines.unshift(columns.map(({ header }) => header).join('\t'));
	return lines.length === 0
		? ''
		: `${alignColumns(lines.join('\n'), { minWidth: 6, padding: 3 })}\n`;
}

function cell(steps: readonly PathStep[], object: unknown): string {
	const found = evaluatePath(steps, object);
	return found.length === 0 ? '<none>' : found.map(goText).join(',');
}
