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
 * Reads `/api/v1/…` and `/apis/GROUP/VERSION/…`, and the old way to watch, `…/VERSION/watch/…`. Models apiserver/pkg/endpoints/request/requestinfo.go NewRequestInfo.
 * Undefined for a path that is no resource path.
 */
export function routeOf(request: ApiRequest): Route | undefined {
	const parts = segmentsOf(request.path);
	const isCore = parts[0] === 'api';
	if (!isCore && parts[0] !== 'apis') return undefined;
	const group = isCore ? '' : (parts[1] ?? '');
	const version = parts[isCore ? 1 : 2];
	let at = isCore ? 2 : 3;
	if (version === undefined || parts.length <= at) return undefined;
	const isOldWatch = parts[at] === 'watch' && parts.length > at + 1;
	if (isOldWatch) at++;
	let namespace: string | undefined;
	const isWithin = parts[at] === 'namespaces' && parts.length > at + 2;
	if (isWithin && !isNamespaceSubresource(parts[at + 2]!)) {
		namespace = parts[at + 1];
		at += 2;
	}
	const resource = parts[at];
	const name = parts[at + 1];
	const subresource = parts[at + 2];
	return {
		verb: isOldWatch ? 'watch' : verbOf(request, name !== undefined),
		group,
		version,
		resource: resource!,
		...(subresource === undefined ? undefined : { subresource }),
		...(namespace === undefined ? undefined : { namespace }),
		...(name === undefined ? undefined : { name })
	};
}

/** What stands between the slashes. */
function segmentsOf(path: string): string[] {
	const isPlain = path.startsWith('/') && !path.includes('//') && !path.endsWith('/');
	const parts = isPlain ? path.slice(1).split('/') : path.split('/').filter((part) => part !== '');
	if (!path.includes('%')) return parts;
	const from = parts[0] === 'api' ? 2 : 3;
	return parts.map((part, index) => (index < from ? part : decodeURIComponent(part)));
}

function isNamespaceSubresource(part: string): boolean {
	return part === 'status' || part === 'finalize';
}

function verbOf(request: ApiRequest, named: boolean): string {
	switch (request.method) {
		case 'GET':
		case 'HEAD':
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
		case 'OTHER':
			return '';
	}
}

function isWatch(value: string | undefined): boolean {
	return value !== undefined && !['false', '0'].includes(value.toLowerCase());
}
