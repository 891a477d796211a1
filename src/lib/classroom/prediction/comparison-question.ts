import type { Locale } from '#lib/i18n/locale.ts';
import { rolloutCost } from '#lib/trace/rollout-cost.ts';
import { rolloutsOf } from '#lib/trace/rollouts.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { say } from '../say.ts';
import type { Question } from './question.ts';

/**
 * What is asked before an update that two strategies make side by side: which of them loses requests? Their costs answer,
 * so it is right with any settings. Undefined where there is no update, or nothing to lose.
 */
export function comparisonQuestion(
	traces: readonly Trace[],
	titles: readonly string[],
	locale: Locale
): Question | undefined {
	const [one, other] = traces;
	const begins = traces.map((trace) => rolloutsOf(trace)[0]?.startMs ?? Infinity);
	const startMs = Math.min(...begins);
	if (!one || !other || !Number.isFinite(startMs)) return undefined;
	const shownMs = Math.max(...traces.map(endOfFirst));
	const costs = traces.map((trace) => rolloutCost(trace, shownMs));
	if (costs.some(({ requests }) => requests === 0)) return undefined;
	const [first, second] = traces.map((trace, i) => {
		return (costs[i]?.failed ?? 0) > rolloutCost(trace, startMs).failed;
	});
	const only = (title: string) => say(locale, 'compare.ask.only', { title });
	return {
		ask: 'loses-requests',
		text: say(locale, 'compare.ask'),
		stopMs: commandBefore(one, startMs),
		shownMs,
		answers: [
			{ say: 'first', text: only(titles[0] ?? ''), right: first === true && second === false },
			{ say: 'second', text: only(titles[1] ?? ''), right: first === false && second === true },
			{
				say: 'both',
				text: say(locale, 'compare.ask.both'),
				right: first === true && second === true
			},
			{ say: 'neither', text: say(locale, 'compare.ask.neither'), right: !first && !second }
		]
	};
}

/** The end of a trace's first update; the trace's own where that never ends. */
function endOfFirst(trace: Trace): number {
	const endMs = rolloutsOf(trace)[0]?.endMs ?? Infinity;
	return Number.isFinite(endMs) ? endMs : trace.header.endMs;
}

/** When the command was typed that changed something then. */
function commandBefore({ events }: Trace, startMs: number): number {
	const typed = events.findLast(
		(event) => event.kind === 'output' && event.stream === 'input' && event.atMs <= startMs
	);
	return typed?.atMs ?? startMs;
}
