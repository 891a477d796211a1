import type { NodeSize } from '#lib/source/scenario.ts';

/** Workers of the usual size. */
export function workers(howMany: number): readonly NodeSize[] {
	return Array.from({ length: howMany }, (_, i) => ({
		name: `worker-${i + 1}`,
		cpu: '2',
		memory: '3610176Ki',
		pods: 110
	}));
}

/** The class-sized cluster that most lessons use. */
export const threeWorkers = workers(3);
