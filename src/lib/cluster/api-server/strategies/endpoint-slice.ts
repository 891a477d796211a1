import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { EndpointSlice } from '#lib/kubernetes/endpoint-slice.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Strategy } from './strategy.ts';

/** Models pkg/registry/discovery/endpointslice/strategy.go endpointSliceStrategy. */
export const endpointSliceStrategy: Strategy = {
	prepareForCreate: withoutTopology,

	prepareForUpdate: (updated, current) =>
		isDeepEqual(updated.endpoints, current.endpoints) ? updated : withoutTopology(updated),

	changesGeneration({ metadata, ...content }, { metadata: was, ...before }) {
		return !isDeepEqual(content, before) || !isDeepEqual(metadata.labels, was.labels);
	}
};

/** Topology is of v1beta1: `nodeName` and `zone` have taken its place. */
function withoutTopology(object: KubeObject): KubeObject {
	const { endpoints } = object as EndpointSlice;
	if (!endpoints?.some((endpoint) => 'deprecatedTopology' in endpoint)) return object;
	return {
		...object,
		endpoints: endpoints.map(({ deprecatedTopology: _topology, ...kept }) => kept)
	};
}
