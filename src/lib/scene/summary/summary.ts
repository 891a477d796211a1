import type { Locale } from '#lib/i18n/locale.ts';
import { ranksOf } from '#lib/trace/rank.ts';
import { stateAt, type TraceIndex } from '#lib/trace/state-at.ts';
import type { Caption } from '../caption.ts';
import { placeOf } from '../layout.ts';
import { messageNames } from '../message-text.ts';
import { summaryMessage } from './summary-message.ts';
import { lastChanges } from './last-changes.ts';
import { podSentences } from './pod-sentences.ts';
import type { Summary } from './summary-parts.ts';
import { typedAndAwaited } from './typed-and-awaited.ts';

/** Never says more than what has happened up to that moment. */
export function summaryAt(
	index: TraceIndex,
	clusterMs: number,
	locale: Locale,
	{ sentence, fact }: Pick<Caption, 'sentence' | 'fact'>
): Summary {
	const state = stateAt(index, clusterMs);
	const ranks = ranksOf(index.trace);
	const travelling = state.inFlight
		.filter(({ seq }) => ranks[seq] === 'story')
		.map((one) =>
			summaryMessage(locale, 'summary.message', {
				what: messageNames(one)[0]!,
				from: placeOf(one.from),
				to: placeOf(one.to)
			})
		);
	return {
		there: [
			summaryMessage(locale, 'summary.cluster', {
				nodes: index.trace.header.nodes.length,
				revision: state.revision
			}),
			...podSentences(state, locale)
		],
		happening: [sentence, fact, ...travelling].filter((line) => line !== ''),
		changed: lastChanges(index.trace, state, locale),
		person: typedAndAwaited(state, locale)
	};
}
