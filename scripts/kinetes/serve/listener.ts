import { createServer as createHttp, type RequestListener, type Server as Http } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import type { Certificate } from './certificate.ts';
import { type Limits, limits as usual } from './limits.ts';

export interface ListenerOptions {
	readonly port: number;
	readonly certificate: Certificate;
	readonly onRequest: RequestListener;
	readonly onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
	/** How long and how many, when not the usual. */
	readonly limits?: Partial<Limits>;
}

export interface Listener {
	readonly port: number;
	/** Takes no one in any more, and lets everyone go. */
	close(): void;
}

/** The first byte of a TLS handshake. */
const tlsHandshake = 0x16;

/**
 * HTTPS and HTTP on one port of the loopback interface: the first byte tells which. kubectl sends a token over HTTPS only;
 * a person with curl is glad of the other.
 *
 * @throws NodeJS.ErrnoException when the port can't be had
 */
export async function listen(options: ListenerOptions): Promise<Listener> {
	const { certificate, onRequest, onUpgrade } = options;
	const limits = { ...usual, ...options.limits };
	const bounds = {
		maxHeaderSize: limits.headerBytes,
		headersTimeout: limits.headersMs,
		requestTimeout: limits.requestMs,
		keepAliveTimeout: limits.keepAliveMs,
		connectionsCheckingInterval: limits.checkMs
	};
	const http = createHttp(bounds, onRequest);
	const https = createHttps(
		{ ...bounds, ...certificate, handshakeTimeout: limits.headersMs },
		onRequest
	);
	for (const server of [http, https] as readonly Http[]) {
		server.on('upgrade', onUpgrade);
		server.on('clientError', refuseRubbish);
		// They never listen themselves; this begins the watch over their time-outs.
		server.emit('listening');
	}
	const open = new Set<Socket>();
	const front = createServer((socket) => {
		open.add(socket);
		socket.on('close', () => open.delete(socket));
		socket.on('error', () => socket.destroy());
		socket.setNoDelay(true);
		socket.setTimeout(limits.headersMs, () => socket.destroy());
		socket.once('readable', () => {
			const head = socket.read() as Buffer | null;
			if (head === null) return;
			socket.setTimeout(limits.idleMs);
			socket.unshift(head);
			(head[0] === tlsHandshake ? https : http).emit('connection', socket);
		});
	});
	front.maxConnections = limits.connections;
	await bind(front, options.port);
	const address = front.address();
	return {
		port: typeof address === 'object' && address !== null ? address.port : options.port,
		close: () => {
			front.close();
			http.close();
			https.close();
			for (const socket of open) socket.destroy();
		}
	};
}

function bind(server: Server, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen({ port, host: '127.0.0.1' }, () => {
			server.removeListener('error', reject);
			resolve();
		});
	});
}

/** What Go's server says to what is no HTTP; nobody hears it who has not come through the TLS handshake. */
function refuseRubbish(error: NodeJS.ErrnoException, socket: Duplex): void {
	const { code = '' } = error;
	const isTimeout = code === 'ERR_HTTP_REQUEST_TIMEOUT';
	if (!socket.writable || (!isTimeout && !code.startsWith('HPE_'))) {
		socket.destroy();
		return;
	}
	const text = isTimeout
		? '408 Request Timeout'
		: code === 'HPE_HEADER_OVERFLOW'
			? '431 Request Header Fields Too Large'
			: '400 Bad Request';
	socket.end(
		`HTTP/1.1 ${text}\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n${text}`
	);
}
