import type { Locale } from '#lib/i18n/locale.ts';
import type { ClusterState } from '#lib/trace/cluster-state.ts';
import type { Write } from '#lib/trace/event.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { durationText } from '../duration-text.ts';
import { lastWrites } from '../last-writes.ts';
import { objectFields } from '../object-fields.ts';
import { summaryMessage } from './summary-message.ts';

const mostTold = 3;

/** The last things that etcd stored for the story, the newest first, each with what it changed. */
export function lastChanges(
	trace: Trace,
	{ count, atMs }: Pick<ClusterState, 'count' | 'atMs'>,
	locale: Locale
): readonly string[] {
	const writes = lastWrites(trace, count, false).slice(-mostTold).reverse();
	if (writes.length === 0) return [summaryMessage(locale, 'summary.unchanged')];
	return writes.map((write) => {
		const duration = durationText(Math.max(0, atMs - write.atMs));
		return summaryMessage(locale, 'summary.ago', { duration, what: changeText(write, locale) });
	});
}

function changeText({ object, previous }: Write, locale: Locale): string {
	const named = object ?? previous;
	const what = `${named?.kind ?? ''} ${named?.metadata.name ?? ''}`.trim();
	if (!object) return summaryMessage(locale, 'summary.deleted', { what });
	if (!previous) return summaryMessage(locale, 'summary.created', { what });
	const changes = objectFields(object, previous)
		.filter(({ before }) => before !== undefined)
		.map(({ name, before, value }) => `${name} ${before} → ${value}`)
		.join(', ');
	return changes === ''
		? summaryMessage(locale, 'summary.updated', { what })
		: summaryMessage(locale, 'summary.updated-fields', { what, changes });
}
