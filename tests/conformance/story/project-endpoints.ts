import type { EndpointSlice } from '#lib/kubernetes/endpoint-slice.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { GeneratedNames } from './generated-names.ts';

/** Per Service and Pod the sequence of what its EndpointSlices say of it. */
export function projectEndpoints(
	{ header, events }: Trace,
	names: GeneratedNames
): Readonly<Record<string, Readonly<Record<string, readonly (readonly string[])[]>>>> {
	const slices = new Map<string, Map<string, EndpointSlice>>();
	const sequences = new Map<string, Map<string, string[]>>();
	for (const event of events) {
		if (event.kind !== 'write' || event.atMs < header.startMs) continue;
		const slice = (event.object ?? event.previous) as EndpointSlice | null;
		if (slice?.kind !== 'EndpointSlice') continue;
		const service = slice.metadata.labels?.['kubernetes.io/service-name'] ?? '';
		const own = slices.get(service) ?? new Map<string, EndpointSlice>();
		slices.set(service, own);
		if (event.object === null) own.delete(slice.metadata.name!);
		else own.set(slice.metadata.name!, slice);
		const pods = sequences.get(service) ?? new Map<string, string[]>();
		sequences.set(service, pods);
		note(pods, statesOf([...own.values()]));
	}
	return Object.fromEntries(
		[...sequences].map(([service, pods]) => {
			const groups: Record<string, (readonly string[])[]> = {};
			for (const [pod, states] of pods) (groups[names.groupOf(pod)] ??= []).push(states);
			return [service, groups];
		})
	);
}

function statesOf(slices: readonly EndpointSlice[]): ReadonlyMap<string, string> {
	return new Map(
		slices.flatMap(({ endpoints }) =>
			(endpoints ?? []).flatMap(({ targetRef, conditions = {} }) => {
				const words = (['ready', 'serving', 'terminating'] as const).filter(
					(word) => conditions[word] === true
				);
				const name = targetRef?.name;
				return name === undefined ? [] : [[name, words.join('/') || 'none'] as const];
			})
		)
	);
}

function note(pods: Map<string, string[]>, states: ReadonlyMap<string, string>): void {
	for (const name of new Set([...pods.keys(), ...states.keys()])) {
		const sequence = pods.get(name) ?? [];
		pods.set(name, sequence);
		const state = states.get(name) ?? 'gone';
		if (sequence.at(-1) !== state) sequence.push(state);
	}
}
