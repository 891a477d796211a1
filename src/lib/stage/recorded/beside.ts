import type { Locale } from '#lib/i18n/locale.ts';
import { recordedMessage } from '#lib/scene/recorded/recorded-message.ts';
import type { ComparedSide } from '#lib/scene/compare/compared-side.ts';
import { comparison } from '#lib/scene/compare/comparison.ts';
import { comparisonCaption } from '#lib/scene/compare/comparison-caption.ts';
import { comparisonBeats, comparisonTimeline } from '#lib/scene/compare/comparison-timeline.ts';
import { comparisonTempo } from '#lib/tempo/comparison-tempo.ts';
import { podCountsOf } from '#lib/trace/pod-counts.ts';
import type { Run } from '../run.ts';
import type { Beside } from './shown.ts';

/** The simulation on the left, the recording on the right; both traces have the same clock. */
export function besideEachOther(simulated: Run, recorded: Run): Beside {
	const traces = [simulated.trace, recorded.trace];
	const tempo = comparisonTempo(traces);
	const sidesIn = (locale: Locale): readonly ComparedSide[] => [
		{
			key: 'left',
			title: recordedMessage(locale, 'side.simulated'),
			note: recordedMessage(locale, 'side.simulated.note'),
			index: simulated.index
		},
		{
			key: 'right',
			title: recordedMessage(locale, 'side.recorded'),
			note: recordedMessage(locale, 'side.recorded.note'),
			index: recorded.index
		}
	];
	return {
		tempo,
		runs: { left: simulated, right: recorded },
		beatTimes: comparisonBeats(sidesIn('en'), 'en').map(({ atMs }) => atMs),
		eventTimes: traces
			.flatMap((trace) => podCountsOf(trace).map(({ atMs }) => atMs))
			.sort((a, b) => a - b),
		timeline: (options) => comparisonTimeline(sidesIn(options.locale), tempo, options),
		scene: (clusterMs, options) =>
			comparison(sidesIn(options.locale), clusterMs, { ...options, tempo }),
		caption: (clusterMs, locale) => comparisonCaption(sidesIn(locale), clusterMs, locale)
	};
}
