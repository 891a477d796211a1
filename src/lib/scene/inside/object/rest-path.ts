import type { Write } from '#lib/trace/event.ts';
import type { KnownRequest } from './person-writes.ts';

/** A piece of the path under which the API server has an object, and which field it comes from. */
export interface PathPiece {
	readonly text: string;
	readonly from: 'apiVersion' | 'metadata.namespace' | 'kind' | 'metadata.name';
}

const pieces =
	/^(\/api\/v1|\/apis\/[^/]+\/[^/]+)(\/namespaces\/[^/]+(?=\/))?(\/[^/]+)(?:\/([^/]+))?/;

/** The path of an object, as the request that wrote it says; empty where none did. */
export function restPath(
	{ object, previous, request }: Write,
	requests: ReadonlyMap<number, KnownRequest>
): readonly PathPiece[] {
	const path = requests.get(request)?.content.path;
	const name = (object ?? previous)?.metadata.name;
	const match = path === undefined ? null : pieces.exec(path);
	if (match === null || name === undefined) return [];
	const [, group = '', namespace, plural = ''] = match;
	return [
		{ text: group, from: 'apiVersion' },
		...(namespace === undefined ? [] : [{ text: namespace, from: 'metadata.namespace' } as const]),
		{ text: plural, from: 'kind' },
		{ text: `/${name}`, from: 'metadata.name' }
	];
}
