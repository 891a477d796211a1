import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { isStatus } from '#lib/kubernetes/status.ts';
import type { MessageContent, WatchContent } from '#lib/trace/event.ts';
import type { Credential } from './authentication.ts';
import type { Route } from './route.ts';
import { STATUS_CODES } from './status-codes.ts';

/** A request as the trace has it. */
export function requestMessage(
	id: number,
	request: ApiRequest,
	route: Route | undefined,
	credential: Credential
): MessageContent {
	const { method, path, query, contentType, body, impersonate } = request;
	const { subresource, namespace, name } = route ?? {};
	return {
		type: 'request',
		id,
		verb: route?.verb ?? method.toLowerCase(),
		// A trace knows the methods that verbs go by.
		method: method === 'HEAD' || method === 'OTHER' ? 'GET' : method,
		path,
		...(query === undefined ? undefined : { query }),
		user: describeUser(credential),
		...(impersonate?.user === undefined ? undefined : { as: impersonate.user }),
		resource: route?.resource ?? '',
		...(subresource === undefined ? undefined : { subresource }),
		...(namespace === undefined ? undefined : { namespace }),
		...(name === undefined ? undefined : { name }),
		...(contentType === undefined ? undefined : { contentType }),
		...(body === undefined ? undefined : { body })
	};
}

/** Its answer. */
export function responseMessage(
	id: number,
	request: ApiRequest,
	route: Route | undefined,
	{ code, body: given }: ApiResponse
): MessageContent {
	const body = given as KubeObject | Status;
	const revision = Number(body.metadata?.resourceVersion ?? 0);
	const message = isStatus(body) ? body.message : undefined;
	const subresource = route?.subresource;
	const name = route?.name ?? nameOf(body);
	return {
		type: 'response',
		id,
		code,
		text: STATUS_CODES[code] ?? '',
		...(message === undefined ? undefined : { message }),
		verb: route?.verb ?? 'get',
		path: request.path,
		resource: route?.resource ?? '',
		...(subresource === undefined ? undefined : { subresource }),
		...(name === undefined ? undefined : { name }),
		...(revision > 0 ? { revision } : undefined)
	};
}

/**
 * What comes over a watch. Written out for the usual case, since this is every sixth event of a trace: an object made at once
 * is smaller than one that is put together.
 */
export function watchMessage(
	event: WatchContent['event'],
	resource: string,
	namespace: string | undefined,
	name: string | undefined,
	revision: number,
	initial = false
): WatchContent {
	const type = 'watch-event';
	if (namespace !== undefined && name !== undefined && !initial) {
		return { type, event, resource, namespace, name, revision };
	}
	return {
		type,
		event,
		resource,
		...(namespace === undefined ? undefined : { namespace }),
		...(name === undefined ? undefined : { name }),
		revision,
		...(initial ? { initial } : undefined)
	};
}

/** What the request is about, for whoever reads its machine's states. */
export function subjectOf({ namespace, name, resource }: Route): string {
	return name === undefined ? resource : namespace === undefined ? name : `${namespace}/${name}`;
}

function describeUser(credential: Credential): string {
	if (credential.type === 'certificate') return credential.commonName;
	return credential.type === 'token' ? 'token' : 'system:anonymous';
}

function nameOf(body: KubeObject | Status): string | undefined {
	return (body.metadata as { name?: string } | undefined)?.name;
}
