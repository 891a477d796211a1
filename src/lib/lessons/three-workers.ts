import type { NodeSize } from '#lib/source/scenario.ts';

/** The class-sized cluster that most lessons use. */
export const threeWorkers: readonly NodeSize[] = ['worker-1', 'worker-2', 'worker-3'].map(
	(name) => ({
		name,
		cpu: '2',
		memory: '3610176Ki',
		pods: 110
	})
);
