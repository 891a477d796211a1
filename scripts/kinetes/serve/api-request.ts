import type { IncomingMessage } from 'node:http';
import type { ApiRequest, HttpMethod, Impersonation } from '#lib/kubernetes/api-client.ts';
import type { AnswerForm } from './accepted-form.ts';

const methods: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Where a request goes: path and query apart. Undefined: the path is no path. */
export function addressOf(
	request: IncomingMessage
): { readonly path: string; readonly query: URLSearchParams } | undefined {
	const { url = '' } = request;
	if (!url.startsWith('/')) return undefined;
	const at = url.indexOf('?');
	const path = at < 0 ? url : url.slice(0, at);
	try {
		decodeURIComponent(path);
	} catch {
		return undefined;
	}
	return { path, query: new URLSearchParams(at < 0 ? '' : url.slice(at + 1)) };
}

/** The method as the API server knows it; HEAD is a GET whose body isn't sent. Undefined: no such method. */
export function methodOf({ method = '' }: IncomingMessage): HttpMethod | undefined {
	if (method === 'HEAD') return 'GET';
	return methods.includes(method) ? (method as HttpMethod) : undefined;
}

/** An HTTP request as the simulated API server takes it. */
export function apiRequestOf(
	{ headers, headersDistinct }: IncomingMessage,
	method: HttpMethod,
	{ path, query }: { readonly path: string; readonly query: URLSearchParams },
	text: string,
	form: AnswerForm
): ApiRequest {
	const contentType = headers['content-type']?.split(';')[0]?.trim();
	const impersonate = impersonationOf(headersDistinct);
	return {
		method,
		path,
		...(query.size > 0 && { query: firstOfEach(query) }),
		...(text !== '' && { body: bodyOf(text) }),
		...(contentType && contentType !== 'application/json' && { contentType }),
		...(impersonate && { impersonate }),
		...(form.as === 'table' && { asTable: true })
	};
}

function bodyOf(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

/** Of a parameter that is given twice the first counts, as for Go's url.Values. */
function firstOfEach(query: URLSearchParams): Readonly<Record<string, string>> {
	return Object.fromEntries([...query].reverse());
}

const extraPrefix = 'impersonate-extra-';

/** Models apiserver/pkg/endpoints/filters/impersonation: `Impersonate-User`, `-Group`, `-Uid`, `-Extra-…`. */
function impersonationOf(headers: NodeJS.Dict<string[]>): Impersonation | undefined {
	const [user] = headers['impersonate-user'] ?? [];
	const groups = headers['impersonate-group'];
	const [uid] = headers['impersonate-uid'] ?? [];
	const extra = Object.entries(headers)
		.filter(([name]) => name.startsWith(extraPrefix))
		.map(([name, values]) => [unescaped(name.slice(extraPrefix.length)), values ?? []] as const);
	if ([user, groups, uid].every((one) => one === undefined) && extra.length === 0) {
		return undefined;
	}
	return {
		...(user !== undefined && { user }),
		...(groups !== undefined && { groups }),
		...(uid !== undefined && { uid }),
		...(extra.length > 0 && { extra: Object.fromEntries(extra) })
	};
}

function unescaped(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
