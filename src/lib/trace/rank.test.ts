import { describe, expect, it } from 'vitest';
import type { Message, MessageContent } from './event.ts';
import { createPodTrace } from './fixture/create-pod.ts';
import { rankOf, ranksOf } from './rank.ts';

const message = (from: string, to: string, content: Record<string, unknown>): Message => ({
	kind: 'message',
	seq: 0,
	atMs: 0,
	cause: null,
	from,
	to,
	sentAtMs: 0,
	receivedAtMs: 1,
	protocol: 'http',
	content: content as unknown as MessageContent
});
const request = (from: string, verb: string, resource: string, more = {}) =>
	message(from, 'api-server', {
		type: 'request',
		id: 1,
		verb,
		resource,
		path: `/api/v1/${resource}`,
		...more
	});
const watch = (resource: string, more = {}) =>
	message('api-server', 'scheduler', {
		type: 'watch-event',
		event: 'ADDED',
		resource,
		name: 'x',
		revision: 1,
		...more
	});

describe('rankOf', () => {
	it.each([
		['a Pod that is created', request('kubectl/1', 'create', 'pods'), 'story'],
		['a Binding', request('scheduler', 'create', 'pods', { subresource: 'binding' }), 'story'],
		['a status patch', request('kubelet/w', 'patch', 'pods', { subresource: 'status' }), 'story'],
		['the list that a person asked for', request('kubectl/1', 'list', 'nodes'), 'story'],
		['the kubelet’s read before a patch', request('kubelet/w', 'get', 'pods'), 'detail'],
		[
			'a token',
			request('kubelet/w', 'create', 'serviceaccounts', { subresource: 'token' }),
			'detail'
		],
		['an Event that is posted', request('scheduler', 'create', 'events'), 'detail'],
		['a ConfigMap that is watched', request('kubelet/w', 'watch', 'configmaps'), 'detail'],
		['kubectl’s discovery', request('kubectl/1', 'get', '', { path: '/api/v1' }), 'detail'],
		['a lease', request('kubelet/w', 'update', 'leases'), 'housekeeping'],
		[
			'a node’s status',
			request('kubelet/w', 'patch', 'nodes', { subresource: 'status' }),
			'housekeeping'
		],
		['news of a Pod', watch('pods'), 'story'],
		['the first list of a watch', watch('pods', { initial: true }), 'housekeeping'],
		['a bookmark', watch('pods', { event: 'BOOKMARK' }), 'housekeeping'],
		['news of an Event', watch('events'), 'detail']
	])('of %s', (_, event, rank) => {
		expect(rankOf(event)).toBe(rank);
	});
});

describe('ranksOf', () => {
	it('gives what serves a request the rank of the request', () => {
		const trace = createPodTrace();
		const ranks = ranksOf(trace);
		for (const event of trace.events) {
			if (event.kind === 'transition') expect(ranks[event.seq]).toBe('story');
		}
		expect(ranks).toHaveLength(trace.events.length);
	});
});
