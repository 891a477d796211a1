import { ownResources } from '#lib/kubernetes/resources.ts';
import type { RequestContent } from '#lib/trace/event.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { GeneratedNames } from './generated-names.ts';

export type Counts = Readonly<Record<string, number | 'some'>>;

const writes = new Set(['create', 'update', 'patch', 'delete', 'deletecollection']);

/** Per client its successful writes and how many of each. */
export function projectRequests(
	{ header, events }: Trace,
	names: GeneratedNames
): Readonly<Record<string, Counts>> {
	const asked = new Map<number, RequestContent>();
	const counts: Record<string, Record<string, number>> = {};
	for (const event of events) {
		if (event.kind !== 'message' || event.atMs < header.startMs) continue;
		const { content } = event;
		if (content.type === 'request') asked.set(content.id, content);
		if (content.type !== 'response' || content.code >= 300) continue;
		const request = asked.get(content.id);
		if (!request || !isStory(request)) continue;
		const who = clientOf(request.user, event.to);
		const key = `${request.verb} ${names.plain(request.path, '<n>')} ${content.code}`;
		const own = (counts[who] ??= {});
		own[key] = (own[key] ?? 0) + 1;
	}
	return counts;
}

/** Events, leases, heartbeats of nodes and statuses that controllers write are not counted. */
function isStory({ verb, resource, subresource, user }: RequestContent): boolean {
	if (!writes.has(verb) || resource === 'events' || resource === 'leases') return false;
	if (subresource !== 'status') return true;
	return resource !== 'nodes' && !user.startsWith('system:serviceaccount:');
}

function clientOf(user: string, actor: string): string {
	if (user.startsWith('system:node:')) return 'kubelet';
	const account = /^system:serviceaccount:kube-system:(.+)$/.exec(user)?.[1];
	if (account) return account;
	if (user.startsWith('system:')) return user.slice('system:'.length);
	return actor.split('/')[0] ?? actor;
}

/** Without requests for resources that don't exist yet. */
export function ofKnownResources(counts: Counts): Counts {
	const known = new Set(ownResources.map(({ plural }) => plural));
	return Object.fromEntries(
		Object.entries(counts).filter(([key]) => {
			const path = key.split(' ')[1] ?? '';
			const parts = /^\/(?:api|apis\/[^/]+)\/[^/]+\/(?:namespaces\/[^/]+\/)?([^/]+)/.exec(path);
			return known.has(parts?.[1] ?? '');
		})
	);
}

/** `some` is any number but none. */
export function sameCounts(expected: Counts, got: Counts): boolean {
	const keys = new Set([...Object.keys(expected), ...Object.keys(got)]);
	return [...keys].every((key) => {
		const wanted = expected[key];
		return wanted === 'some' ? got[key] !== undefined : wanted === got[key];
	});
}
