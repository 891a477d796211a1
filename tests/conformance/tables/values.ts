import { backoffDelay } from '#lib/kubernetes/backoff.ts';
import { humanDuration, shortHumanDuration } from '#lib/kubernetes/duration.ts';
import {
	intOrPercent,
	type IntOrString,
	parseIntOrString,
	scaledValue
} from '#lib/kubernetes/int-or-string.ts';
import {
	generateName,
	maxGeneratedBaseLength,
	maxNameLength,
	nameAlphabet
} from '#lib/kubernetes/names.ts';
import { compared, skipped } from '../outcome.ts';
import { computed, type TableRunners } from '../table.ts';

interface Elapsed {
	readonly nanoseconds: string;
}

function failing<T extends object>(compute: () => T): T | { error: true } {
	try {
		return compute();
	} catch {
		return { error: true };
	}
}

const nameFacts: Readonly<Record<string, unknown>> = {
	alphabet: nameAlphabet,
	maxLength: maxNameLength,
	maxBaseLength: maxGeneratedBaseLength
};

export const valueTables: TableRunners = {
	'backoff-doubling': computed(
		({ failures, initial, max }: { failures: number; initial: number; max: number }) => ({
			delay: backoffDelay(failures, initial, max)
		}),
		compared
	),
	'human-duration': computed(
		({ nanoseconds }: Elapsed) => humanDuration(Number(nanoseconds) / 1e6),
		compared
	),
	'short-human-duration': computed(
		({ nanoseconds }: Elapsed) => shortHumanDuration(Number(nanoseconds) / 1e6),
		compared
	),
	'intstr-parse': computed((text: string) => parseIntOrString(text), compared),
	'intstr-int-or-percent': computed(
		(value: IntOrString) => failing(() => ({ error: false, ...intOrPercent(value) })),
		compared
	),
	'intstr-scaled-value': computed(
		({ value, total, roundUp }: { value: IntOrString; total: number; roundUp: boolean }) =>
			failing(() => ({ error: false, value: scaledValue(value, total, roundUp) })),
		compared
	),
	'generated-names': ({ name, input, expected }) => {
		if (name in nameFacts) return compared(expected, nameFacts[name]);
		if ((input as { deployment?: string } | null)?.deployment !== undefined) {
			return skipped('there are no Deployments yet');
		}
		const { base = '' } = (input ?? {}) as { base?: string };
		let last = -1;
		const made = generateName(base, (below) => (last = (last + 1) % below));
		const { pattern } = expected as { pattern?: string };
		return pattern === undefined
			? compared(expected, made)
			: compared({ pattern }, { pattern: new RegExp(pattern).test(made) ? pattern : made });
	}
};
