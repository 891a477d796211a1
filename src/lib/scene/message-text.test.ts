import { describe, expect, it } from 'vitest';
import type { Message, MessageContent } from '#lib/trace/event.ts';
import { hasFailed, messageInk, messageNames } from './message-text.ts';

const message = (protocol: Message['protocol'], content: Partial<MessageContent>): Message => ({
	kind: 'message',
	seq: 0,
	atMs: 0,
	cause: null,
	from: 'a',
	to: 'b',
	sentAtMs: 0,
	receivedAtMs: 1,
	protocol,
	content: { id: 1, ...content } as MessageContent
});
const binding = message('http', {
	type: 'request',
	method: 'POST',
	path: '/api/v1/namespaces/default/pods/web/binding'
});
const created = message('http', { type: 'response', code: 201, text: 'Created' });
const conflict = message('http', { type: 'response', code: 409, text: 'Conflict' });
const news = message('watch', {
	type: 'watch-event',
	event: 'ADDED',
	resource: 'pods',
	name: 'web'
});
const pull = message('cri', {
	type: 'call',
	method: 'PullImage',
	argument: 'docker.io/library/web:v1'
});
const failed = message('cri', { type: 'return', method: 'PullImage', error: 'not found' });

describe('messageNames', () => {
	it('shortens a path from its beginning', () => {
		expect(messageNames(binding)).toEqual([
			'POST /api/v1/namespaces/default/pods/web/binding',
			'POST …/pods/web/binding',
			'POST …/web/binding',
			'POST …/binding'
		]);
	});

	it.each([
		[created, '201 Created'],
		[news, 'ADDED pod/web'],
		[pull, 'PullImage docker.io/library/web:v1'],
		[failed, 'PullImage: not found'],
		[message('cni', { type: 'call', method: 'ADD', pod: 'default/web' }), 'CNI ADD web'],
		[message('etcd', { type: 'return', method: 'Txn' }), 'Txn ok']
	])('names it in full first (%#)', (one, name) => {
		expect(messageNames(one)[0]).toBe(name);
	});
});

describe('messageInk', () => {
	it.each([
		[binding, 'api', false],
		[created, 'ok', false],
		[conflict, 'bad', true],
		[news, 'watch', false],
		[pull, 'cri', false],
		[failed, 'bad', true]
	])('tells a failure from a success (%#)', (one, ink, failure) => {
		expect([messageInk(one), hasFailed(one)]).toEqual([ink, failure]);
	});
});
