import type { Version } from './recorded-object.ts';
import type { SentRequest } from './sent-request.ts';

/** Every message takes at least this long, ms. */
export const hopMs = 1;
/** Two writes of one object are at least so far apart, ms. */
const apartMs = 0.01;
/** From a commit until somebody can have asked for something because of it: to the API server, to whoever watches, and back. */
const reactionMs = 3 * hopMs;

/** Whether a request lasted long enough for the way to etcd and back to be drawn in it. */
export function hasRoomForEtcd({ atMs, endMs }: SentRequest): boolean {
	return endMs - atMs >= 2 * hopMs;
}

/**
 * When etcd committed each version, ms. The recording says between which moments: not before the request reached the API
 * server, not after it was answered, not after a watch told of it. In there it is the latest, unless somebody has
 * reacted before; a version whose request is unknown was committed when the watch told of it.
 */
export function commitTimes(
	lives: readonly (readonly Version[])[],
	writers: ReadonlyMap<Version, SentRequest>,
	requests: readonly SentRequest[]
): ReadonlyMap<Version, number> {
	const times = new Map<Version, number>();
	for (const life of lives) {
		let [lastMs, lastSeenMs] = [-1, -1];
		for (const version of life) {
			const ms = version.index < 0 ? 0 : timeOf(version, lastMs, lastSeenMs, writers, requests);
			times.set(version, ms);
			[lastMs, lastSeenMs] = [ms, version.atMs];
		}
	}
	return times;
}

function timeOf(
	version: Version,
	lastMs: number,
	lastSeenMs: number,
	writers: ReadonlyMap<Version, SentRequest>,
	requests: readonly SentRequest[]
): number {
	const request = writers.get(version);
	if (!request) return Math.max(version.atMs, lastMs + apartMs);
	const way = hasRoomForEtcd(request) ? hopMs : 0;
	const [earliest, latest] = [request.atMs + way, request.endMs - way];
	const seen = Math.max(earliest, Math.min(latest, version.atMs));
	const reaction = firstReaction(version, request, requests);
	const wanted = reaction === undefined ? seen : Math.min(seen, reaction.atMs - reactionMs);
	// What a watch told last was still true when it told it.
	const after = Math.max(lastMs + apartMs, Math.min(lastSeenMs + apartMs, seen), earliest);
	return Math.max(wanted, after);
}

/** The first request that can only have been made by someone who knew this version. */
function firstReaction(
	{ resource, object, previous, name, namespace, changes }: Version,
	own: SentRequest,
	requests: readonly SentRequest[]
): SentRequest | undefined {
	const isOf = (request: SentRequest) => request.namespace === namespace;
	const later = (test: (request: SentRequest) => boolean) =>
		requests.find((request) => request.atMs > own.atMs && isOf(request) && test(request));
	if (resource.plural === 'pods' && object) {
		if (previous === null) {
			return later((one) => one.name === name && one.subresource === 'binding');
		}
		if (changes['spec.nodeName'] === undefined) return undefined;
		return later((one) => one.name === name && one.by.startsWith('kubelet'));
	}
	const maker = object && previous === null ? makerOf[resource.plural] : undefined;
	return (
		maker &&
		later((one) => one.verb === 'create' && one.by === maker.by && one.resource === maker.of)
	);
}

/** What is made as soon as one of these is there. */
const makerOf: Readonly<Record<string, { readonly by: string; readonly of: string }>> = {
	deployments: { by: 'deployment-controller', of: 'replicasets' },
	replicasets: { by: 'replicaset-controller', of: 'pods' },
	jobs: { by: 'job-controller', of: 'pods' }
};
