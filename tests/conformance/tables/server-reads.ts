import type { Credential } from '#lib/cluster/api-server/authentication.ts';
import { servedForm } from '#lib/cluster/api-server/wire/served-form.ts';
import {
	readRequest,
	type ReadRequest as WireReading
} from '#lib/cluster/api-server/wire/wire-request.ts';
import type { ApiList, ApiRequest, ApiResponse, ApiTable } from '#lib/kubernetes/api-client.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
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
	readonly first?: readonly (ReadRequest | { compact?: true; restart?: true })[];
	readonly during?: readonly ReadRequest[];
	readonly watchedForSeconds?: number;
	readonly continueFrom?: unknown;
}

type Expected = Readonly<Record<string, unknown>>;

/** Reads, one request each, against a world of objects. */
export const serverReads: CaseRunner = ({ input, expected }, whole) => {
	const read = input as ReadInput;
	const why = notThere(read);
	if (why !== undefined) return skipped(why);
	if (whole === undefined) return skipped('the world stands in the table');
	const { first = [], during = [], watchedForSeconds } = read;
	const changes = first.length + during.length > 0;
	const world = changes ? readWorld(whole) : sharedWorld(whole);
	const old = world.version();
	const withToken = tokenOf(read, world);
	for (const one of first) prepare(one, world);
	const asked = requestOf({ ...read, query: withToken }, world.version(), old);
	const wanted = withWords(expected as Expected);
	if ('pages' in wanted) {
		const { code, pages } = allPages(asked.request, world);
		return isDeepEqual(wanted, { code, pages }) ? passed : failed(wanted, { code, pages });
	}
	if (watchedForSeconds === undefined) {
		const answer = world.ask(asked.request, credentialOf(read));
		const { code, body } = servedForm(answer, asked.form, asked.includeObject);
		const text = typeof body === 'string' ? { kind: 'Text', text: body } : body;
		const served = read.method === 'HEAD' ? { kind: 'Text', text: '' } : text;
		return judged(wanted, { code, body: served as ApiResponse['body'] });
	}
	const heard = watched(
		world,
		asked,
		during.map((one) => requestOf(one, '', '').request),
		watchedForSeconds * 1000
	);
	if ('body' in heard) return judged(wanted, heard as unknown as ApiResponse);
	return isDeepEqual(wanted, heard) ? passed : failed(wanted, heard);
};

/** What is done before: a request, or something to the server itself. */
function prepare(step: ReadRequest | { compact?: true; restart?: true }, world: ServerWorld): void {
	if ('method' in step) world.ask(requestOf(step, '', '').request);
	else if (step.compact) world.compact();
	else if (step.restart) world.server.restart();
}

/** The query with the token of a list that was read before. */
function tokenOf(read: ReadInput, world: ServerWorld): string | undefined {
	const from = read.continueFrom as ReadRequest | undefined;
	if (from === undefined) return read.query;
	const { body } = world.ask(requestOf({ ...from, method: 'GET' }, '', '').request);
	const { continue: token = '' } = (body as { metadata: { continue?: string } }).metadata;
	return read.query?.replace('<continue>', encodeURIComponent(token)) ?? '';
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
): WireReading {
	const impersonate = impersonated(headers);
	return readRequest({
		method,
		path,
		query: query?.replaceAll('<rv>', version).replaceAll('<old>', old),
		...(body !== undefined && { text: typeof body === 'string' ? body : JSON.stringify(body) }),
		...(contentType !== undefined && { contentType }),
		...(headers?.['Accept'] !== undefined && { accept: headers['Accept'] }),
		...impersonate
	});
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
function notThere({ headers = {} }: ReadInput): string | undefined {
	const { Accept: _accept, Authorization, ...rest } = headers;
	const others = Object.keys(rest).filter((name) => !impersonation.includes(name));
	if (Authorization !== undefined && !Authorization.startsWith('Bearer ')) return 'no such login';
	return others.length > 0 ? 'requests have no other headers' : undefined;
}

const impersonation = ['Impersonate-User', 'Impersonate-Group'];
function judged(expected: Expected, { code, body }: ApiResponse): Outcome {
	const got: Record<string, unknown> = { code };
	if (isStatus(body)) {
		const { reason, message, details } = withWords<Status>(body);
		const current = message?.replace(/current: \d+/, 'current: <rv>');
		Object.assign(got, { reason, message: current, causes: details?.causes });
	} else Object.assign(got, facts(body as KubeObject, namesObjects(expected)));
	// The server makes no such header.
	got['wwwAuthenticate'] = [];
	const asked = Object.fromEntries(Object.keys(expected).map((key) => [key, got[key]]));
	const wanted = inOrder(withoutProse(expected));
	const whole = { ...asked, code, reason: got['reason'], message: got['message'] };
	const plain = inOrder(whole);
	return isDeepEqual(wanted, plain) ? passed : failed(wanted, plain);
}

/** All that a case may ask of an answer. */
function facts(body: KubeObject, withObjects: boolean): Record<string, unknown> {
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
					metadata: { ...body.metadata, resourceVersion: '<rv>' },
					items: items.map(normalized)
				}
			: plain,
		body: plain,
		...(kind === 'Table' && table(body as unknown as ApiTable, withObjects))
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

/** Whether the rows of the expected table say what they are of. */
function namesObjects({ rows }: Expected): boolean {
	return (rows as readonly object[] | undefined)?.some((row) => 'object' in row) ?? false;
}

/** Rows without what depends on the moment. */
function table(
	{ columnDefinitions, rows }: ApiTable,
	withObjects: boolean
): Record<string, unknown> {
	const ages = columnDefinitions.map(({ name }) => name === 'Age' || name === 'Last Seen');
	return {
		columnDefinitions: columnDefinitions.map(({ description: _prose, ...column }) => column),
		rows: withWords(
			rows.map(({ cells, conditions, object }) => ({
				cells: cells.map((cell, index) => (ages[index] ? '<age>' : cell)),
				...(conditions && { conditions }),
				...(withObjects && { object: (object as unknown) && normalized(object) })
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
