import type { Pod } from '#lib/kubernetes/pod.ts';
import { message } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { whyChain } from '#lib/trace/causality.ts';
import type { Write } from '#lib/trace/event.ts';
import { historyOf } from '#lib/trace/history.ts';
import type { Narration, Topic } from '#lib/trace/narration-topic.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { durationText } from './duration-text.ts';

/** How long after what, and who doesn't know yet. Empty where there is nothing to add. */
export function captionFact(trace: Trace, told: Narration, locale: Locale): string {
	const [first, second] = [sinceText(trace, told, locale), unawareText(trace, told, locale)];
	if (first && second) return message(locale, 'fact.joined', { first, second });
	return first || second;
}

function sinceText(trace: Trace, told: Narration, locale: Locale): string {
	const { pod, atMs, seq, values } = told;
	const writes = pod ? lifeOf(historyOf(trace, `/registry/pods/${pod}`), seq) : [];
	if (told.topic === 'binds' && Number(values.tied) > 1) {
		return message(locale, 'fact.tied', { tied: Number(values.tied), nodes: Number(values.nodes) });
	}
	const since = (write: Write) => ({ duration: durationText(atMs - write.atMs) });
	const last = writes.findLast(({ object }) => object);
	if (last?.object?.metadata.deletionTimestamp) {
		const marked = writes.find(({ object }) => object?.metadata.deletionTimestamp);
		if (marked) return message(locale, 'fact.since-deletion', since(marked));
	}
	const bound = writes.find(({ object }) => (object as Pod | null)?.spec.nodeName);
	if (bound && bound !== writes[0]) return message(locale, 'fact.since-bound', since(bound));
	if (writes[0]) return message(locale, 'fact.since-stored', since(writes[0]));
	const root = whyChain(trace, seq).at(-1);
	if (root?.kind !== 'output' || root.seq === seq) return '';
	return message(locale, 'fact.since-command', { duration: durationText(atMs - root.atMs) });
}

/** What was written of it before an event, since it was created: another of that name may have been before. */
function lifeOf(history: readonly Write[], seq: number): readonly Write[] {
	const writes = history.filter((one) => one.seq < seq);
	const gone = writes.slice(0, -1).findLastIndex(({ object }) => object === null);
	return writes.slice(gone + 1);
}

const beforeReport: ReadonlySet<Topic> = new Set<Topic>([
	'makes-sandbox',
	'sandbox-ready',
	'pulls',
	'pulled',
	'creates-container',
	'starts-container',
	'container-runs'
]);

function unawareText(trace: Trace, told: Narration, locale: Locale): string {
	const { topic, pod, seq, values } = told;
	if (topic === 'stored') return message(locale, 'fact.nobody-knows');
	if (topic === 'binds' || topic === 'bound') {
		const node = String(values.node);
		return node ? message(locale, 'fact.node-unaware', { node }) : '';
	}
	if (topic === 'announced') {
		const count = watchersOf(trace, seq);
		return count > 1 ? message(locale, 'fact.watchers', { count }) : '';
	}
	if (!beforeReport.has(topic) || !pod) return '';
	const write = historyOf(trace, `/registry/pods/${pod}`).findLast((one) => one.seq < seq);
	const phase = (write?.object as Pod | null | undefined)?.status.phase;
	return phase ? message(locale, 'fact.api-says', { phase }) : '';
}

/** How many were sent the same news at that moment. */
function watchersOf(trace: Trace, seq: number): number {
	const first = trace.events[seq];
	if (first?.kind !== 'message' || first.content.type !== 'watch-event') return 0;
	let count = 0;
	for (let i = seq; trace.events[i]?.atMs === first.atMs; i++) {
		const event = trace.events[i];
		if (event?.kind !== 'message' || event.content.type !== 'watch-event') continue;
		if (event.content.revision === first.content.revision) count++;
	}
	return count;
}
