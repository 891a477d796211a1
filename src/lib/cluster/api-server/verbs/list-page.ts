import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { badRequest, expired } from '#lib/kubernetes/status.ts';
import { CompactedError } from '../../etcd/etcd.ts';
import type { RequestContext } from '../operation.ts';
import { storageKey, storagePrefix } from '../storage-key.ts';

/** A part of a list. */
export interface ListPage {
	readonly items: readonly KubeObject[];
	readonly metadata: {
		readonly resourceVersion: string;
		readonly continue?: string;
		readonly remainingItemCount?: number;
	};
}

interface Token {
	/** The version that the list is of. */
	readonly rv: number;
	/** Below which key it goes on. */
	readonly start: string;
}

/**
 * The part of a list that a query asks for: so many objects (`limit`), from where another part ended (`continue`), of now or
 * of one version. Models apiserver/pkg/storage/etcd3/store.go GetList and storage/continue.go.
 */
export function listPage(
	context: RequestContext,
	matches: (object: KubeObject) => boolean
): ListPage | Status {
	const { request, resource, route, cache } = context;
	const { query = {} } = request;
	const wrong = wrongNumber(query.limit) ?? wrongNumber(query.timeoutSeconds);
	if (wrong !== undefined) return badRequest(wrong);
	const { resourceVersion: asked = '', resourceVersionMatch: match } = query;
	const limit = asked === '0' ? 0 : Number(query.limit ?? 0);
	const token = query.continue ? tokenOf(query.continue) : undefined;
	if (token !== undefined && 'why' in token) {
		return badRequest(`invalid continue token: ${token.why}`);
	}
	if (token !== undefined && asked !== '' && asked !== '0') {
		return badRequest('specifying resource version is not allowed when using continue');
	}
	const isExact = match === 'Exact' || (limit > 0 && asked !== '' && match === undefined);
	const version = token?.rv ?? (isExact ? Number(asked) : undefined);
	let objects: readonly KubeObject[];
	try {
		objects =
			version === undefined
				? cache.list(resource.plural, route.namespace)
				: context.listAt(prefixOf(context), version);
	} catch (error) {
		if (!(error instanceof CompactedError)) throw error;
		const kept = cache.listAt(resource.plural, route.namespace, version!);
		if (kept === undefined) return expired(token === undefined ? tooOld : tooOldToken);
		objects = kept;
	}
	const prefix = prefixOf(context);
	const keyOf = ({ metadata: { namespace, name } }: KubeObject): string =>
		storageKey(resource.plural, resource.namespaced ? namespace : undefined, name!).slice(
			prefix.length
		);
	const rest = token === undefined ? objects : objects.filter((one) => keyOf(one) >= token.start);
	const resourceVersion = String(version ?? cache.revision);
	const items: KubeObject[] = [];
	for (const [index, object] of rest.entries()) {
		if (!matches(object)) continue;
		items.push(object);
		const remaining = rest.length - index - 1;
		if (limit === 0 || items.length < limit || remaining === 0) continue;
		const isWhole = !query.labelSelector && !query.fieldSelector;
		const next = textOf({ rv: Number(resourceVersion), start: `${keyOf(object)}\0` });
		return {
			items,
			metadata: {
				resourceVersion,
				continue: next,
				...(isWhole && { remainingItemCount: remaining })
			}
		};
	}
	return { items, metadata: { resourceVersion } };
}

const tooOld = 'The resourceVersion for the provided list is too old.';
const tooOldToken =
	'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.';

function prefixOf({ resource, route }: RequestContext): string {
	const { namespace } = route;
	return storagePrefix(resource.plural) + (namespace === undefined ? '' : `${namespace}/`);
}

/** Go's words for what is no number. */
function wrongNumber(text: string | undefined): string | undefined {
	if (text === undefined || text === '' || /^[+-]?\d+$/.test(text)) return undefined;
	return `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`;
}

function textOf(token: Token): string {
	const text = JSON.stringify({ v: 'meta.k8s.io/v1', ...token });
	return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function tokenOf(text: string): Token | { readonly why: string } {
	let decoded: string;
	const wrongAt = text.search(/[^A-Za-z0-9_-]/);
	if (wrongAt >= 0 || text.length % 4 === 1) {
		const at = wrongAt >= 0 ? wrongAt : text.length - 1;
		return { why: `continue key is not valid: illegal base64 data at input byte ${at}` };
	}
	try {
		decoded = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	} catch {
		return { why: 'continue key is not valid: illegal base64 data at input byte 0' };
	}
	try {
		const { v, rv, start } = JSON.parse(decoded) as Token & { v?: string };
		if (v !== 'meta.k8s.io/v1') {
			return {
				why: `continue key is not valid: server does not recognize this encoded version ${JSON.stringify(v ?? '')}`
			};
		}
		return rv > 0
			? { rv, start }
			: {
					why: 'continue key is not valid: incorrect encoded start resourceVersion (version meta.k8s.io/v1)'
				};
	} catch {
		const [first = ''] = decoded;
		return {
			why: `continue key is not valid: invalid character '${first}' looking for beginning of value`
		};
	}
}
