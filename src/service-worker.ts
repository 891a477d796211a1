/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
/**
 * Keeps the whole app for when there is no network. Each version has a cache of its own, filled before the version is
 * used, and answers from nothing else: no page ever gets half of one version and half of another. A new version waits
 * until all pages agree to be loaded anew (`NewVersion.svelte`).
 */
import { base, build, files, prerendered, version } from '$service-worker';

const worker = self as unknown as ServiceWorkerGlobalScope;
const cacheName = `kinetes-${version}`;

/** Texts are kept compressed: a quarter of the room. */
const compressible = /^(text\/|image\/svg|application\/(json|javascript|manifest))/;
const compressedMark = 'x-kept-as';

/** Names that begin with a dot are for whoever serves the files; older fonts for browsers that can't run the app. */
const needless = /\/\.[^/]*$|\.woff$/;

const kept = new Set([...build, ...files, ...prerendered].filter((path) => !needless.test(path)));

async function keep(cache: Cache, path: string): Promise<void> {
	const answer = await fetch(path, { cache: path.includes('/immutable/') ? 'default' : 'reload' });
	if (!answer.ok || !answer.body) throw new Error(`${path}: ${answer.status}`);
	const type = answer.headers.get('content-type') ?? '';
	const headers = new Headers({ 'content-type': type });
	if (!compressible.test(type)) return cache.put(path, new Response(answer.body, { headers }));
	headers.set(compressedMark, 'gzip');
	const compressed = answer.body.pipeThrough(new CompressionStream('gzip'));
	return cache.put(path, new Response(compressed, { headers }));
}

async function fill(): Promise<void> {
	const cache = await caches.open(cacheName);
	const left = [...kept];
	const next = async (): Promise<void> => {
		for (let path = left.pop(); path !== undefined; path = left.pop()) await keep(cache, path);
	};
	// A few at a time, so that the page that is being looked at gets its files first.
	await Promise.all([next(), next(), next(), next()]);
}

async function forgetOthers(): Promise<void> {
	const names = await caches.keys();
	const others = names.filter((name) => name.startsWith('kinetes-') && name !== cacheName);
	await Promise.all(others.map((name) => caches.delete(name)));
	await worker.clients.claim();
}

/** What is kept for a path, as it came; from the network where something else has thrown it away. */
async function answer(request: Request, path: string): Promise<Response> {
	const found = await (await caches.open(cacheName)).match(path);
	if (!found) return fetch(request);
	const headers = new Headers({ 'content-type': found.headers.get('content-type') ?? '' });
	if (!found.body || !found.headers.has(compressedMark))
		return new Response(found.body, { headers });
	return new Response(found.body.pipeThrough(new DecompressionStream('gzip')), { headers });
}

/** The path that is kept for an address: a page's with its `/` at the end, its name of a file left out. */
function keptPath({ origin, pathname }: URL): string | undefined {
	if (origin !== worker.location.origin) return undefined;
	const path = pathname.replace(/\/index\.html$/, '/');
	return [path, `${path}/`, path.slice(base.length) === '' ? `${base}/` : path].find((each) =>
		kept.has(each)
	);
}

worker.addEventListener('install', (event) => event.waitUntil(fill()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
worker.addEventListener('fetch', (event) => {
	const path = event.request.method === 'GET' && keptPath(new URL(event.request.url));
	if (path) event.respondWith(answer(event.request, path));
});
worker.addEventListener('message', ({ data }) => {
	if (data === 'take-over') void worker.skipWaiting();
});
