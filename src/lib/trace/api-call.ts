import type { Message, RequestContent, Transition, Write } from './event.ts';
import { ranksOf } from './rank.ts';
import type { Trace } from './trace.ts';

/** One request to the API server from beginning to end. */
export interface ApiCall {
	readonly message: Message;
	readonly content: RequestContent;
	/** The steps of its machine, in order. */
	readonly steps: readonly Transition[];
	/** What it committed. */
	readonly writes: readonly Write[];
	readonly response: Message | null;
}

type Draft = { -readonly [K in keyof ApiCall]: ApiCall[K] } & {
	steps: Transition[];
	writes: Write[];
};

const known = new WeakMap<Trace, readonly ApiCall[]>();

/** The requests that a trace's story tells, in the order in which they reach the API server. */
export function apiCallsOf(trace: Trace): readonly ApiCall[] {
	let calls = known.get(trace);
	if (!calls) known.set(trace, (calls = callsOf(trace)));
	return calls;
}

function callsOf(trace: Trace): readonly ApiCall[] {
	const ranks = ranksOf(trace);
	const calls = new Map<string, Draft>();
	for (const event of trace.events) {
		if (event.kind === 'message') {
			const { content } = event;
			if (content.type === 'request') {
				if (event.atMs < trace.header.startMs || ranks[event.seq] !== 'story') continue;
				const call = { message: event, content, steps: [], writes: [], response: null };
				calls.set(`request/${content.id}`, call);
			} else if (content.type === 'response') {
				const call = calls.get(`request/${content.id}`);
				if (call) call.response = event;
			}
		} else if (event.kind === 'transition') calls.get(event.actor)?.steps.push(event);
		else if (event.kind === 'write') calls.get(`request/${event.request}`)?.writes.push(event);
	}
	return [...calls.values()]
		.filter(({ steps }) => steps.length > 0)
		.sort((a, b) => a.message.receivedAtMs - b.message.receivedAtMs);
}
