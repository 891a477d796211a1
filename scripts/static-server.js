import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** @type {Readonly<Record<string, string>>} */
const types = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.webmanifest': 'application/manifest+json',
	'.woff': 'font/woff',
	'.woff2': 'font/woff2'
};

/** @param {string} path */
const isFile = async (path) => (await stat(path).catch(() => undefined))?.isFile() ?? false;

/**
 * The file for a URL path: itself, or its folder's index; undefined when there is none.
 * @param {string} root
 * @param {string} path
 */
async function find(root, path) {
	const file = join(root, normalize(path));
	if (!file.startsWith(root)) return undefined;
	for (const each of [file, join(file, 'index.html')]) if (await isFile(each)) return each;
	return undefined;
}

/** @param {string} url */
function pathOf(url) {
	try {
		return decodeURIComponent(new URL(url, 'http://localhost').pathname);
	} catch {
		return '/';
	}
}

/**
 * Serves a folder of prerendered files, compressed where a `.gz` stands beside one.
 * @param {string} root
 * @param {number} port 0 picks a free one
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export function serve(root, port) {
	const server = createServer(async (request, response) => {
		const path = pathOf(request.url ?? '/');
		const found = await find(root, path);
		const file = found ?? join(root, '404.html');
		const gzip =
			/\bgzip\b/.test(request.headers['accept-encoding'] ?? '') && (await isFile(`${file}.gz`));
		response.writeHead(found ? 200 : 404, {
			'content-type': types[extname(file)] ?? 'application/octet-stream',
			'cache-control': path.includes('/immutable/')
				? 'public, max-age=31536000, immutable'
				: 'no-cache',
			'x-content-type-options': 'nosniff',
			vary: 'accept-encoding',
			...(gzip && { 'content-encoding': 'gzip' })
		});
		if (request.method === 'HEAD') response.end();
		else createReadStream(gzip ? `${file}.gz` : file).pipe(response);
	});
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			const used = typeof address === 'object' && address ? address.port : port;
			resolve({ url: `http://localhost:${used}/`, close: () => server.close() });
		});
	});
}
