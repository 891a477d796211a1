import { fieldWriters } from '#lib/scene/inside/object/field-writers.ts';
import { personWrites } from '#lib/scene/inside/object/person-writes.ts';
import { historyOf } from '#lib/trace/history.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { FactOf } from './fact.ts';

/** In some version of an object that one has set the field. */
export function refuteWritten(
	trace: Trace,
	{ key, part, field, by }: FactOf<'written'>
): string | null {
	const { requests } = personWrites(trace);
	const writers = fieldWriters(historyOf(trace, `/registry/${key}`), requests).get(part);
	if (writers?.get(by)?.some(({ name }) => name === field)) return null;
	const found = [...(writers ?? [])].flatMap(([writer, fields]) =>
		fields.some(({ name }) => name === field) ? [writer] : []
	);
	return `${part}.${field} was written by ${found.join(', ') || 'nobody'}, not by ${by}`;
}
