import type { Pod } from '#lib/kubernetes/pod.ts';
import { message } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { ranksOf } from '#lib/trace/rank.ts';
import { stateAt, type TraceIndex } from '#lib/trace/state-at.ts';
import { captionAt } from './caption.ts';
import { placeOf } from './layout.ts';
import { messageNames } from './message-text.ts';
import { podState } from './pod-state.ts';

const mostPods = 12;

/** The picture in words, a sentence each, for those who hear it. */
export function summaryAt(index: TraceIndex, clusterMs: number, locale: Locale): readonly string[] {
	const state = stateAt(index, clusterMs);
	const { sentence, fact } = captionAt(index, clusterMs, locale);
	const ranks = ranksOf(index.trace);
	const travelling = state.inFlight
		.filter(({ seq }) => ranks[seq] === 'story')
		.map((one) =>
			message(locale, 'summary.message', {
				what: messageNames(one)[0]!,
				from: placeOf(one.from),
				to: placeOf(one.to)
			})
		);
	const pods = [...state.objects.values()]
		.filter(({ key }) => key.startsWith('/registry/pods/'))
		.sort((a, b) => (a.key < b.key ? -1 : 1));
	const told = pods.slice(0, mostPods).map(({ object }) => {
		const pod = object as Pod;
		const sandbox = state.sandboxes.get(pod.metadata.uid ?? '') ?? null;
		const values = { pod: pod.metadata.name ?? '', state: podState(pod, sandbox).word };
		const node = pod.spec.nodeName;
		return node
			? message(locale, 'summary.pod-on-node', { ...values, node })
			: message(locale, 'summary.pod-without-node', values);
	});
	const cluster = message(locale, 'summary.cluster', {
		nodes: index.trace.header.nodes.length,
		pods: pods.length,
		revision: state.revision
	});
	return [sentence, fact, cluster, ...told, ...travelling].filter((line) => line !== '');
}
