import { failed, type Outcome, passed } from '../outcome.ts';
import type { RecordedTraffic } from './recorded-traffic.ts';

/** What matters of the traffic through a change, in numbers. */
export type TrafficShape = Readonly<Record<string, number>>;

/** A single lost request, as a busy machine loses one now and then, is no failure that the change has caused. */
const fewest = 2;

/**
 * How many requests failed in which way, how long nobody was served, and when it happened, ms after the change; spans count
 * as wholes.
 */
export function trafficShape(
	{ bucketMs, counts }: RecordedTraffic,
	changeMs: number
): TrafficShape {
	const total = (answer: string): number =>
		counts.reduce((sum, [, answers]) => sum + (answers[answer] ?? 0), 0);
	const isVersion = (answer: string): boolean => /^v\d/.test(answer);
	const failures = counts.filter(([, answers]) => failuresIn(answers, isVersion) >= fewest);
	const served = (answers: Readonly<Record<string, number>>): boolean =>
		Object.keys(answers).some(isVersion);
	let outage = 0;
	let longest = 0;
	for (const [, answers] of counts) {
		outage = served(answers) ? 0 : outage + bucketMs;
		longest = Math.max(longest, outage);
	}
	const [old, next] = [...new Set(counts.flatMap(([, answers]) => Object.keys(answers)))]
		.filter(isVersion)
		.sort();
	const spansWith = (answer: string | undefined): number[] =>
		counts.filter(([, answers]) => answer !== undefined && answers[answer]).map(([ms]) => ms);
	return {
		refused: total('refused'),
		timeout: total('timeout'),
		reset: total('reset'),
		outageMs: longest,
		...(failures.length === 0
			? undefined
			: {
					firstFailureMs: failures[0]![0] - changeMs,
					lastFailureMs: failures.at(-1)![0] - changeMs
				}),
		...(next === undefined
			? undefined
			: {
					firstOfNewMs: spansWith(next)[0]! - changeMs,
					lastOfOldMs: spansWith(old).at(-1)! - changeMs
				})
	};
}

function failuresIn(
	answers: Readonly<Record<string, number>>,
	isVersion: (answer: string) => boolean
): number {
	return Object.entries(answers).reduce(
		(sum, [answer, count]) => sum + (isVersion(answer) ? 0 : count),
		0
	);
}

/** How far beyond what was recorded a measure may be: part of it, and a fixed allowance. */
const allowances: Readonly<Record<string, readonly [number, number]>> = {
	refused: [0.3, 6],
	timeout: [0.3, 8],
	reset: [0, 4],
	outageMs: [0.25, 500]
};
const timeAllowance = [0.15, 1000] as const;

/** Each measure lies between the least and the greatest of the recorded runs, or a little beyond. */
export function compareShapes(
	recorded: readonly TrafficShape[],
	got: TrafficShape
): Readonly<Record<string, Outcome>> {
	const measures = new Set([...recorded, got].flatMap((shape) => Object.keys(shape)));
	return Object.fromEntries(
		[...measures].map((measure) => {
			const known = recorded.flatMap((shape) => shape[measure] ?? []);
			const value = got[measure];
			if (value === undefined) {
				return [measure, known.length < recorded.length ? passed : failed(known, 'none')];
			}
			if (known.length === 0) return [measure, failed('none', value)];
			const [part, fixed] = allowances[measure] ?? timeAllowance;
			const low = Math.min(...known) * (1 - part) - fixed;
			const high = Math.max(...known) * (1 + part) + fixed;
			return [measure, value >= low && value <= high ? passed : failed(known, value)];
		})
	);
}
