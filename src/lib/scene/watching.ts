import type { ClusterState } from '#lib/trace/cluster-state.ts';
import { isStopped } from './draw-stopped.ts';
import { placeOf } from './layout.ts';

/** What a lesson is about comes first where there is no room for all. */
const first = ['pods', 'nodes', 'deployments', 'replicasets', 'services', 'endpointslices'];

/** The places that hold a watch at the API server, each with the resources (plural) that it watches. */
export function watchingPlaces(state: ClusterState): ReadonlyMap<string, readonly string[]> {
	const places = new Map<string, Set<string>>();
	for (const { steps, message, response } of state.requests.values()) {
		if (message?.content.type !== 'request' || response) continue;
		if (steps[steps.length - 1]?.state !== 'watching') continue;
		const place = placeOf(message.from);
		if (isStopped({ state }, place)) continue;
		const resources = places.get(place) ?? new Set();
		places.set(place, resources.add(message.content.resource));
	}
	return new Map([...places].map(([place, resources]) => [place, [...resources].sort(byInterest)]));
}

function byInterest(a: string, b: string): number {
	const rank = (resource: string) =>
		first.includes(resource) ? first.indexOf(resource) : Infinity;
	const [rankA, rankB] = [rank(a), rank(b)];
	if (rankA !== rankB) return rankA - rankB;
	return a < b ? -1 : 1;
}
