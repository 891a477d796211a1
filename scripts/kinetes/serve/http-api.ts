import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { authenticate } from '#lib/cluster/api-server/authentication.ts';
import type { Cluster } from '#lib/cluster/cluster.ts';
import type { ServerClient } from '#lib/cluster/api-server/server-client.ts';
import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import { methodNotAllowed, unauthorized } from '#lib/kubernetes/status.ts';
import { acceptedForm, type AnswerForm } from './accepted-form.ts';
import { send, sendJson, sendStatus } from './answer.ts';
import { addressOf, apiRequestOf, methodOf } from './api-request.ts';
import type { Callers } from './callers.ts';
import { credentialOf, isOpenToAll } from './credential-of.ts';
import { isOwnHost } from './is-own-host.ts';
import { limits } from './limits.ts';
import type { Pace } from './pace.ts';
import { readBody } from './read-body.ts';
import { notAcceptable, timedOut, tooLarge, tooMany } from './refusals.ts';
import { servedBody } from './served-body.ts';
import { Streams } from './streams.ts';

/** The simulated API server behind HTTP: who may come in, how much they may ask, and what goes back. */
export class HttpApi {
	readonly streams = new Streams();
	private inFlight = 0;

	constructor(
		private readonly cluster: Cluster,
		private readonly pace: Pace,
		private readonly callers: Callers
	) {}

	/** Answers one request; never throws. */
	handle(request: IncomingMessage, response: ServerResponse): void {
		response.on('error', () => response.destroy());
		this.answer(request, response).catch(() => response.destroy());
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		if (!isOwnHost(request.headers.host)) {
			return send(request, response, 403, 'This server answers to 127.0.0.1 and localhost only.\n');
		}
		const address = addressOf(request);
		if (address === undefined) return send(request, response, 400, '400 Bad Request\n');
		const credential = credentialOf(request.headers);
		const isKnown = authenticate(credential, this.cluster.apiServer.tokens) !== undefined;
		if (!isKnown || (credential.type === 'none' && !isOpenToAll(address.path))) {
			return refuse(request, response, unauthorized());
		}
		const method = methodOf(request);
		if (method === undefined) return refuse(request, response, methodNotAllowed());
		const form = acceptedForm(request.headers.accept);
		if (form === undefined) return refuse(request, response, notAcceptable);
		if (this.inFlight >= limits.inFlight) return refuse(request, response, tooMany);
		const text = await readBody(request, limits.bodyBytes);
		if (text === undefined) return refuse(request, response, tooLarge);
		const asked = apiRequestOf(request, method, address, text, form);
		this.pace.enter(() => {
			const client = this.callers.clientFor(request, credential);
			if (isStream(asked)) this.stream(request, response, client, asked, form);
			else this.ask(request, response, client, asked, form);
		});
	}

	/** Answers a request for a connection that goes on in another protocol. */
	upgrade(_request: IncomingMessage, socket: Duplex, _head: Buffer): void {
		socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
	}

	private ask(
		request: IncomingMessage,
		response: ServerResponse,
		client: ServerClient,
		asked: ApiRequest,
		form: AnswerForm
	): void {
		this.inFlight++;
		response.once('close', () => this.inFlight--);
		const late = setTimeout(() => sendStatus(request, response, timedOut), limits.requestMs);
		response.once('close', () => clearTimeout(late));
		client.request(asked, (answer) => sendAnswer(request, response, answer, form));
	}

	private stream(
		request: IncomingMessage,
		response: ServerResponse,
		client: ServerClient,
		asked: ApiRequest,
		form: AnswerForm
	): void {
		if (this.streams.isFull) return refuse(request, response, tooMany);
		this.streams.open(response, client, asked, form, {
			refused: (answer) => sendAnswer(request, response, answer, form),
			enter: (act) => this.pace.enter(act)
		});
	}
}

/** A connection whose body was not read is of no use any more. */
function refuse(
	request: IncomingMessage,
	response: ServerResponse,
	status: Parameters<typeof sendStatus>[2]
): void {
	if (!request.complete) response.setHeader('Connection', 'close');
	sendStatus(request, response, status);
}

/** Watches, and logs that are followed: what doesn't end with its first answer. */
function isStream({ method, path, query }: ApiRequest): boolean {
	if (method !== 'GET') return false;
	if (/\/log$/.test(path)) return isTrue(query?.['follow']);
	return isTrue(query?.['watch']);
}

function isTrue(value: string | undefined): boolean {
	return value !== undefined && !['false', '0'].includes(value.toLowerCase());
}

function sendAnswer(
	request: IncomingMessage,
	response: ServerResponse,
	{ code, body, warnings }: ApiResponse,
	form: AnswerForm
): void {
	if (response.destroyed || response.headersSent) return;
	const { kind, text } = body as { kind?: string; text?: unknown };
	if (typeof text === 'string' && (kind === 'Text' || kind === 'Log')) {
		const contentType = kind === 'Log' ? 'text/plain' : undefined;
		return send(request, response, code, text, contentType, warnings);
	}
	if (code >= 400) {
		const { retryAfterSeconds } =
			(body as { details?: { retryAfterSeconds?: number } }).details ?? {};
		if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', retryAfterSeconds);
	}
	const includeObject = /[?&]includeObject=([^&]*)/.exec(request.url ?? '')?.[1] ?? null;
	const served = servedBody(body, form, includeObject);
	const contentType = served === body && form.as === 'discovery' ? undefined : form.contentType;
	sendJson(request, response, code, served, contentType, warnings);
}
