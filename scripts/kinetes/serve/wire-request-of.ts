import type { IncomingMessage } from 'node:http';
import type { WireRequest } from '#lib/cluster/api-server/wire/wire-request.ts';
import type { Impersonation } from '#lib/kubernetes/api-client.ts';
import { decodeProtobufObject } from '#lib/kubernetes/protobuf/decode-object.ts';
import { ProtobufError } from '#lib/kubernetes/protobuf/wire-reader.ts';

/** Where a request goes. */
export interface Address {
	readonly path: string;
	/** Without its question mark. */
	readonly query: string;
}

/** Reads where a request goes; undefined when that is no path. */
export function addressOf({ url = '' }: IncomingMessage): Address | undefined {
	if (!url.startsWith('/')) return undefined;
	const at = url.indexOf('?');
	const path = at < 0 ? url : url.slice(0, at);
	try {
		decodeURIComponent(path);
	} catch {
		return undefined;
	}
	return { path, query: at < 0 ? '' : url.slice(at + 1) };
}

/** An HTTP request as the simulated API server reads it. */
export function wireRequestOf(
	{ method = '', headers, headersDistinct }: IncomingMessage,
	address: Address,
	body: Buffer
): WireRequest {
	const { accept, 'content-type': given } = headers;
	const impersonate = impersonationOf(headersDistinct);
	return {
		method,
		...address,
		...(accept !== undefined && { accept }),
		...contentOf(given, body),
		...(impersonate && { impersonate })
	};
}

/** kubectl's typed commands (`create deployment`, `auth can-i`, …) send protobuf: it becomes the JSON that says the same. */
function contentOf(contentType: string | undefined, body: Buffer): Partial<WireRequest> {
	const named = contentType === undefined ? undefined : { contentType };
	if (body.length === 0) return named ?? {};
	if (contentType?.startsWith('application/vnd.kubernetes.protobuf')) {
		try {
			const text = JSON.stringify(decodeProtobufObject(body));
			return { contentType: 'application/json', text };
		} catch (error) {
			if (!(error instanceof ProtobufError)) throw error;
		}
	}
	return { ...named, text: body.toString('utf8') };
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
