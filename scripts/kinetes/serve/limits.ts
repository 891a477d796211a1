/** What one client, or all of them, may take of the server. */
export const limits = {
	/** The real server's limit of a request's body, bytes (apiserver/pkg/server/config.go MaxRequestBodyBytes). */
	bodyBytes: 3 * 1024 * 1024,
	headerBytes: 32 * 1024,
	connections: 2000,
	/** Streams that stay open: watches, followed logs, exec. */
	streams: 1000,
	/** Requests that are being answered. */
	inFlight: 400,
	/** What may wait for a slow reader of a stream, bytes; then the stream is ended. */
	unreadBytes: 8 * 1024 * 1024,
	/** From the first byte of a request to the end of its headers, and to its end, ms. */
	headersMs: 10_000,
	requestMs: 60_000,
	/** An answer that nobody takes is given up after so long, ms. */
	idleMs: 120_000,
	/** Go's clients let an idle connection go after 90 s: the server must not be first. */
	keepAliveMs: 100_000,
	/** How often the time-outs above are looked at, ms. */
	checkMs: 2000
};

export type Limits = typeof limits;
