import type { Credential } from '#lib/cluster/api-server/authentication.ts';
import type {
	ApiList,
	ApiRequest,
	ApiResponse,
	ApiTable,
	HttpMethod
} from '#lib/kubernetes/api-client.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { resources } from '#lib/kubernetes/resources.ts';
import { isStatus } from '#lib/kubernetes/status.ts';
import { failed, type Outcome, passed, skipped } from '../outcome.ts';
import type { CaseRunner } from '../table.ts';
import { readWorld, sharedWorld } from './server-read-world.ts';
import { normalized, withWords } from './server-text.ts';
import type { ServerWorld } from './server-world.ts';
import { watched } from './server-watches.ts';

interface ReadRequest {
	readonly method: string;
	readonly path: string;
	readonly query?: string;
	readonly contentType?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: unknown;
}

interface ReadInput extends ReadRequest {
	readonly client?: 'none' | 'jane';
	readonly first?: readonly ReadRequest[];
	readonly during?: readonly ReadRequest[];
	readonly watchedForSeconds?: number;
	readonly continueFrom?: unknown;
}

type Expected = Readonly<Record<string, unknown>>;

const tableType = 'application/json;as=Table;v=v1;g=meta.k8s.io';

/** Reads, one request each, against a world of objects. */
export const serverReads: CaseRunner = ({ input, expected }, whole) => {
	const read = input as ReadInput;
	const why = notThere(read, expected as Expected);
	if (why !== undefined) return skipped(why);
	if (whole === undefined) return skipped('the world stands in the table');
	const { first = [], during = [], watchedForSeconds } = read;
	const changes = first.length + during.length > 0;
	const world = changes ? readWorld(whole) : sharedWorld(whole);
	const old = world.version();
	for (const one of first) world.ask(requestOf(one, '', ''));
	const request = requestOf(withToken(read, world), world.version(), old);
	if ('pages' in (expected as Expected)) {
		const { code, pages } = allPages(request, world);
		const wantedPages = expected as Expected;
		return isDeepEqual(wantedPages, { code, pages })
			? passed
			: failed(wantedPages, { code, pages });
	}
	const wanted = withWords(expected as Expected);
	if (watchedForSeconds === undefined)
		return judged(wanted, world.ask(request, credentialOf(read)));
	const heard = watched(
		world,
		request,
		during.map((one) => requestOf(one, '', ''))
	);
	if ('body' in heard) return judged(wanted, heard as unknown as ApiResponse);
	return isDeepEqual(wanted, heard) ? passed : failed(wanted, heard);
};

/** The request with the token of a list that was read before. */
function withToken(read: ReadInput, world: ServerWorld): ReadRequest {
	const from = read.continueFrom as ReadRequest | undefined;
	if (from === undefined) return read;
	const { body } = world.ask(requestOf({ ...from, method: 'GET' }, '', ''));
	const { continue: token = '' } = (body as { metadata: { continue?: string } }).metadata;
	return { ...read, query: read.query?.replace('<continue>', encodeURIComponent(token)) ?? '' };
}

/** A list and what follows it, part by part. */
function allPages(
	request: ApiRequest,
	world: ServerWorld
): { readonly code: number; readonly pages: readonly object[] } {
	const pages: object[] = [];
	let token: string | undefined = '';
	let code = 200;
	while (token !== undefined) {
		const query: Record<string, string> = { ...request.query, ...(token && { continue: token }) };
		const answer = world.ask({ ...request, query });
		code = answer.code;
		const { items, metadata } = answer.body as ApiList;
		token = metadata.continue;
		const { remainingItemCount } = metadata;
		pages.push({
			names: items.map((item) => item.metadata.name),
			continue: token !== undefined,
			...(remainingItemCount !== undefined && { remainingItemCount })
		});
	}
	return { code, pages };
}

function requestOf(
	{ method, path, query, body, headers, contentType }: ReadRequest,
	version: string,
	old: string
): ApiRequest {
	return {
		method: method as HttpMethod,
		path,
		...(query !== undefined && { query: queryOf(query, version, old) }),
		...(body !== undefined && { body: typeof body === 'string' ? JSON.parse(body) : body }),
		...(contentType !== undefined && { contentType }),
		...(headers?.['Accept'] === tableType && { asTable: true }),
		...impersonated(headers)
	};
}

function impersonated(headers: ReadRequest['headers'] = {}): Pick<ApiRequest, 'impersonate'> {
	const [user, group] = impersonation.map((name) => headers[name]);
	if (user === undefined && group === undefined) return {};
	return { impersonate: { ...(user && { user }), ...(group && { groups: [group] }) } };
}

function credentialOf({ client, headers }: ReadInput): Credential | undefined {
	const token = /^Bearer (.*)/.exec(headers?.['Authorization'] ?? '')?.[1];
	if (token !== undefined) return { type: 'token', token };
	if (client === undefined) return undefined;
	if (client === 'none') return { type: 'none' };
	return { type: 'certificate', commonName: 'jane', organizations: ['dev-team'] };
}

