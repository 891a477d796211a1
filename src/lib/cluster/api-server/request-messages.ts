import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { isStatus } from '#lib/kubernetes/status.ts';
import type { MessageContent } from '#lib/trace/event.ts';
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
	return {
		type: 'request',
		id,
		verb: route?.verb ?? request.method.toLowerCase(),
		method: request.method,
		path: request.path,
		...optional('query', request.query),
		user: describeUser(credential),
		resource: route?.resource ?? '',
		...optional('subresource', route?.subresource),
		...optional('namespace', route?.namespace),
		...optional('name', route?.name),
		...optional('contentType', request.contentType),
		...optional('body', request.body)
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
	return {
		type: 'response',
		id,
		code,
		text: STATUS_CODES[code] ?? '',
		...(isStatus(body) ? optional('message', body.message) : undefined),
		verb: route?.verb ?? 'get',
		path: request.path,
		resource: route?.resource ?? '',
		...optional('subresource', route?.subresource),
		...optional('name', route?.name ?? nameOf(body)),
		...(revision > 0 ? { revision } : undefined)
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

function optional<K extends string, V>(key: K, value: V | undefined): Record<K, V> | undefined {
	return value === undefined ? undefined : ({ [key]: value } as Record<K, V>);
}
