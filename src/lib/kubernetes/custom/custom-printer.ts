import { humanDuration } from '../duration.ts';
import type { KubeObject } from '../object.ts';
import { type Column, nameColumn, type Printer } from '../print/printer.ts';
import type { PrinterColumn } from './definition.ts';
import { valuesAt } from './simple-path.ts';

const ageColumn: PrinterColumn = {
	name: 'Age',
	type: 'date',
	jsonPath: '.metadata.creationTimestamp'
};

/** Models apiextensions-apiserver/pkg/registry/customresource/tableconvertor/tableconvertor.go. */
export function customPrinter(given: readonly PrinterColumn[] | undefined): Printer {
	const columns = given === undefined || given.length === 0 ? [ageColumn] : given;
	return {
		columns: [nameColumn, ...columns.map(columnOf)],
		row: (object, nowMs) => [
			object.metadata.name ?? '',
			...columns.map((column) => cellOf(object, column, nowMs))
		]
	};
}

function columnOf({ name, type, format = '', priority = 0 }: PrinterColumn): Column {
	return { name, type, format, wide: priority > 0 };
}

function cellOf(object: KubeObject, { type, jsonPath }: PrinterColumn, nowMs: number): unknown {
	const values = valuesAt(object, jsonPath);
	const [value] = values;
	if (value === undefined) return null;
	switch (type) {
		case 'integer':
			return typeof value === 'number' ? Math.trunc(value) : null;
		case 'number':
			return typeof value === 'number' ? value : null;
		case 'boolean':
			return typeof value === 'boolean' ? value : null;
		case 'date':
			return typeof value === 'string' ? sinceText(value, nowMs) : null;
		default:
			return values.map(textOf).join(' ');
	}
}

function sinceText(timestamp: string, nowMs: number): string {
	const ms = Date.parse(timestamp);
	return Number.isNaN(ms) ? '<invalid>' : humanDuration(nowMs - ms);
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}
