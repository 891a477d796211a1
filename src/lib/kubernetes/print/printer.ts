import type { RowCondition } from '../api-client.ts';
import { humanDuration } from '../duration.ts';
import type { KubeObject } from '../object.ts';

/** A column of `kubectl get`. */
export interface Column {
	readonly name: string;
	readonly type: string;
	readonly format: string;
	/** Only with `-o wide`. */
	readonly wide: boolean;
}

/** How one resource is printed as a table. */
export interface Printer {
	readonly columns: readonly Column[];
	/** Cells in the order of the columns, the wide ones too. */
	row(object: KubeObject, nowMs: number): readonly unknown[];
	/** What is to be said of the whole row. */
	conditions?(object: KubeObject): readonly RowCondition[] | undefined;
}

export const nameColumn: Column = { name: 'Name', type: 'string', format: 'name', wide: false };
export const ageColumn: Column = column('Age');

export function column(name: string, type = 'string'): Column {
	return { name, type, format: '', wide: false };
}

export function wideColumn(name: string, type = 'string'): Column {
	return { name, type, format: '', wide: true };
}

/** Since then, `<unknown>` when there is no such time. Models translateTimestampSince. */
export function since(timestamp: string | null | undefined, nowMs: number): string {
	return timestamp ? humanDuration(nowMs - Date.parse(timestamp)) : '<unknown>';
}

/** Since the object was created. */
export function age(object: KubeObject, nowMs: number): string {
	return since(object.metadata.creationTimestamp, nowMs);
}

/** `a=b,c=d` in order of keys. Models apimachinery pkg/labels/labels.go FormatLabels. */
export function formatLabels(labels: Readonly<Record<string, string>> | undefined): string {
	const text = Object.entries(labels ?? {})
		.map(([key, value]) => `${key}=${value}`)
		.sort()
		.join(',');
	return text || '<none>';
}
