import type { Scenario } from '#lib/source/scenario.ts';
import { UsageError } from './usage-error.ts';

/** So many equal workers, as `--nodes` asks for them. */
export function workers(howMany: number): Scenario['nodes'] {
	if (howMany < 1 || howMany > 200) throw new UsageError('--nodes takes 1 to 200');
	return Array.from({ length: howMany }, (_, index) => ({
		name: `worker-${index + 1}`,
		cpu: '2',
		memory: '3610176Ki'
	}));
}

/** Reads a whole number. */
export function count(flag: string, text: string): number {
	if (!/^\d{1,9}$/.test(text))
		throw new UsageError(`${flag} takes a whole number, not ${JSON.stringify(text)}`);
	return Number(text);
}
