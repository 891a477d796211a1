import type { Traffic } from '#lib/source/scenario.ts';

/** What a client got while a story was recorded: per span of `bucketMs` how many of each answer (`v1`, `refused`, …). */
export interface RecordedTraffic {
	readonly bucketMs: number;
	readonly counts: readonly (readonly [number, Readonly<Record<string, number>>])[];
}

/** The recorded clients sent at one of these rates, per second. */
const rates = [40, 20, 5];

/** The same requests: from the first to the last that was recorded, at the rate of a full span. */
export function trafficOf({ bucketMs, counts }: RecordedTraffic): readonly Traffic[] {
	const sums = counts.map(([, answers]) => sumOf(answers)).sort((a, b) => a - b);
	const usual = (sums[Math.floor(sums.length / 2)] ?? 0) * (1000 / bucketMs);
	const perSecond = rates.toSorted((a, b) => Math.abs(a - usual) - Math.abs(b - usual))[0]!;
	const [firstMs, first] = counts[0] ?? [0, {}];
	const [lastMs, last] = counts.at(-1) ?? [0, {}];
	const lengthMs = (answers: Readonly<Record<string, number>>): number =>
		Math.min(bucketMs, (sumOf(answers) * 1000) / perSecond);
	return [
		{
			service: 'default/web',
			perSecond,
			fromMs: firstMs + bucketMs - lengthMs(first),
			untilMs: lastMs + lengthMs(last)
		}
	];
}

function sumOf(answers: Readonly<Record<string, number>>): number {
	return Object.values(answers).reduce((sum, count) => sum + count, 0);
}
