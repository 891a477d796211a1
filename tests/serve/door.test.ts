import { readFileSync, statSync } from 'node:fs';
import { Agent, type IncomingMessage, request, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveCluster, type ServedCluster } from '../../scripts/kinetes/serve/served-cluster.ts';

interface Answer {
	readonly code: number;
	readonly headers: IncomingMessage['headers'];
	readonly text: string;
}

let cluster: ServedCluster;
const agent = new Agent({ keepAlive: false });

beforeAll(async () => {
	cluster = await serveCluster({
		port: 0,
		speed: 1,
		seed: 1,
		nodes: [{ name: 'worker-1', cpu: '2', memory: '3610176Ki' }],
		limits: { headersMs: 300, requestMs: 600, checkMs: 50 }
	});
});
afterAll(() => cluster.close());

function ask(
	path: string,
	{ headers = {}, body, ...options }: RequestOptions & { body?: string | Buffer } = {}
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const sent = request(
			{
				host: '127.0.0.1',
				port: cluster.port,
				path,
				agent,
				headers: { authorization: `Bearer ${cluster.token}`, ...headers },
				...options
			},
			(response) => {
				let text = '';
				response.setEncoding('utf8').on('data', (part: string) => (text += part));
				response.on('end', () =>
					resolve({ code: response.statusCode ?? 0, headers: response.headers, text })
				);
			}
		);
		sent.on('error', reject);
		sent.end(body);
	});
}

/** Sends bytes as they are; what comes back until the server closes. */
function sendRaw(bytes: string | Buffer): Promise<string> {
	return new Promise((resolve) => {
		const socket = connect(cluster.port, '127.0.0.1', () => socket.write(bytes));
		let text = '';
		socket.on('data', (part) => (text += part.toString('latin1')));
		socket.on('error', () => {});
		socket.on('close', () => resolve(text));
	});
}

const pods = '/api/v1/namespaces/default/pods';

