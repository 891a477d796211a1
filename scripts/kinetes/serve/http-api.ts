import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { authenticate, type Credential } from '#lib/cluster/api-server/authentication.ts';
import { servedForm } from '#lib/cluster/api-server/wire/served-form.ts';
import { readRequest, type ReadRequest } from '#lib/cluster/api-server/wire/wire-request.ts';
import type { ServerClient } from '#lib/cluster/api-server/server-client.ts';
import type { Cluster } from '#lib/cluster/cluster.ts';
import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import { internalError, unauthorized } from '#lib/kubernetes/status.ts';
import { refuse, send } from './answer.ts';
import type { Callers } from './callers.ts';
import { credentialOf, isOpenToAll } from './credential-of.ts';
import { ExecServer, refuseUpgrade } from './exec-server.ts';
import { isOwnHost } from './is-own-host.ts';
import { isStream } from './is-stream.ts';
import { limits } from './limits.ts';
import { OpenApiDocuments, type OpenApiBody, protobufOfV2 } from './openapi-documents.ts';
import type { Pace } from './pace.ts';
import { readBody } from './read-body.ts';
import { timedOut, tooLarge, tooMany } from './refusals.ts';
import { Streams } from './streams.ts';
import { type Address, addressOf, wireRequestOf } from './wire-request-of.ts';

const plainText = 'text/plain; charset=utf-8';

/** The simulated API server behind HTTP: who may come in, how much they may ask, and what goes back. */
export class HttpApi {
	private readonly streams = new Streams();
	private readonly exec: ExecServer;
	private readonly documents: OpenApiDocuments;
	private inFlight = 0;

	constructor(
		private readonly cluster: Cluster,
		private readonly pace: Pace,
		private readonly callers: Callers
	) {
		this.documents = new OpenApiDocuments(cluster.apiServer);
		this.exec = new ExecServer(cluster.apiServer);
	}

	/** Answers one request; never throws. */
	handle(request: IncomingMessage, response: ServerResponse): void {
		response.on('error', () => response.destroy());
		this.answer(request, response).catch(() => response.destroy());
	}

	/** Answers a request for a connection that goes on in another protocol. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		socket.on('error', () => socket.destroy());
		const address = addressOf(request);
		const credential = address && this.credentialFor(request, address);
		if (!isOwnHost(request.headers.host) || address === undefined || credential === undefined) {
			return refuseUpgrade(socket, unauthorized());
		}
		if (this.streams.isFull) return refuseUpgrade(socket, tooMany);
		const user = authenticate(credential, this.cluster.apiServer.tokens)!;
		this.exec.serve(request, socket, head, address, {
			user,
			ask: (act) => this.pace.enter(() => this.callers.as(request, credential, act)),
			closed: this.streams.take()
		});
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		if (!isOwnHost(request.headers.host)) {
			const body = 'This server answers to 127.0.0.1 and localhost only.\n';
			return send(request, response, { code: 403, body, contentType: plainText });
		}
		const address = addressOf(request);
		if (address === undefined) {
			const body = '400 Bad Request\n';
			return send(request, response, { code: 400, body, contentType: plainText });
		}
		const credential = this.credentialFor(request, address);
		if (credential === undefined) return refuse(request, response, unauthorized());
		if (this.inFlight >= limits.inFlight) return refuse(request, response, tooMany);
		const leave = this.count(response);
		const body = await readBody(request, limits.bodyBytes);
		if (body === undefined) return refuse(request, response, tooLarge);
		const read = this.read(request, address, body);
		this.pace.enter(() =>
			this.callers.as(request, credential, (client) => {
				if (!isStream(read.request)) return this.ask(request, response, client, read);
				leave();
				this.stream(request, response, client, read);
			})
		);
	}

	/** Counts a request in until it is answered; what is returned counts it out before. */
	private count(response: ServerResponse): () => void {
		this.inFlight++;
		let isIn = true;
		const leave = (): void => {
			if (isIn) this.inFlight--;
			isIn = false;
		};
		response.once('close', leave);
		return leave;
	}

	/** The request as the server takes it: who manages which field is told to everyone who comes from outside. */
	private read(request: IncomingMessage, address: Address, body: Buffer): ReadRequest {
		const wire = wireRequestOf(request, address, body);
		// A form that one document alone has: the server needn't know it.
		const { accept: _accept, ...others } = wire;
		const read = readRequest(wire.accept?.includes(protobufOfV2) ? others : wire);
		const userAgent = request.headers['user-agent'] ?? '';
		return { ...read, request: { ...read.request, userAgent, withManagedFields: true } };
	}

	/** What a request shows of who it is from; undefined when that is nobody whom the server knows. */
	private credentialFor({ headers }: IncomingMessage, { path }: Address): Credential | undefined {
		const credential = credentialOf(headers);
		if (credential.type === 'none') return isOpenToAll(path) ? credential : undefined;
		const user = authenticate(credential, this.cluster.apiServer.tokens);
		return user === undefined ? undefined : credential;
	}

	private ask(
		request: IncomingMessage,
		response: ServerResponse,
		client: ServerClient,
		read: ReadRequest
	): void {
		const late = setTimeout(() => refuse(request, response, timedOut), limits.requestMs);
		response.once('close', () => clearTimeout(late));
		client.request(read.request, (answer) => {
			try {
				this.reply(request, response, answer, read);
			} catch (error) {
				refuse(request, response, internalError(String(error)));
				throw error;
			}
		});
	}

	/** The server lets in or refuses; the documents about it are made here, where somebody asks for them. */
	private reply(
		request: IncomingMessage,
		response: ServerResponse,
		answer: ApiResponse,
		read: ReadRequest
	): void {
		const { accept } = request.headers;
		const document = answer.code === 404 ? this.documents.at(read.request.path, accept) : undefined;
		if (document === undefined) sendAnswer(request, response, answer, read);
		else sendDocument(request, response, document);
	}

	private stream(
		request: IncomingMessage,
		response: ServerResponse,
		client: ServerClient,
		read: ReadRequest
	): void {
		if (this.streams.isFull) return refuse(request, response, tooMany);
		this.streams.open(response, client, read, {
			refused: (answer) => sendAnswer(request, response, answer, read),
			enter: (act) => this.pace.enter(act)
		});
	}
}

/** A document that a client may keep as long as its hash is the same. */
function sendDocument(
	request: IncomingMessage,
	response: ServerResponse,
	{ body, contentType, hash }: OpenApiBody
): void {
	response.setHeader('Etag', `"${hash}"`);
	response.setHeader('Vary', 'Accept');
	const isKept = request.headers['if-none-match']?.includes(hash) === true;
	send(request, response, {
		code: isKept ? 304 : 200,
		body: isKept ? '' : body,
		contentType
	});
}

function sendAnswer(
	request: IncomingMessage,
	response: ServerResponse,
	answer: ApiResponse,
	{ form, includeObject }: ReadRequest
): void {
	send(request, response, servedForm(answer, form, includeObject));
}
