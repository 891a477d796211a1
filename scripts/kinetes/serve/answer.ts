import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Status } from '#lib/kubernetes/object.ts';

const people = /^(curl|Wget|Mozilla\/5\.0)/;

/** Whether somebody is to read it. Models apiserver/pkg/endpoints/handlers/responsewriters/writers.go isPrettyPrint. */
function isPretty({ headers, url = '' }: IncomingMessage): boolean {
	const asked = /[?&]pretty=([^&]*)/.exec(url)?.[1];
	if (asked !== undefined) return ['1', 't', 'true', ''].includes(asked.toLowerCase());
	return people.test(headers['user-agent'] ?? '');
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

/** Models apimachinery/pkg/util/net/http.go NewWarningHeader; Node takes nothing beyond Latin-1 in a header. */
function warningHeader(text: string): string {
	const line = text.replaceAll(/[\x00-\x1f\x7f]/g, ' ').replaceAll(/["\\]/g, String.raw`\$&`);
	return `299 - "${Buffer.from(line).toString('latin1')}"`;
}

/** Answers with an object. */
export function sendJson(
	request: IncomingMessage,
	response: ServerResponse,
	code: number,
	body: unknown,
	contentType = 'application/json',
	warnings: readonly string[] = []
): void {
	const text = JSON.stringify(body, null, isPretty(request) ? 2 : undefined) + '\n';
	send(request, response, code, text, contentType, warnings);
}

/** Answers with a text. */
export function send(
	request: IncomingMessage,
	response: ServerResponse,
	code: number,
	text: string,
	contentType = 'text/plain; charset=utf-8',
	warnings: readonly string[] = []
): void {
	if (response.headersSent || response.destroyed) return;
	begin(response, code, contentType, warnings);
	response.setHeader('Content-Length', Buffer.byteLength(text));
	response.end(request.method === 'HEAD' ? undefined : text);
}

/** Refuses, with the Status that says why. */
export function sendStatus(
	request: IncomingMessage,
	response: ServerResponse,
	status: Status
): void {
	const { retryAfterSeconds } = status.details ?? {};
	if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', retryAfterSeconds);
	sendJson(request, response, status.code ?? 500, status);
}