describe('who may come in', () => {
	it('is asked for the token, and told as the real server tells it', async () => {
		for (const headers of [{ authorization: '' }, { authorization: 'Bearer wrong' }]) {
			const { code, text } = await ask(pods, { headers });
			expect(code).toBe(401);
			expect(JSON.parse(text)).toMatchObject({
				kind: 'Status',
				message: 'Unauthorized',
				reason: 'Unauthorized',
				code: 401
			});
		}
	});

	it('may ask without it how the server is, and nothing else', async () => {
		const headers = { authorization: '' };
		for (const path of ['/healthz', '/livez', '/readyz']) {
			expect(await ask(path, { headers })).toMatchObject({ code: 200, text: 'ok' });
		}
		for (const path of ['/', '/version', '/api', '/metrics', '/openapi/v3']) {
			expect((await ask(path, { headers })).code).toBe(401);
		}
	});

	it('is this machine: a name of somebody else that leads here is refused', async () => {
		const own = ['127.0.0.1', 'localhost', `localhost:${cluster.port}`, `[::1]:${cluster.port}`];
		for (const host of own) expect((await ask('/version', { headers: { host } })).code).toBe(200);
		for (const host of ['evil.example', '127.0.0.1.evil.example:80', 'localhost.evil']) {
			expect((await ask('/version', { headers: { host } })).code).toBe(403);
		}
		expect(await sendRaw('GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(
			/^HTTP\/1.1 400 /
		);
	});

	it('comes over HTTPS too, with the certificate that the kubeconfig names', async () => {
		const kubeconfig = readFileSync(cluster.kubeconfig, 'utf8');
		const data = /certificate-authority-data: (.*)/.exec(kubeconfig)?.[1] ?? '';
		const code = await new Promise((resolve, reject) => {
			secureRequest(
				`https://127.0.0.1:${cluster.port}/version`,
				{
					ca: Buffer.from(data, 'base64'),
					agent: false,
					headers: { authorization: `Bearer ${cluster.token}` }
				},
				(response) => resolve(response.resume().statusCode)
			)
				.on('error', reject)
				.end();
		});
		expect(code).toBe(200);
		expect(statSync(cluster.kubeconfig).mode & 0o077).toBe(0);
	});

	it('does not come in at a port that somebody else has', async () => {
		const second = serveCluster({
			port: cluster.port,
			speed: 1,
			seed: 1,
			nodes: [{ name: 'worker-1', cpu: '2', memory: '1Gi' }]
		});
		await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
	});
});

describe('what is answered', () => {
	it('is JSON that is all of one request', async () => {
		const created = await ask(pods, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({
				kind: 'Pod',
				apiVersion: 'v1',
				metadata: { name: 'one' },
				spec: { containers: [{ name: 'c', image: 'web:v1' }] }
			})
		});
		expect(created.code).toBe(201);
		const listed = JSON.parse((await ask(pods)).text) as { kind: string; items: object[] };
		expect(listed.kind).toBe('PodList');
		expect(listed.items[0]).not.toHaveProperty('kind');
		expect(listed.items[0]).toMatchObject({ metadata: { name: 'one' } });
	});

	it('is a clear 406 for a client that takes protobuf only', async () => {
		const accept = 'application/vnd.kubernetes.protobuf';
		const { code, text } = await ask(pods, { headers: { accept } });
		expect(code).toBe(406);
		expect(text).toContain('application/json');
	});

	it('is written to be read when somebody reads it', async () => {
		const { text } = await ask('/version', { headers: { 'user-agent': 'curl/8.0' } });
		expect(text).toContain('\n  "gitVersion"');
	});

	it('has no body when only its headers are asked for', async () => {
		expect((await ask('/version', { method: 'HEAD' })).text).toBe('');
	});

	it('is 413 for a body of more than 3 MiB, told or not', async () => {
		const body = Buffer.alloc(3 * 1024 * 1024 + 1, 'a');
		const told = await ask(pods, { method: 'POST', body });
		expect(told).toMatchObject({ code: 413 });
		expect(JSON.parse(told.text)).toMatchObject({ reason: 'RequestEntityTooLarge' });
		const head = `POST ${pods} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${cluster.token}\r\n`;
		const chunk = `100000\r\n${'a'.repeat(0x100000)}\r\n`;
		expect(await sendRaw(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(4)}`)).toMatch(
			/^HTTP\/1.1 413 /
		);
	});

	it('says where discovery and the OpenAPI documents are', async () => {
		const accept = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
		const discovered = await ask('/apis', { headers: { accept } });
		expect(discovered.headers['content-type']).toBe(accept);
		expect(JSON.parse(discovered.text)).toMatchObject({ kind: 'APIGroupDiscoveryList' });
		const index = JSON.parse((await ask('/openapi/v3')).text) as {
			paths: Record<string, { serverRelativeURL: string }>;
		};
		const { code, text, headers } = await ask(index.paths['apis/apps/v1']!.serverRelativeURL);
		expect(code).toBe(200);
		expect(JSON.parse(text)).toMatchObject({
			openapi: '3.0.0',
			components: { schemas: { 'io.k8s.api.apps.v1.Deployment': { type: 'object' } } }
		});
		const again = await ask(index.paths['apis/apps/v1']!.serverRelativeURL, {
			headers: { 'if-none-match': headers.etag }
		});
		expect(again.code).toBe(304);
	});
});

describe('a client that means no good', () => {
	it('sends rubbish and is told so, or hung up on', async () => {
		const rubbish = [
			'hello?\r\n\r\n',
			'GET  HTTP/9.9\r\n\r\n',
			`GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
			`GET ${pods}/%2e%2e%2f HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
			Buffer.from([0x16, 0x03, 0x01, 0x00, 0x02, 0x01, 0x00]),
			Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 37) % 256))
		];
		for (const bytes of rubbish) expect(await sendRaw(bytes)).not.toMatch(/^HTTP\/1.1 2/);
		expect((await ask('/version')).code).toBe(200);
	});

	it('sends headers without end and is refused', async () => {
		const answer = await sendRaw(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(100_000)}`);
		expect(answer).toMatch(/^HTTP\/1.1 431 /);
	});

	it('sends half a request and is not waited for', async () => {
		const head = `POST ${pods} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${cluster.token}\r\n`;
		const [noHeaders, noBody, nothing] = await Promise.all([
			sendRaw('GET / HT'),
			sendRaw(`${head}Content-Length: 100\r\n\r\n{"kind"`),
			sendRaw('')
		]);
		expect(noHeaders).toMatch(/^HTTP\/1.1 408 /);
		expect(noBody).toMatch(/^(HTTP\/1.1 408 |$)/);
		expect(nothing).toBe('');
	});

	it('opens ten thousand watches, of which a thousand are had, and everybody else is still served', async () => {
		const line = `GET ${pods}?watch=true HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${cluster.token}\r\n\r\n`;
		const sockets: Socket[] = [];
		const open = (): Promise<'opened' | 'refused' | 'dropped'> =>
			new Promise((resolve) => {
				const socket = connect(cluster.port, '127.0.0.1', () => socket.write(line));
				sockets.push(socket);
				socket.once('data', (part) =>
					resolve(part.toString().startsWith('HTTP/1.1 200') ? 'opened' : 'refused')
				);
				socket.on('error', () => {});
				socket.on('close', () => resolve('dropped'));
			});
		const became = { opened: 0, refused: 0, dropped: 0 };
		for (let at = 0; at < 20; at++) {
			const all = await Promise.all(Array.from({ length: 500 }, open));
			for (const one of all) became[one]++;
		}
		expect(became.opened).toBe(1000);
		expect(became.refused + became.dropped).toBe(9000);
		expect((await ask('/version')).code).toBe(200);
		for (const socket of sockets) socket.destroy();
		await expect.poll(open, { timeout: 5000 }).toBe('opened');
		sockets.at(-1)?.destroy();
	}, 120_000);

	it('reads nothing of what it watches and is let go', async () => {
		const path = '/api/v1/namespaces/default/configmaps';
		const line = `GET ${path}?watch=true HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${cluster.token}\r\n\r\n`;
		const socket = connect(cluster.port, '127.0.0.1', () => socket.write(line));
		socket.pause();
		socket.on('error', () => {});
		const closed = new Promise<boolean>((resolve) => socket.on('close', () => resolve(true)));
		const data = { text: 'x'.repeat(900_000) };
		const metadata = { name: 'big' };
		const body = { kind: 'ConfigMap', apiVersion: 'v1', metadata, data };
		await ask(path, { method: 'POST', body: JSON.stringify(body) });
		for (let version = 0; version < 40 && !socket.destroyed; version++) {
			const text = `${version}${'x'.repeat(900_000)}`;
			await ask(`${path}/big`, {
				method: 'PATCH',
				headers: { 'content-type': 'application/merge-patch+json' },
				body: JSON.stringify({ data: { text } })
			});
		}
		socket.resume();
		expect(await closed).toBe(true);
		expect((await ask('/version')).code).toBe(200);
	}, 30_000);
});
