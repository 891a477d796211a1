/** What a name of the cluster's zone asks for. */
export type ParsedName =
	| {
			readonly of: 'service';
			readonly namespace: string;
			readonly service: string;
			/** `_http._tcp.` in front: one port only. */
			readonly port?: string;
			readonly protocol?: string;
			/** A label in front: one endpoint only. */
			readonly endpoint?: string;
	  }
	| { readonly of: 'pod'; readonly namespace: string; readonly address: string }
	/** `svc.cluster.local`, `default.svc.cluster.local`: something is below, nothing is there. */
	| { readonly of: 'branch'; readonly namespace?: string }
	| { readonly of: 'nothing' };

const nothing: ParsedName = { of: 'nothing' };

/**
 * Takes a name apart, without the zone: `web.default.svc`, `_http._tcp.web.default.svc`, `10-244-0-5.default.pod`.
 * Models coredns plugin/kubernetes/parse.go parseRequest.
 */
export function parseName(relative: string): ParsedName {
	if (relative === '') return { of: 'branch' };
	const labels = relative.split('.').reverse();
	const [branch, namespace, name, ...rest] = labels;
	if (branch !== 'svc' && branch !== 'pod') return nothing;
	if (namespace === undefined) return { of: 'branch' };
	if (name === undefined) return { of: 'branch', namespace };
	if (branch === 'pod') {
		return rest.length > 0 ? nothing : { of: 'pod', namespace, address: name };
	}
	const [first, second] = rest;
	if (rest.length === 0) return { of: 'service', namespace, service: name };
	if (rest.length === 1) return { of: 'service', namespace, service: name, endpoint: first! };
	if (rest.length > 2 || !first!.startsWith('_') || !second!.startsWith('_')) return nothing;
	return {
		of: 'service',
		namespace,
		service: name,
		protocol: first!.slice(1),
		port: second!.slice(1)
	};
}
