import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Event, Pod } from '#lib/kubernetes/pod.ts';
import type { RequestContent, TraceEvent, Write } from '#lib/trace/event.ts';
import { flatChanges } from './flat-changes.ts';
import { namespace } from './control-world.ts';

/** A controller's write, as much of it as tables say. */
export interface ControlWrite {
	readonly by: string;
	readonly verb: string;
	readonly resource: string;
	readonly subresource?: string | undefined;
	readonly object?: string | undefined;
	/** What was created, as a whole and in short. */
	readonly content?: object | undefined;
	readonly short?: object | undefined;
	readonly changes?: Readonly<Record<string, unknown>> | undefined;
	readonly request?: unknown;
	readonly was?: string | undefined;
	readonly options?: object | undefined;
	readonly result?: number | undefined;
	readonly message?: string | undefined;
}

const account = /^system:serviceaccount:kube-system:(.+)$/;
const writing = new Set(['create', 'update', 'patch', 'delete', 'deletecollection']);

/** The controllers' writes in the namespace, in order of their answers. */
export function controlWrites(events: readonly TraceEvent[]): ControlWrite[] {
	const requests = new Map<number, RequestContent>();
	const commits = new Map<number, Write[]>();
	const writes: ControlWrite[] = [];
	for (const event of events) {
		if (event.kind === 'write') {
			commits.set(event.request, [...(commits.get(event.request) ?? []), event]);
		}
		if (event.kind !== 'message') continue;
		const { content } = event;
		if (content.type === 'request') requests.set(content.id, content);
		if (content.type !== 'response') continue;
		const request = requests.get(content.id);
		const by = account.exec(request?.user ?? '')?.[1];
		if (by === undefined || !writing.has(request!.verb) || request!.resource === 'events') continue;
		if (!(request!.namespace ?? request!.name)?.startsWith(namespace)) continue;
		if (content.code === 404 || content.code === 409 || request!.resource === 'leases') continue;
		const write = writeOf(
			by,
			request!,
			commits.get(content.id) ?? [],
			content.code,
			content.message
		);
		if (write !== undefined) writes.push(write);
	}
	return writes;
}

function writeOf(
	by: string,
	request: RequestContent,
	commits: readonly Write[],
	code: number,
	message: string | undefined
): ControlWrite | undefined {
	const { verb, resource, subresource, name } = request;
	const base = { by, verb, resource, subresource };
	if (code >= 300) {
		const { metadata } = request.body as KubeObject;
		const object = name ?? metadata.name ?? `${metadata.generateName}*`;
		return { ...base, object, result: code, message };
	}
	if (verb === 'deletecollection') return base;
	const [first] = commits;
	const before = first?.previous ?? null;
	const after = commits.at(-1)?.object ?? null;
	const object = name ?? (first?.object ?? before)?.metadata.name;
	if (verb === 'create') {
		return {
			...base,
			object,
			content: contentOf(request.body as KubeObject),
			short: shortOf(after!)
		};
	}
	if (verb === 'delete') {
		// One that is on its way out already goes no other way.
		if (before === null || before.metadata.deletionTimestamp !== undefined) return undefined;
		const { propagationPolicy } = (request.body ?? {}) as { propagationPolicy?: string };
		return {
			...base,
			object,
			was: before.kind === 'Pod' ? podWords(before as Pod) : undefined,
			options: propagationPolicy === undefined ? undefined : { propagationPolicy }
		};
	}
	const changes =
		first === undefined ? {} : flatChanges(first.previous, first.object ?? request.body);
	if (verb === 'patch' && resource === 'pods' && Object.keys(changes).length === 0)
		return undefined;
	return {
		...base,
		object,
		changes: ofStatus(subresource, changes),
		request: withoutIdentity(request.body)
	};
}

/** A change of status is told without the prefix; of conditions what they are now. */
function ofStatus(
	subresource: string | undefined,
	changes: Record<string, [unknown, unknown]>
): Record<string, unknown> {
	if (subresource !== 'status') return changes;
	const entries = Object.entries(changes).flatMap(([key, pair]): [string, unknown][] => {
		if (!key.startsWith('status.')) return [];
		const field = key.slice('status.'.length);
		if (field !== 'conditions') return [[field, pair]];
		const [old, now] = pair.map((list) => plainConditions(list));
		return JSON.stringify(old) === JSON.stringify(now) ? [] : [[field, now]];
	});
	return Object.fromEntries(entries);
}

export function plainConditions(list: unknown): unknown {
	return ((list ?? []) as Record<string, unknown>[]).map(({ type, status, reason, message }) => ({
		type,
		status,
		reason,
		message
	}));
}

/** As it was sent, without what the server makes. */
function contentOf({ status: _status, ...object }: KubeObject): object {
	return object;
}

function shortOf({ metadata, spec }: KubeObject): object {
	return {
		annotations: metadata.annotations,
		replicas: (spec as { replicas?: number } | undefined)?.replicas
	};
}

function withoutIdentity(body: unknown): unknown {
	const { metadata, ...rest } = (body ?? {}) as { metadata?: Record<string, unknown> };
	const { uid: _uid, resourceVersion: _version, ...kept } = metadata ?? {};
	return { metadata: kept, ...rest };
}

/** Phase, unscheduled, ready, terminating. */
export function podWords({ spec, status, metadata }: Pod): string {
	const isReady = status.conditions?.some(
		({ type, status: is }) => type === 'Ready' && is === 'True'
	);
	return [
		status.phase,
		spec.nodeName ? '' : 'unscheduled',
		isReady ? 'ready' : '',
		metadata.deletionTimestamp === undefined ? '' : 'terminating'
	]
		.filter((text) => text !== '')
		.join(' ');
}

/** An Event as it was made, or its count as it was raised. */
export interface ControlEvent {
	readonly by: string;
	readonly object: string;
	readonly text: string;
	readonly count?: number;
}

export function controlEvents(events: readonly TraceEvent[]): ControlEvent[] {
	return events.flatMap((entry): ControlEvent[] => {
		if (entry.kind !== 'write' || entry.object?.kind !== 'Event') return [];
		const event = entry.object as Event;
		const { kind, name } = event.involvedObject;
		return [
			{
				by: event.reportingComponent ?? '',
				object: `${kind} ${name}`,
				text: `${event.type} ${event.reason} ${event.message}`,
				...(entry.previous === null ? undefined : { count: event.count ?? 1 })
			}
		];
	});
}
