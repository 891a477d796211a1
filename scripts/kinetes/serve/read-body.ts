import type { IncomingMessage } from 'node:http';

/**
 * The body of a request; undefined when it is longer than so many bytes, and then no more of it is read. Rejects when the client
 * goes away in the middle.
 */
export function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> {
	return new Promise((resolve, reject) => {
		const parts: Buffer[] = [];
		let bytes = 0;
		if (Number(request.headers['content-length'] ?? 0) > mostBytes) return resolve(undefined);
		request.on('data', (part: Buffer) => {
			bytes += part.length;
			if (bytes <= mostBytes) parts.push(part);
			else {
				request.pause();
				parts.length = 0;
				resolve(undefined);
			}
		});
		request.on('end', () => resolve(Buffer.concat(parts)));
		request.on('error', reject);
		request.on('close', () => reject(new Error('the client went away')));
	});
}
