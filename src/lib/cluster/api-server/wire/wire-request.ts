import type { ApiRequest, HttpMethod, Impersonation } from '#lib/kubernetes/api-client.ts';
import { readBody } from '#lib/kubernetes/body/read-body.ts';
import { isStatus } from '#lib/kubernetes/status.ts';
import { acceptedForm, type AnswerForm } from './accepted-form.ts';

/** A request as it came over the wire. */
export interface WireRequest {
	/** As it was written, e.g. `GET`. */
	readonly method: string;
	/** Without the query. */
	readonly path: string;
	/** Without its question mark. */
	readonly query?: string;
	readonly contentType?: string;
	readonly accept?: string;
	/** Undefined when there is none. A body that is longer than the server takes may be cut off behind that. */
	readonly text?: string;
	readonly impersonate?: Impersonation;
}

/** A request as the API server takes it, and in which form its answer goes back. */
export interface ReadRequest {
	readonly request: ApiRequest;
	readonly form: AnswerForm;
	/** Of a table's rows. */
	readonly includeObject: string;
}

const methods: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];

/** Reads a request. What is wrong with it is told by the server itself, once it knows who asks. */
export function readRequest(wire: WireRequest): ReadRequest {
	const { method, path, query = '', contentType, accept, text, impersonate } = wire;
	const parameters = new URLSearchParams(query);
	const isList = method === 'GET' && /^\/apis?\//.test(path);
	const form = acceptedForm(accept, isList);
	const mediaType = contentType?.split(';')[0]!.trim();
	const isPatch = method === 'PATCH';
	const read =
		text === undefined || (method === 'DELETE' && text === '')
			? undefined
			: readBody(text, (mediaType ?? '').toLowerCase() || 'application/json');
	const request: ApiRequest = {
		method: methods.includes(method) ? (method as HttpMethod) : 'OTHER',
		path,
		// Of a parameter that is given twice the first counts, as for Go's url.Values.
		...(parameters.size > 0 && { query: Object.fromEntries([...parameters].reverse()) }),
		...(mediaType && (isPatch || text) && { contentType: mediaType }),
		...(read && { body: read.value, reading: read.reading }),
		...(impersonate && { impersonate }),
		...(isStatus(form) ? { unacceptable: form } : asked(form as AnswerForm))
	};
	return {
		request,
		form: isStatus(form) ? (acceptedForm(undefined, false) as AnswerForm) : (form as AnswerForm),
		includeObject: parameters.get('includeObject') ?? ''
	};
}

/** What the server itself makes of an answer; the rest is done as it leaves. */
function asked({ as }: AnswerForm): Partial<ApiRequest> {
	if (as === 'table') return { asTable: true };
	return as === 'discovery' ? { asDiscovery: true } : {};
}
