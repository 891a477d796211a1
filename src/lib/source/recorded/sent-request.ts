import type { RecordedRequest } from './recording.ts';

/** A line of the audit log, taken apart. */
export interface SentRequest extends RecordedRequest {
	/** Counted from 1: what ties the trace's events of it. */
	readonly id: number;
	/** When it was answered, ms. */
	readonly endMs: number;
	/** Who sent it, as the stage knows them; kubectl's is still without its number. */
	readonly actor: string;
	readonly user: string;
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	readonly purePath: string;
	readonly query: Readonly<Record<string, string>>;
	readonly resource: string;
	readonly subresource: string | undefined;
	readonly namespace: string | undefined;
	readonly name: string | undefined;
	/** It changed something, as far as its code says. */
	readonly writes: boolean;
}

const methods: Readonly<Record<string, SentRequest['method']>> = {
	create: 'POST',
	update: 'PUT',
	patch: 'PATCH',
	delete: 'DELETE',
	deletecollection: 'DELETE'
};

/** Requests in order of their arrival. */
export function sentRequests(requests: readonly RecordedRequest[]): readonly SentRequest[] {
	return [...requests]
		.sort((a, b) => a.atMs - b.atMs)
		.map((request, i) => ({ ...request, id: i + 1, ...partsOf(request) }));
}

function partsOf(request: RecordedRequest) {
	const { by, verb, path, atMs, tookMs, code } = request;
	const [purePath = '', query = ''] = splitQuery(path);
	return {
		...whoIs(by),
		endMs: atMs + Math.max(0, tookMs),
		method: methods[verb] ?? ('GET' as const),
		purePath,
		query: Object.fromEntries(new URLSearchParams(query)),
		...placeOf(purePath),
		writes: verb in methods && code < 300
	};
}

/** A query is recorded after `?`, or where only `watch` was left of it, after `&`. */
function splitQuery(path: string): readonly string[] {
	const at = path.search(/[?&]/);
	return at < 0 ? [path] : [path.slice(0, at), path.slice(at + 1)];
}

/** `/api/v1/namespaces/default/pods/web/status`, `/apis/apps/v1/…`, `/api/v1/nodes/worker-1`. */
function placeOf(path: string) {
	const parts = path.split('/').slice(1);
	const rest = parts.slice(parts[0] === 'apis' ? 3 : 2);
	const [first, space, ...inside] = rest;
	const deep =
		first === 'namespaces' &&
		inside.length > 0 &&
		inside[0] !== 'finalize' &&
		inside[0] !== 'status';
	const [resource = '', name, subresource] = deep ? inside : rest;
	const namespace = deep ? space : undefined;
	return { resource, name, subresource, namespace };
}

/** The component, and the name under which it asks. */
function whoIs(by: string): Pick<SentRequest, 'actor' | 'user'> {
	const [component = '', node] = by.split(' ');
	if (by === 'kubectl') return { actor: 'kubectl', user: 'kubernetes-admin' };
	if (component === 'kubelet' && node) {
		return { actor: `kubelet/${node}`, user: `system:node:${node}` };
	}
	if (component === 'kube-proxy' && node) {
		return { actor: `kube-proxy/${node}`, user: 'system:kube-proxy' };
	}
	if (by === 'kube-scheduler') return { actor: 'scheduler', user: 'system:kube-scheduler' };
	if (by.startsWith('system:')) return { actor: 'kubectl', user: by };
	const user =
		by === 'kube-controller-manager'
			? 'system:kube-controller-manager'
			: `system:serviceaccount:kube-system:${by}`;
	return { actor: 'controller-manager', user };
}
