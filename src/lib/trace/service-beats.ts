import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { Endpoint } from '#lib/kubernetes/endpoint-slice.ts';
import type { BeatName } from './beat-name.ts';
import type { FoundBeat } from './beat.ts';
import { type Change, shortName } from './object-at-key.ts';

/** What a new version of a Service means. */
export function serviceBeat({ key, now, before, revision }: Change<'Service'>): FoundBeat {
	const { spec } = (now ?? before)!;
	const values = { name: shortName(key), revision, ip: spec.clusterIP ?? '' };
	if (!now) return { name: 'gone', of: key, values: { ...values, kind: 'Service' } };
	if (!before) return { name: 'service', of: key, values };
	if (isDeepEqual(spec.selector, before.spec.selector)) return null;
	const selector = Object.entries(spec.selector ?? {}).map((pair) => pair.join('='));
	return { name: 'reselected', of: key, values: { ...values, selector: selector.join(',') } };
}

/** What a new version of an EndpointSlice means: of several endpoints that changed at once the first is told. */
export function endpointsBeat({ key, now, before, revision }: Change<'EndpointSlice'>): FoundBeat {
	const { metadata } = (now ?? before)!;
	const service = metadata.labels?.['kubernetes.io/service-name'];
	if (!now || service === undefined) return null;
	const of = `${metadata.namespace}/${service}`;
	const values = { name: shortName(key), service, revision };
	if (!before) return { name: 'slice', of, values };
	const then = byPod(before.endpoints);
	const here = byPod(now.endpoints);
	for (const [pod, endpoint] of here) {
		const name = endpointBeat(endpoint, then.get(pod));
		if (name) return { name, of, pod, values: { ...values, pod: shortName(pod) } };
	}
	const gone = [...then.keys()].find((pod) => !here.has(pod));
	if (gone === undefined) return null;
	return { name: 'endpoint-gone', of, pod: gone, values: { ...values, pod: shortName(gone) } };
}

function endpointBeat(now: Endpoint, before: Endpoint | undefined): BeatName | null {
	const [is, was] = [now.conditions, before?.conditions];
	if (is?.terminating && !was?.terminating) return 'endpoint-terminating';
	if (is?.ready && !was?.ready) return 'endpoint-ready';
	return !is?.ready && was?.ready && !is?.terminating ? 'endpoint-unready' : null;
}

function byPod(endpoints: readonly Endpoint[] | null | undefined): ReadonlyMap<string, Endpoint> {
	return new Map(
		(endpoints ?? []).flatMap((endpoint) => {
			const { namespace, name } = endpoint.targetRef ?? {};
			return name === undefined ? [] : [[`${namespace}/${name}`, endpoint] as const];
		})
	);
}
