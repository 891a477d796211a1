import type { Version } from './recorded-object.ts';
import type { SentRequest } from './sent-request.ts';

/** A version that is without its request costs as much as one that fits badly by so many ms. */
const unmatchedCost = 4000;
/** A watch may tell of it a little before the audit log says that it began: clocks are rounded. */
const roundedMs = 1;

/**
 * Which request wrote which version: of each object in order, so that requests and versions fit each other best in kind and
 * in time. A request may have changed nothing; a deletion may write twice (the last change, and that it is gone).
 */
export function matchWrites(
	lives: readonly (readonly Version[])[],
	requests: readonly SentRequest[]
): ReadonlyMap<Version, SentRequest> {
	const writing = requests.filter(({ writes }) => writes);
	const matched = new Map<Version, SentRequest>();
	const births = lives.flatMap((life) => life.filter(isBirth));
	matchBirths(births, writing, matched);
	for (const life of lives) {
		const later = life.filter((version) => version.index >= 0 && !isBirth(version));
		const own = writing.filter((request) => isAbout(request, life[0]!));
		matchInOrder(groups(later), own, matched);
	}
	return matched;
}

const isBirth = ({ type, index }: Version) => type === 'ADDED' && index >= 0;

/** Names are often made by the server, so a create is known by what it makes, who makes such things, and the time. */
function matchBirths(
	births: readonly Version[],
	writing: readonly SentRequest[],
	matched: Map<Version, SentRequest>
): void {
	const free = new Set(
		writing.filter(({ verb, subresource }) => verb === 'create' && !subresource)
	);
	const pairs = births.flatMap((version) =>
		[...free].flatMap((request) => {
			const { resource, namespace, name } = version;
			if (request.resource !== resource.plural || request.namespace !== namespace) return [];
			if (request.name !== undefined && request.name !== name) return [];
			if (request.atMs > version.atMs + roundedMs || !couldMake(request, version)) return [];
			return [{ version, request, cost: Math.abs(version.atMs - request.endMs) }];
		})
	);
	pairs.sort((a, b) => a.cost - b.cost);
	for (const { version, request } of pairs) {
		if (matched.has(version) || !free.has(request)) continue;
		matched.set(version, request);
		free.delete(request);
	}
}

/** Who makes what a kind of owner owns. */
const makers: Readonly<Record<string, string>> = {
	ReplicaSet: 'replicaset-controller',
	Deployment: 'deployment-controller',
	Job: 'job-controller',
	DaemonSet: 'daemon-set-controller',
	StatefulSet: 'statefulset-controller',
	CronJob: 'cronjob-controller',
	Node: 'kubelet'
};

function couldMake({ by }: SentRequest, { object }: Version): boolean {
	const owner = object?.metadata.ownerReferences?.find(({ controller }) => controller);
	const maker = owner && makers[owner.kind];
	return maker === undefined || by.startsWith(maker);
}

function isAbout(request: SentRequest, { resource, namespace, name }: Version): boolean {
	if (request.resource !== resource.plural) return false;
	if (request.verb === 'create' && request.subresource === undefined) return false;
	if (request.namespace !== namespace) return false;
	return request.verb === 'deletecollection' ? true : request.name === name;
}

/** What one request wrote: the last change, and with it that the object is gone. */
type Group = readonly Version[];

function groups(versions: readonly Version[]): readonly Group[] {
	const found: Version[][] = [];
	for (const version of versions) {
		const before = found.at(-1)?.at(-1);
		const last = before && version.type === 'DELETED' && isLastWord(before);
		if (last) found.at(-1)!.push(version);
		else found.push([version]);
	}
	return found;
}

/** Grace 0, or a finalizer that is taken away: nothing holds the object any longer. */
function isLastWord({ changes, object }: Version): boolean {
	if (object?.metadata.deletionTimestamp === undefined) return false;
	return Object.entries(changes).some(
		([path, value]) =>
			(path === 'metadata.deletionGracePeriodSeconds' && value === 0) ||
			(path.startsWith('metadata.finalizers[') && value === null) ||
			(path.startsWith('spec.finalizers[') && value === null)
	);
}

/** The best pairing that keeps both orders (dynamic programming over both lists). */
function matchInOrder(
	wanted: readonly Group[],
	requests: readonly SentRequest[],
	matched: Map<Version, SentRequest>
): void {
	const byEnd = [...requests].sort((a, b) => a.endMs - b.endMs);
	const [n, m] = [wanted.length, byEnd.length];
	const cost = Array.from({ length: n + 1 }, () => new Float64Array(m + 1));
	for (let i = n - 1; i >= 0; i--) {
		cost[i]![m] = cost[i + 1]![m]! + unmatchedCost;
		for (let j = m - 1; j >= 0; j--) cost[i]![j] = best(i, j).cost;
	}
	function best(i: number, j: number) {
		const pair = costOf(wanted[i]!, byEnd[j]!) + cost[i + 1]![j + 1]!;
		const skipRequest = cost[i]![j + 1]!;
		const skipVersion = cost[i + 1]![j]! + unmatchedCost;
		if (pair <= skipRequest && pair <= skipVersion) return { cost: pair, step: 'pair' } as const;
		return skipRequest <= skipVersion
			? ({ cost: skipRequest, step: 'request' } as const)
			: ({ cost: skipVersion, step: 'version' } as const);
	}
	for (let [i, j] = [0, 0]; i < n && j < m;) {
		const { step } = best(i, j);
		if (step === 'pair') for (const version of wanted[i]!) matched.set(version, byEnd[j]!);
		if (step !== 'request') i++;
		if (step !== 'version') j++;
	}
}

function costOf(group: Group, request: SentRequest): number {
	const version = group[0]!;
	if (request.atMs > version.atMs + roundedMs) return Infinity;
	return fit(group, request) + Math.min(Math.abs(version.atMs - request.endMs), unmatchedCost / 2);
}

/** How badly a kind of request fits a kind of change, as ms. */
function fit(group: Group, { verb, subresource }: SentRequest): number {
	const [version] = group;
	const paths = Object.keys(version!.changes);
	const binds = paths.includes('spec.nodeName');
	if (binds !== (subresource === 'binding')) return unmatchedCost;
	const goes =
		group.length > 1 || version!.type === 'DELETED' || paths.includes('metadata.deletionTimestamp');
	const deletes = verb.startsWith('delete') || subresource === 'eviction';
	if (deletes) return goes ? 0 : unmatchedCost;
	if (goes && version!.type === 'DELETED') return unmatchedCost;
	if (paths.includes('metadata.deletionTimestamp')) return unmatchedCost;
	const status = paths.filter((path) => path.startsWith('status')).length;
	const ofStatus = subresource === 'status';
	if (ofStatus) return status === 0 ? 500 : 0;
	return status === paths.length ? 200 : 0;
}
