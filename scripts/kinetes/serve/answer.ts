import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { stringify } from 'yaml';
import type { Status } from '#lib/kubernetes/object.ts';
import { isStatus } from '#lib/kubernetes/status.ts';

/** What is sent back. A body that is text or bytes is sent as it is, everything else as JSON or YAML. */
interface Answer {
	readonly code: number;
	readonly body: unknown;
	readonly contentType: string;
	readonly warnings?: readonly string[];
}

/** Sends an answer, unless one was sent already. */
export function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
	if (response.headersSent || response.destroyed) return;
	const { code, body, contentType, warnings } = answer;
	begin(response, code, contentType, warnings);
	const retryAfter = isStatus(body) ? (body as Status).details?.retryAfterSeconds : undefined;
	if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
	const text = textOf(body, contentType, request);
	response.setHeader('Content-Length', Buffer.byteLength(text));
	response.end(request.method === 'HEAD' ? undefined : text);
}

/** Refuses, and lets the connection go: nobody who is refused at the door keeps a place in it. */
export function refuse(request: IncomingMessage, response: ServerResponse, status: Status): void {
	if (response.headersSent || response.destroyed) return;
	response.setHeader('Connection', 'close');
	send(request, response, {
		code: status.code ?? 500,
		body: status,
		contentType: 'application/json'
	});
}

/** The headers that every answer of the real server has, and its warnings. */
export function begin(
	response: ServerResponse,
	code: number,
	contentType: string,
	warnings: readonly string[] = []
): void {
	response.statusCode = code;
	response.setHeader('Audit-Id', randomUUID());
	response.setHeader('Cache-Control', 'no-cache, private');
	response.setHeader('Content-Type', contentType);
	if (warnings.length > 0) response.setHeader('Warning', warnings.map(warningHeader));
}

/** Models apimachinery/pkg/util/net/http.go NewWarningHeader. A header's bytes are given to Node as Latin-1. */
function warningHeader(text: string): string {
	const line = text.replaceAll(/[\x00-\x1f\x7f]/g, ' ').replaceAll(/["\\]/g, String.raw`\$&`);
	return `299 - "${Buffer.from(line).toString('latin1')}"`;
}

function textOf(body: unknown, contentType: string, request: IncomingMessage): string | Uint8Array {
	if (typeof body === 'string' || body instanceof Uint8Array) return body;
	if (contentType === 'application/yaml') return stringify(body);
	return `${JSON.stringify(body, null, isPretty(request) ? 2 : undefined)}\n`;
}

const people = /^(curl|Wget|Mozilla\/5\.0)/;

/** Whether somebody is to read it. Models apiserver/pkg/endpoints/handlers/responsewriters/writers.go isPrettyPrint. */
function isPretty({ headers, url = '' }: IncomingMessage): boolean {
	// That one is always written so (apiserver/pkg/server/routes/version.go).
	if (/^\/version\/?(\?|$)/.test(url)) return true;
	const asked = /[?&]pretty=([^&]*)/.exec(url)?.[1];
	if (asked !== undefined) return ['1', 't', 'true', ''].includes(asked.toLowerCase());
	return people.test(headers['user-agent'] ?? '');
}
