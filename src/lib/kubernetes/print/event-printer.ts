import type { Event } from '../pod.ts';
import { column, type Printer, since, wideColumn } from './printer.ts';

/** Models pkg/printers/internalversion/printers.go printEvent. */
export const eventPrinter: Printer = {
	columns: [
		column('Last Seen'),
		column('Type'),
		column('Reason'),
		column('Object'),
		wideColumn('Subobject'),
		wideColumn('Source'),
		column('Message'),
		wideColumn('First Seen'),
		wideColumn('Count'),
		{ ...wideColumn('Name'), format: 'name' }
	],
	row(object, nowMs) {
		const event = object as Event;
		const { involvedObject: target, series } = event;
		const first = since(event.firstTimestamp ?? event.eventTime, nowMs);
		const last = event.lastTimestamp ? since(event.lastTimestamp, nowMs) : first;
		const kind = (target.kind ?? '').toLowerCase();
		return [
			series ? since(series.lastObservedTime, nowMs) : last,
			event.type ?? '',
			event.reason ?? '',
			target.name ? `${kind}/${target.name}` : kind,
			target.fieldPath ?? '',
			sourceText(event),
			(event.message ?? '').trim(),
			first,
			series ? series.count : event.count || 1,
			event.metadata.name ?? ''
		];
	}
};

/** Models formatEventSource. */
function sourceText({ source, reportingComponent, reportingInstance }: Event): string {
	const component = source?.component || reportingComponent || '';
	const instance = source?.host || reportingInstance || '';
	return instance === '' ? component : `${component}, ${instance}`;
}
