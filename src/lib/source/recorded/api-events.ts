import { resourceNamed } from '#lib/kubernetes/resources.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { storageKey } from '#lib/cluster/api-server/storage-key.ts';
import type { RecordedEvent } from './recording.ts';
import type { Version } from './recorded-object.ts';
import type { SentRequest } from './sent-request.ts';

const resource = resourceNamed('events')!;

/** Events (of the API) as versions of objects: the same that was seen again is the next version. Generated names are numbered. */
export function eventLives(
	events: readonly RecordedEvent[],
	lives: readonly (readonly Version[])[]
): readonly (readonly Version[])[] {
	const namespaces = new Map(
		lives.flatMap(([first]) =>
			first?.namespace === undefined
				? []
				: [[`${first.resource.kind}/${first.name}` as string, first.namespace] as const]
		)
	);
	const known = new Map<string, Version[]>();
	const found: Version[][] = [];
	for (const event of events) {
		const { object, type, reason, message, by } = event;
		const id = [object, type, reason, message, by].join('\n');
		const life = event.count > 1 ? known.get(id) : undefined;
		const [kind = '', name = ''] = split(object);
		const namespace = namespaces.get(object) ?? 'default';
		const own = life?.[0]?.name ?? `${name}.<${found.length + 1}>`;
		const previous = life?.at(-1)?.object ?? null;
		const version: Version = {
			resource,
			namespace,
			name: own,
			key: storageKey('events', namespace, own),
			atMs: event.atMs,
			type: previous ? 'MODIFIED' : 'ADDED',
			changes: {},
			index: life?.length ?? 0,
			previous,
			object: eventObject(event, { kind, name, namespace, own })
		};
		if (life) life.push(version);
		else {
			const born = [version];
			found.push(born);
			known.set(id, born);
		}
	}
	return found;
}

const split = (object: string): readonly string[] => {
	const slash = object.indexOf('/');
	return [object.slice(0, slash), object.slice(slash + 1)];
};

function eventObject(
	{ type, reason, message, by, count, fieldPath }: RecordedEvent,
	about: { kind: string; name: string; namespace: string; own: string }
): KubeObject {
	const { kind, name, namespace, own } = about;
	return {
		kind: 'Event',
		apiVersion: 'v1',
		metadata: { name: own, namespace, uid: `<uid:${own}>` },
		involvedObject: {
			kind,
			name,
			...(kind === 'Node' ? undefined : { namespace }),
			...(fieldPath !== undefined && { fieldPath })
		},
		type,
		reason,
		message,
		count,
		source: { component: by }
	};
}

/** Who writes Events under another name than it asks by. */
const senders: Readonly<Record<string, string>> = {
	'default-scheduler': 'kube-scheduler',
	'daemonset-controller': 'daemon-set-controller',
	'taint-eviction-controller': 'node-controller',
	controllermanager: 'disruption-controller'
};

/** Which request wrote which Event: of the same sender, about the same object where the path says so, nearest in time. */
export function matchEvents(
	lives: readonly (readonly Version[])[],
	requests: readonly SentRequest[]
): ReadonlyMap<Version, SentRequest> {
	const writing = requests.filter((one) => one.writes && one.resource === 'events');
	const pairs = lives.flat().flatMap((version) =>
		writing.flatMap((request) => {
			if (request.atMs > version.atMs + 1 || !isFrom(request, version)) return [];
			return [{ version, request, cost: Math.abs(version.atMs - request.endMs) }];
		})
	);
	pairs.sort((a, b) => a.cost - b.cost);
	const matched = new Map<Version, SentRequest>();
	const taken = new Set<SentRequest>();
	for (const { version, request } of pairs) {
		if (matched.has(version) || taken.has(request)) continue;
		matched.set(version, request);
		taken.add(request);
	}
	return matched;
}

function isFrom(request: SentRequest, { name, object, previous }: Version): boolean {
	const { component = '' } = (object?.source ?? {}) as { component?: string };
	if (!request.by.startsWith(senders[component] ?? component)) return false;
	if ((request.verb === 'create') !== (previous === null)) return false;
	const about = name.slice(0, name.lastIndexOf('.'));
	return request.name === undefined || request.name.startsWith(`${about}.`);
}
