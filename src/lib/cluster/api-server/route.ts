import type { ApiRequest } from '#lib/kubernetes/api-client.ts';

/** What a request asks for: its path and method read as the API reads them. */
export interface Route {
	/** create, get, list, watch, update, patch, delete, deletecollection. */
	readonly verb: string;
	readonly group: string;
	readonly version: string;
	/** Plural; empty for paths that are no resources (`/version`). */
	readonly resource: string;
	readonly subresource?: string;
	readonly namespace?: string;
	readonly name?: string;
}

/**
 * Reads `/api/v1/…` and `/apis/GROUP/VERSION/…`. Models apiserver/pkg/endpoints/request/requestinfo.go NewRequestInfo.
 * Undefined for a path that is no resource path.
 */
export function routeOf(request: ApiRequest): Route | undefined {
	const parts = request.path.split('/').filter((part) => part !== '');
	const core = parts[0] === 'api';
	if (!core && parts[0] !== 'apis') return undefined;
	const group = core ? '' : (parts[1] ?? '');
	const version = parts[core ? 1 : 2];
	const isEncoded = request.path.includes('%');
	let rest = parts.slice(core ? 2 : 3);
	if (isEncoded) rest = rest.map(decodeURIComponent);
	if (version === undefined || rest.length === 0) return undefined;
	let namespace: string | undefined;
	if (rest[0] === 'namespaces' && rest.length > 2 && !isNamespaceSubresource(rest[2]!)) {
		namespace = rest[1];
		rest = rest.slice(2);
	}
	const [resource, name, subresource] = rest;
	return {
		verb: verbOf(request, name !== undefined),
		group,
		version,
		resource: resource!,
		...(subresource === undefined ? undefined : { subresource }),
		...(namespace === undefined ? undefined : { namespace }),
		...(name === undefined ? undefined : { name })
	};
}

function isNamespaceSubresource(part: string): boolean {
	return part === 'status' || part === 'finalize';
}

function verbOf(request: ApiRequest, named: boolean): string {
	switch (request.method) {
		case 'GET':
			if (isWatch(request.query?.watch)) return 'watch';
			return named ? 'get' : 'list';
		case 'POST':
			return 'create';
		case 'PUT':
			return 'update';
		case 'PATCH':
			return 'patch';
		case 'DELETE':
			return named ? 'delete' : 'deletecollection';
	}
}

function isWatch(value: string | undefined): boolean {
	return value !== undefined && !['false', '0'].includes(value.toLowerCase());
}
