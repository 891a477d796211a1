import type { KubeObject } from '../object.ts';
import { age, ageColumn, type Column, column, nameColumn, type Printer } from './printer.ts';

/** A table of name, some facts and age. */
function plain(
	facts: readonly Column[],
	cells: (object: KubeObject) => readonly unknown[]
): Printer {
	return {
		columns: [nameColumn, ...facts, ageColumn],
		row: (object, nowMs) => [object.metadata.name ?? '', ...cells(object), age(object, nowMs)]
	};
}

function sizeOf(map: unknown): number {
	return Object.keys((map as object | null | undefined) ?? {}).length;
}

/** Models printConfigMap. */
export const configMapPrinter = plain([column('Data')], ({ data, binaryData }) => [
	sizeOf(data) + sizeOf(binaryData)
]);

/** Models printSecret. */
export const secretPrinter = plain([column('Type'), column('Data')], ({ type, data }) => [
	type ?? '',
	sizeOf(data)
]);

/** Models printNamespace. */
export const namespacePrinter = plain([column('Status')], ({ status }) => [
	(status as { phase?: string } | undefined)?.phase ?? ''
]);

/** Models printServiceAccount. */
export const serviceAccountPrinter = plain([], () => []);

/** Kinds without columns of their own. Models apiserver/pkg/registry/rest/table.go. */
export const plainPrinter: Printer = {
	columns: [nameColumn, { ...column('Created At'), type: 'date' }],
	row: ({ metadata }) => [metadata.name ?? '', metadata.creationTimestamp ?? null]
};

/** Models printLease. */
export const leasePrinter = plain([column('Holder')], ({ spec }) => [
	(spec as { holderIdentity?: string } | undefined)?.holderIdentity ?? ''
]);
