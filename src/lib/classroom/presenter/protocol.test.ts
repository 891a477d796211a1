import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from './message.ts';
import { envelope, onlyOnce, readEnvelope } from './protocol.ts';

const state: Message = {
	type: 'state',
	atMs: 12.5,
	phase: 'asked',
	speed: 1,
	locale: 'zh-Hant',
	presenting: true,
	blank: false,
	picture: {
		width: 1188,
		height: 560,
		large: true,
		view: 'stage',
		showAll: false,
		showWatches: false,
		inside: null,
		focus: null,
		k: 1,
		x: 0,
		y: 0
	},
	now: { sentence: 'Now.', fact: '', note: 'Say this.' },
	next: null,
	question: {
		ask: 'lost',
		text: 'Lost?',
		state: 'asked',
		storyMs: 4000,
		answers: [{ say: 'yes', text: 'Yes', right: true, hands: 3 }]
	}
};

const messages: readonly Message[] = [
	state,
	{
		type: 'story',
		kind: 'lesson',
		title: 'A Pod',
		sides: [
			{
				title: '',
				note: '',
				scenario: {
					seed: 1,
					nodes: [{ name: 'worker-1', cpu: '2', memory: '4Gi' }],
					steps: [{ atMs: 0, run: 'kubectl get pods -w' }]
				}
			}
		]
	},
	{ type: 'drawn', point: { x: 1, y: 2 }, strokes: [[{ x: 1, y: 1 }]] },
	{ type: 'hello', knows: false },
	{ type: 'do', action: 'next-beat', key: '' },
	{ type: 'seek', atMs: 0 },
	{ type: 'choose', ask: 'lost', say: null },
	{ type: 'hands', ask: 'lost', say: 'yes', count: 4 }
];

describe('readEnvelope', () => {
	it.each(messages.map((message) => [message.type, message] as const))(
		'reads what was sent: %s',
		(_, message) => {
			const sent = structuredClone(envelope('a', 'me', 1, message));
			expect(readEnvelope(sent, 'a')?.message).toEqual(message);
		}
	);

	it('leaves the messages of another session, version or program alone', () => {
		const sent = envelope('a', 'me', 1, { type: 'hello', knows: true });
		expect(readEnvelope(sent, 'b')).toBeUndefined();
		expect(readEnvelope({ ...sent, version: 2 }, 'a')).toBeUndefined();
		expect(readEnvelope({ ...sent, kinetes: 'else' }, 'a')).toBeUndefined();
	});

	it.each([
		['a moment that is no number', { ...state, atMs: NaN }],
		['a phase that does not exist', { ...state, phase: 'gone' }],
		['a question without answers', { ...state, question: { ...state.question, answers: null } }],
		['a stroke of texts', { type: 'drawn', point: null, strokes: [['x']] }],
		['a key that nobody has', { type: 'do', action: 'explode', key: '' }],
		[
			'a scenario without steps',
			{
				type: 'story',
				kind: 'lesson',
				title: '',
				sides: [{ title: '', note: '', scenario: { seed: 1, nodes: [] } }]
			}
		]
	])('refuses %s', (_, message) => {
		expect(readEnvelope(envelope('a', 'me', 1, message as Message), 'a')).toBeUndefined();
	});

	it('never throws, whatever another page says', () => {
		fc.assert(
			fc.property(fc.anything(), (said) => {
				expect(readEnvelope(said, 'a')).toBeUndefined();
				expect(readEnvelope(envelope('a', 'me', 1, said as Message), 'a')).toBeUndefined();
			})
		);
	});
});

describe('onlyOnce', () => {
	it('hears what comes on two ways once, and each sender for itself', () => {
		const isNew = onlyOnce();
		const heard = [
			{ from: 'me', count: 1 },
			{ from: 'me', count: 1 },
			{ from: 'you', count: 1 },
			{ from: 'me', count: 2 }
		].map(isNew);
		expect(heard).toEqual([true, false, true, true]);
	});
});
