import type { Locale } from '#lib/i18n/locale.ts';
import { stateAt } from '#lib/trace/state-at.ts';
import type { Caption } from '../caption.ts';
import type { ComparedSide } from '../compare/compared-side.ts';
import { rolloutStep } from '../compare/rollout-step.ts';
import { lastChanges } from './last-changes.ts';
import { podSentences } from './pod-sentences.ts';
import { summaryMessage } from './summary-message.ts';
import type { Summary } from './summary-parts.ts';
import { typedAndAwaited } from './typed-and-awaited.ts';

/** As `summaryAt`, of clusters side by side; each sentence that holds for one of them says for which. */
export function comparisonSummary(
	sides: readonly ComparedSide[],
	clusterMs: number,
	locale: Locale,
	{ sentence, fact }: Pick<Caption, 'sentence' | 'fact'>
): Summary {
	const states = sides.map(({ title, index }) => ({
		title,
		trace: index.trace,
		state: stateAt(index, clusterMs)
	}));
	const each = (tell: (side: (typeof states)[number]) => readonly string[]) =>
		states.flatMap((side) =>
			tell(side).map((what) =>
				summaryMessage(locale, 'summary.of-side', { side: side.title, what })
			)
		);
	return {
		there: each(({ state }) => podSentences(state, locale)),
		happening: [sentence, fact].filter((line) => line !== ''),
		changed: each(({ trace, state }) => {
			const step = rolloutStep(trace, clusterMs)?.text(locale);
			return [...(step ? [step] : []), ...lastChanges(trace, state, locale)];
		}),
		person: each(({ state }) => typedAndAwaited(state, locale))
	};
}
