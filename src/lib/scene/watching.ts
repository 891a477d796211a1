import type { ClusterState } from '#lib/trace/cluster-state.ts';
import { placeOf } from './layout.ts';

/** The places that hold a watch at the API server. */
export function watchingPlaces(state: ClusterState): ReadonlySet<string> {
	const places = new Set<string>();
	for (const { steps, message, response } of state.requests.values()) {
		if (message && !response && steps[steps.length - 1]?.state === 'watching')
			places.add(placeOf(message.from));
	}
	return places;
}
