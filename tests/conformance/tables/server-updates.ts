import { readRequest } from '#lib/cluster/api-server/wire/wire-request.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { ApiRequest, ApiResponse, HttpMethod } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { isStatus } from '#lib/kubernetes/status.ts';
import { failed, type Outcome, passed } from '../outcome.ts';
import type { CaseRunner } from '../table.ts';
import { expanded, normalized, withWords } from './server-text.ts';
import { ServerWorld } from './server-world.ts';

interface Operation {
	readonly method: HttpMethod;
	readonly path: string;
	readonly query?: string;
	readonly contentType?: string;
	readonly body?: unknown;
}

interface UpdateInput {
	readonly setup?: readonly KubeObject[];
	readonly create?: KubeObject;
	readonly before?: readonly Operation[];
	readonly operation: Operation;
}

type Expected = Readonly<Record<string, unknown>>;

/** Changes of objects, one request each, with what the object was before and is after. */
export const serverUpdates: CaseRunner = ({ input, expected }) => {
	const { setup = [], create, before = [], operation } = expanded(input) as UpdateInput;
	const world = new ServerWorld();
	for (const object of setup) world.create(object);
	const created = create && world.create(create);
	const first = created && (created.body as KubeObject);
	const own = create ? world.pathOf(create) : operation.path;
	const ask = (one: Operation, path: string) => world.ask(requestOf(one, path, words()));
	const now = () => {
		const { code, body } = world.ask({ method: 'GET', path: own });
		return code === 200 ? (body as KubeObject) : undefined;
	};
	const words = (): Readonly<Record<string, string>> => ({
		'<current>': now()?.metadata.resourceVersion ?? '',
		'<stale>': first?.metadata.resourceVersion ?? '',
		'<uid>': first?.metadata.uid ?? '',
		'<creationTimestamp>': first?.metadata.creationTimestamp ?? ''
	});
	for (const one of before) ask(one, beforePath(one.path, own));
	const old = now();
	const answer = ask(operation, operation.path);
	return judged(expected as Expected, answer, old, now());
};

/** Relative to the object; `=` is absolute, another object's is relative to the collection. */
function beforePath(path: string, own: string): string {
	if (path.startsWith('=')) return path.slice(1);
	const name = own.slice(own.lastIndexOf('/'));
	return path.startsWith(name) ? own.slice(0, -name.length) + path : own + path;
}

function requestOf(
	{ method, query, contentType, body }: Operation,
	path: string,
	words: Readonly<Record<string, string>>
): ApiRequest {
	const text = body === undefined ? undefined : JSON.stringify(body);
	const filled = Object.entries(words).reduce(
		(whole, [word, value]) => whole?.replaceAll(word, value),
		text
	);
	// What was recorded named itself so; a real server always says who manages what.
	const asClient = { userAgent: 'unknown', withManagedFields: true };
	if (typeof body === 'string') {
		const { request } = readRequest({ method, path, text: body, query, contentType });
		return { ...request, ...asClient };
	}
	return {
		...asClient,
		method,
		path,
		...(query !== undefined && { query: Object.fromEntries(new URLSearchParams(query)) }),
		...(contentType !== undefined && { contentType }),
		...(filled !== undefined && { body: JSON.parse(filled) as unknown })
	};
}

function judged(
	expected: Expected,
	{ code, body, warnings }: ApiResponse,
	old: KubeObject | undefined,
	after: KubeObject | undefined
): Outcome {
	const version = old?.metadata.resourceVersion;
	const words = (text: unknown) =>
		version === undefined ? text : String(text).replaceAll(`(${version})`, '(<current>)');
	const got: Record<string, unknown> = { code, warnings };
	if (isStatus(body)) {
		const { reason, message, details } = withWords<Status>(body);
		if (reason === undefined) Object.assign(got, { status: withWords(body), message });
		else Object.assign(got, { reason, message: words(message), causes: details?.causes });
	} else {
		const object = body as KubeObject;
		got['object'] = normalized(object);
		got['managedFields'] = managedFields(object);
		Object.assign(got, changes(old, object, 'generationDelta', 'resourceVersionChanged'));
	}
	got['after'] = after === undefined ? { code: 404 } : normalized(after);
	Object.assign(got, changes(old, after, 'afterGenerationDelta', 'afterResourceVersionChanged'));
	const wanted = withWords(withoutGo(expected));
	const asked = Object.fromEntries(Object.keys(expected).map((key) => [key, got[key]]));
	const whole = { ...asked, code, reason: got['reason'], message: got['message'] };
	const plain = withoutGo(whole);
	return isDeepEqual(wanted, plain) ? passed : failed(wanted, plain);
}

/**
 * Texts that print Go's own structs, or an object with its managedFields, are compared without them: the difference that is
 * appended to what a Pod's update may change, and the object that a patch made.
 */
function withoutGo<T>(value: T): T {
	const texts = (text: string) => text.replace(/patch: Invalid value: "\{.*\}": /s, 'patch: ');
	return JSON.parse(JSON.stringify(value), (_key, inner: unknown) =>
		typeof inner === 'string' ? texts(inner.replace(/^Invalid value: "\{.*\}": /s, '')) : inner
	) as T;
}

/** Who manages what, whenever it was. */
function managedFields({ metadata }: KubeObject): unknown {
	const { managedFields: entries } = metadata as { managedFields?: readonly { time?: string }[] };
	return entries?.map(({ time: _, ...entry }) => entry);
}

function changes(
	old: KubeObject | undefined,
	now: KubeObject | undefined,
	generation: string,
	version: string
): Record<string, unknown> {
	if (old === undefined || now === undefined) return {};
	const [before, after] = [old.metadata, now.metadata];
	return {
		[generation]: (after.generation ?? 0) - (before.generation ?? 0),
		[version]: before.resourceVersion !== after.resourceVersion
	};
}
