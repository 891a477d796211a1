import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Plugin } from '../framework.ts';

/** A Pod with gates isn't tried before the last of them is taken away. Models schedulinggates/scheduling_gates.go. */
export function isGated({ spec }: Pod): boolean {
	return (spec.schedulingGates ?? []).length > 0;
}

export const schedulingGates: Plugin = {
	name: 'SchedulingGates',
	wakes: (_pod, change) =>
		change.type === 'own-update' && change.aspect === 'SchedulingGatesEliminated'
};