/** What of the case no part does. */
function notThere(input: ReadInput, expected: Expected): string | undefined {
	const { method, path, headers = {}, query = '' } = input;
	const isWatch = input.watchedForSeconds !== undefined;
	if (input.first?.some((step) => !('method' in step))) return 'no server that restarts';
	if (expected['closedByServer'] === true) return 'the server ends no watch';
	if (path.includes('/v1/watch/')) return 'no old paths of watches';
	if (isWatch && headers['Accept'] === tableType) return 'tables name their columns each time';
	if (!['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method)) return `no ${method} yet`;
	const { Accept: accept, Authorization, ...rest } = headers;
	const others = Object.fromEntries(
		Object.entries(rest).filter(([name]) => !impersonation.includes(name))
	);
	if (Authorization !== undefined && !Authorization.startsWith('Bearer ')) return 'no such login';
	if (Object.keys(others).length > 0) return 'requests have no other headers';
	if (accept !== undefined && accept !== tableType) return 'answers are handed over as they are';
	if (/pretty=|includeObject=/.test(query) || (isWatch && /timeoutSeconds=/.test(query))) {
		return 'answers are handed over as they are';
	}
	if (path === '/') return 'nothing at /';
	if ('text' in expected || !/^\/apis?\/.*v\d\//.test(path)) return undefined;
	const parts = /^\/(?:api|apis\/[^/]+)\/([^/]+)\/(?:namespaces\/[^/]+\/)?([^/]+)/.exec(path);
	const known = parts && resources.some(({ plural }) => plural === parts[2]);
	if (known !== true && expected['message'] !== noSuchResource) return `nothing at ${path}`;
	return /lab\.example/.test(path) ? `nothing at ${path}` : undefined;
}

const impersonation = ['Impersonate-User', 'Impersonate-Group'];
const noSuchResource = 'the server could not find the requested resource';

function queryOf(query: string, version: string, old: string): Readonly<Record<string, string>> {
	const filled = query.replaceAll('<rv>', version).replaceAll('<old>', old);
	return Object.fromEntries(new URLSearchParams(filled));
}

function judged(expected: Expected, { code, body }: ApiResponse): Outcome {
	const got: Record<string, unknown> = { code };
	if (isStatus(body)) {
		const { reason, message, details } = withWords<Status>(body);
		const current = message?.replace(/current: \d+/, 'current: <rv>');
		Object.assign(got, { reason, message: current, causes: details?.causes });
	} else Object.assign(got, facts(body as KubeObject));
	// The server makes no such header.
	got['wwwAuthenticate'] = [];
	const asked = Object.fromEntries(Object.keys(expected).map((key) => [key, got[key]]));
	const wanted = inOrder(withoutProse(expected));
	const whole = { ...asked, code, reason: got['reason'], message: got['message'] };
	const plain = inOrder(whole);
	return isDeepEqual(wanted, plain) ? passed : failed(wanted, plain);
}

/** All that a case may ask of an answer. */
function facts(body: KubeObject): Record<string, unknown> {
	const { kind, apiVersion } = body;
	const items = body['items'] as readonly KubeObject[] | undefined;
	if ('text' in body) return { text: body['text'], contentType: 'text/plain; charset=utf-8' };
	if (body.metadata === undefined) {
		return { body: 'gitVersion' in body ? withBuild(body) : withAddress(body) };
	}
	const plain = normalized(body);
	return {
		kind,
		apiVersion,
		names: items?.map(({ metadata }) => metadata.name),
		metadata: items && {
			...body.metadata,
			resourceVersion: '<rv>',
			...('continue' in body.metadata && { continue: '<token>' })
		},
		name: body.metadata.name,
		object: items
			? {
					...plain,
					metadata: { resourceVersion: '<rv>' },
					items: items.map(({ kind: _kind, apiVersion: _version, ...item }) =>
						normalized(item as KubeObject)
					)
				}
			: plain,
		body: plain,
		...(kind === 'Table' && table(body as unknown as ApiTable))
	};
}

/** The rules of a review come in no particular order. */
function inOrder(expected: Expected): Expected {
	const sorted = (list: readonly object[]): readonly object[] =>
		[...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
	return JSON.parse(JSON.stringify(expected), (key, value: unknown) =>
		key === 'resourceRules' || key === 'nonResourceRules'
			? sorted(value as readonly object[])
			: value
	) as Expected;
}

/** What `/version` says, without what belongs to the build. */
function withBuild(body: KubeObject): Record<string, unknown> {
	const own = ['gitCommit', 'gitTreeState', 'buildDate', 'goVersion', 'compiler', 'platform'];
	return { ...body, ...Object.fromEntries(own.map((name) => [name, '<build>'])) };
}

/** Discovery without the address of the server that was recorded. */
function withAddress(body: KubeObject): unknown {
	return JSON.parse(JSON.stringify(body).replace(/127\.0\.0\.1:6443/, '<address>')) as unknown;
}

/** Rows without what depends on the moment. */
function table({ columnDefinitions, rows }: ApiTable): Record<string, unknown> {
	const ages = columnDefinitions.map(({ name }) => name === 'Age' || name === 'Last Seen');
	return {
		columnDefinitions: columnDefinitions.map(({ description: _prose, ...column }) => column),
		rows: withWords(
			rows.map(({ cells, conditions }) => ({
				cells: cells.map((cell, index) => (ages[index] ? '<age>' : cell)),
				...(conditions && { conditions })
			}))
		)
	};
}

/** The columns' descriptions are prose of the API's documentation, which nothing here shows. */
function withoutProse(expected: Expected): Expected {
	const columns = expected['columnDefinitions'] as
		readonly Readonly<Record<string, unknown>>[] | undefined;
	if (columns === undefined) return expected;
	return {
		...expected,
		columnDefinitions: columns.map(({ description: _prose, ...column }) => column)
	};
}
