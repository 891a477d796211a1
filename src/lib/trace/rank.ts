import type { CallContent, Message, ReturnContent, TraceEvent } from './event.ts';
import { least, type Rank } from './rank-order.ts';
import { StoryRanks } from './story-ranks.ts';
import type { Trace } from './trace.ts';

export type { Rank } from './rank-order.ts';

const housekeepingResources = new Set(['leases', 'nodes', 'namespaces', 'componentstatuses']);
const detailResources = new Set([
	'events',
	'configmaps',
	'secrets',
	'serviceaccounts',
	'tokenreviews',
	'subjectaccessreviews'
]);
const storyCalls = new Set([
	'RunPodSandbox',
	'PullImage',
	'CreateContainer',
	'StartContainer',
	'StopContainer',
	'StopPodSandbox',
	'ADD',
	'DEL'
]);

const detailFacts: ReadonlySet<string> = new Set([
	'log',
	'volume-mounted',
	'resources-used',
	'kubeconfig',
	'rules-programmed',
	'request-ended'
]);

/**
 * How much an event matters to someone who watches for the first time: a rule about kinds of events. What belongs to
 * an API request without saying which kind (its machine, its etcd call) takes the request's rank in `ranksOf`.
 */
export function rankOf(event: TraceEvent): Rank {
	switch (event.kind) {
		case 'message':
			return rankOfMessage(event);
		case 'write':
			return rankOfKey(event.key);
		case 'transition':
			return event.machine === 'node' ? 'housekeeping' : 'story';
		case 'local':
			return detailFacts.has(event.fact.type) ? 'detail' : 'story';
		case 'decision':
		case 'output':
			return 'story';
	}
}

/** Ranks of all events by `seq`: what serves a request has the request's rank, and what repeats itself is detail. */
export function ranksOf(trace: Trace): readonly Rank[] {
	let ranks = known.get(trace);
	if (!ranks) {
		ranks = computeRanks(trace);
		known.set(trace, ranks);
	}
	return ranks;
}

const known = new WeakMap<Trace, readonly Rank[]>();

function computeRanks(trace: Trace): readonly Rank[] {
	const story = new StoryRanks(trace);
	const ranks: Rank[] = [];
	for (const event of trace.events) {
		ranks.push(story.rank(event, rankOf(event), ranks));
	}
	return ranks;
}

function rankOfMessage({ content, from, to }: Message): Rank {
	switch (content.type) {
		case 'watch-event':
			if (content.initial || content.event === 'BOOKMARK') return 'housekeeping';
			return rankOfResource(content.resource);
		case 'request':
		case 'response': {
			const byPerson = from.startsWith('kubectl/') || to.startsWith('kubectl/');
			if (byPerson)
				return /^\/(api|apis|openapi|version)(\/[^/]+){0,2}$/.test(content.path) &&
					content.verb === 'get'
					? 'detail'
					: 'story';
			if (content.subresource === 'token') return 'detail';
			if (content.verb === 'get') return least('detail', rankOfResource(content.resource));
			if (content.verb === 'list' || content.verb === 'watch') {
				return least('detail', rankOfResource(content.resource));
			}
			return rankOfResource(content.resource);
		}
		case 'call':
		case 'return':
			return rankOfCall(content);
		case 'traffic':
			return 'detail';
	}
}

function rankOfCall(content: CallContent | ReturnContent): Rank {
	const key = content.type === 'call' ? content.argument : content.result;
	if (content.method === 'Txn' || content.method === 'Put') {
		return key?.startsWith('/registry/') ? rankOfKey(key) : 'story';
	}
	return storyCalls.has(content.method) ? 'story' : 'detail';
}

function rankOfResource(resource: string): Rank {
	if (housekeepingResources.has(resource)) return 'housekeeping';
	return detailResources.has(resource) ? 'detail' : 'story';
}

function rankOfKey(key: string): Rank {
	const resource = key.split('/')[2] ?? '';
	return rankOfResource(resource === 'minions' ? 'nodes' : resource);
}
