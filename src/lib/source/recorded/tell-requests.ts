import { STATUS_CODES } from '#lib/cluster/api-server/status-codes.ts';
import { hasRoomForEtcd, hopMs } from './commit-times.ts';
import type { Version } from './recorded-object.ts';
import type { SentRequest } from './sent-request.ts';
import type { Draft } from './story-draft.ts';
import type { Telling } from './telling.ts';

/** Every request: its way to the API server, the gates, etcd where it wrote, and the answer. */
export function tellRequests(telling: Telling): void {
	const written = new Map<SentRequest, Version[]>();
	for (const version of telling.versions) {
		const writer = telling.writers.get(version);
		if (writer) written.set(writer, [...(written.get(writer) ?? []), version]);
	}
	for (const request of telling.requests) tellRequest(telling, request, written.get(request) ?? []);
	for (const version of telling.versions) {
		if (!telling.writers.has(version)) tellWrite(telling, version, null);
	}
}

function tellRequest(telling: Telling, request: SentRequest, versions: readonly Version[]): void {
	const { draft, told } = telling;
	const { atMs, endMs, actor, id } = request;
	// When it was sent isn't recorded: a message takes 1 ms.
	const sentAtMs = Math.max(0, atMs - hopMs);
	const sent = draft.add(sentAtMs, null, {
		kind: 'message',
		from: actor,
		to: 'api-server',
		sentAtMs,
		receivedAtMs: sentAtMs + hopMs,
		protocol: 'http',
		causeInferred: true,
		content: requestContent(request)
	});
	told.sent.set(request, sent);
	const firstMs = Math.min(
		endMs,
		...versions.map((version) => telling.commits.get(version)! - way(request))
	);
	const last = tellGates(telling, request, sent, firstMs);
	let done = sent;
	for (const version of versions) done = tellWrite(telling, version, request, sent);
	if (request.verb === 'watch' && request.code < 300) return void told.answered.set(request, last);
	const isRefused = request.code >= 400;
	draft.add(endMs, done, {
		kind: 'transition',
		actor: `request/${id}`,
		machine: 'api-request',
		from: last.event.kind === 'transition' ? last.event.to : 'received',
		to: isRefused ? 'refused' : 'responded',
		event: isRefused ? 'REFUSED' : versions.length > 0 ? 'STORED' : 'READ',
		subject: subjectOf(request),
		...(isRefused && { facts: { code: request.code } })
	});
	told.answered.set(request, draft.add(endMs, done, answerOf(telling, request, versions)));
}

const way = (request: SentRequest): number => (hasRoomForEtcd(request) ? hopMs : 0);

function requestContent(request: SentRequest) {
	const { id, verb, method, purePath, query, user, resource, subresource, namespace, name, body } =
		request;
	return {
		type: 'request' as const,
		id,
		verb,
		method,
		path: purePath,
		...(Object.keys(query).length > 0 && { query }),
		user,
		resource,
		...(subresource !== undefined && { subresource }),
		...(namespace !== undefined && { namespace }),
		...(name !== undefined && { name }),
		...(body !== undefined && { body })
	};
}

function answerOf(telling: Telling, request: SentRequest, versions: readonly Version[]) {
	const { id, code, verb, purePath, resource, subresource, name, endMs, actor } = request;
	const last = versions.at(-1);
	const about = name ?? last?.name;
	return {
		kind: 'message' as const,
		from: 'api-server',
		to: actor,
		sentAtMs: endMs,
		receivedAtMs: endMs + hopMs,
		protocol: 'http' as const,
		content: {
			type: 'response' as const,
			id,
			code,
			text: STATUS_CODES[code] ?? '',
			verb,
			path: purePath,
			resource,
			...(subresource !== undefined && { subresource }),
			...(about !== undefined && { name: about }),
			...(last && { revision: telling.revisions.get(last)! })
		}
	};
}

const subjectOf = ({ namespace, name, resource }: SentRequest): string =>
	name === undefined ? resource : namespace === undefined ? name : `${namespace}/${name}`;

const toRead = ['received', 'authentication', 'authorization', 'reading'];
const toWatch = ['received', 'authentication', 'authorization', 'watching'];
const toWrite = [
	'received',
	'authentication',
	'authorization',
	'mutation',
	'validation',
	'storage'
];
const steps: Readonly<Record<string, string>> = {
	received: 'init',
	authentication: 'BEGIN',
	authorization: 'AUTHENTICATED',
	reading: 'ALLOWED_TO_READ',
	watching: 'ALLOWED_TO_WATCH',
	mutation: 'ALLOWED_TO_WRITE',
	validation: 'MUTATED',
	storage: 'VALID'
};

/** The gates up to the last that it passed; between its arrival and the next thing that is known they are evenly spread. */
function tellGates({ draft }: Telling, request: SentRequest, sent: Draft, untilMs: number): Draft {
	const beginMs = Math.max(
		request.atMs,
		sent.event.kind === 'message' ? sent.event.receivedAtMs : 0
	);
	const passed = gatesOf(request);
	let last = sent;
	passed.forEach((to, i) => {
		const share = Math.max(0, i - 1) / Math.max(1, passed.length - 2);
		last = draft.add(beginMs + Math.max(0, untilMs - beginMs) * share, sent, {
			kind: 'transition',
			actor: `request/${request.id}`,
			machine: 'api-request',
			from: passed[i - 1] ?? null,
			to,
			event: steps[to]!,
			subject: subjectOf(request),
			...(i > 0 && { inferred: 'stages' as const })
		});
	});
	return last;
}

/** Where a refusal stands follows from its code. */
function gatesOf({ verb, code }: SentRequest): readonly string[] {
	const all = verb === 'watch' ? toWatch : verb === 'get' || verb === 'list' ? toRead : toWrite;
	const until: Readonly<Record<number, string>> = {
		401: 'authentication',
		403: 'authorization',
		400: 'mutation',
		422: 'validation'
	};
	const last = all.indexOf(until[code] ?? '');
	return last < 0 ? all : all.slice(0, last + 1);
}

/** A commit: the way to etcd and back where there is time for it, and the write. Gives what the request goes on from. */
function tellWrite(
	telling: Telling,
	version: Version,
	request: SentRequest | null,
	sent: Draft | null = null
): Draft {
	const { draft, commits, revisions, stored } = telling;
	const atMs = commits.get(version)!;
	const { key } = version;
	const before = version.previous === null ? undefined : telling.before.get(version);
	const id = -revisions.get(version)!;
	const drawsWay = request !== null && hasRoomForEtcd(request);
	const hop = { kind: 'message', protocol: 'etcd', inferred: 'etcd-hop' } as const;
	const call = drawsWay
		? draft.add(atMs - hopMs, sent, {
				...hop,
				from: 'api-server',
				to: 'etcd',
				sentAtMs: atMs - hopMs,
				receivedAtMs: atMs,
				content: { type: 'call', id, method: 'Txn', argument: key }
			})
		: sent;
	const write = draft.add(atMs, call, {
		kind: 'write',
		key,
		revision: revisions.get(version)!,
		object: stored.get(version) ?? null,
		previous: (before && stored.get(before)) ?? null,
		request: request?.id ?? 0,
		...(version.index < 0
			? { inferred: 'there-before' as const }
			: request === null && { inferred: 'writer-unknown' as const })
	});
	telling.told.writes.set(version, write);
	if (!drawsWay) return write;
	return draft.add(atMs, write, {
		...hop,
		from: 'etcd',
		to: 'api-server',
		sentAtMs: atMs,
		receivedAtMs: atMs + hopMs,
		content: { type: 'return', id, method: 'Txn', result: key }
	});
}
