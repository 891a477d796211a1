import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHash } from 'node:crypto';
import { discoveryAt } from '#lib/cluster/api-server/discovery.ts';
import { versionInfo } from '#lib/cluster/api-server/version.ts';
import type { DiscoveredResource } from '#lib/kubernetes/openapi/document-paths.ts';
import { openApiDocument } from '#lib/kubernetes/openapi/openapi-document.ts';
import { send } from './answer.ts';

/** A document as text, and what tells it from another version of itself. */
interface Document {
	readonly text: string;
	readonly hash: string;
}

const made = new Map<string, Document>();

/**
 * What the server says of its own API: `/openapi/v3` names the documents, `/openapi/v3/apis/GROUP/VERSION` is one. Undefined
 * elsewhere. Each is made when it is first asked for.
 */
export function openApiAt(path: string): Document | undefined {
	const known = made.get(path);
	if (known !== undefined) return known;
	const found = path === '/openapi/v3' ? index() : documentAt(path);
	if (found === undefined) return undefined;
	const text = `${JSON.stringify(found)}\n`;
	const hash = createHash('sha256').update(text).digest('hex').slice(0, 32).toUpperCase();
	const document = { text, hash };
	made.set(path, document);
	return document;
}

function documentAt(path: string): object | undefined {
	const place = /^\/openapi\/v3(\/(?:api\/v1|apis\/[^/]+\/[^/]+))$/.exec(path)?.[1];
	const list = place === undefined ? undefined : (discoveryAt(place) as ResourceList | undefined);
	if (list === undefined) return undefined;
	return openApiDocument(list.groupVersion, list.resources, versionInfo.gitVersion);
}

interface ResourceList {
	readonly groupVersion: string;
	readonly resources: readonly DiscoveredResource[];
}

interface GroupList {
	readonly groups: readonly { readonly versions: readonly { readonly groupVersion: string }[] }[];
}

function index(): object {
	const { groups } = discoveryAt('/apis') as unknown as GroupList;
	const groupVersions = groups.flatMap(({ versions }) => versions.map((one) => one.groupVersion));
	const places = ['api/v1', ...groupVersions.map((one) => `apis/${one}`)];
	return {
		paths: Object.fromEntries(
			places.map((place) => {
				const path = `/openapi/v3/${place}`;
				return [place, { serverRelativeURL: `${path}?hash=${openApiAt(path)!.hash}` }];
			})
		)
	};
}

/** Sends a document; a client may keep it as long as its hash is the same. */
export function sendDocument(
	request: IncomingMessage,
	response: ServerResponse,
	{ text, hash }: Document
): void {
	response.setHeader('Etag', `"${hash}"`);
	response.setHeader('Vary', 'Accept');
	const isKept = request.headers['if-none-match']?.includes(hash) === true;
	send(request, response, {
		code: isKept ? 304 : 200,
		body: isKept ? '' : text,
		contentType: 'application/json'
	});
}
