import { bisect } from './bisect.ts';
import { applyEvent, emptyDraft, forkDraft, type Draft } from './apply-event.ts';
import type { ClusterState } from './cluster-state.ts';
import type { Message } from './event.ts';
import { IntervalIndex } from './interval-index.ts';
import type { Trace } from './trace.ts';

const eventsPerKeyframe = 1000;

/** A trace that can be asked for any moment. */
export interface TraceIndex {
	readonly trace: Trace;
	/** `keyframes[k]` is the state after the first `k × 1000` events. */
	readonly keyframes: readonly Draft[];
	readonly messages: IntervalIndex;
	/** The state asked for last: playing on from it is cheaper than from a keyframe. */
	readonly recent: { draft: Draft };
}

export function indexTrace(trace: Trace): TraceIndex {
	const draft = emptyDraft();
	const keyframes: Draft[] = [];
	const messages: Message[] = [];
	for (const event of trace.events) {
		if (event.seq % eventsPerKeyframe === 0) keyframes.push(forkDraft(draft));
		applyEvent(draft, event);
		if (event.kind === 'message') messages.push(event);
	}
	if (keyframes.length === 0) keyframes.push(draft);
	return { trace, keyframes, messages: new IntervalIndex(messages), recent: { draft } };
}

/** How many events have happened at `ms`: the place of the first later one. */
function eventCountAt(trace: Trace, ms: number): number {
	return bisect(trace.events, ({ atMs }) => atMs > ms);
}

/** The state of the whole cluster at a moment, the events of that very moment included. */
export function stateAt(index: TraceIndex, ms: number): ClusterState {
	return stateAfter(index, eventCountAt(index.trace, ms), ms);
}

/** The state after the first `count` events, seen at `ms` (by default the time of the last of them). */
export function stateAfter(index: TraceIndex, count: number, ms?: number): ClusterState {
	const { trace, keyframes, recent } = index;
	const keyframe =
		keyframes[Math.min(Math.floor(count / eventsPerKeyframe), keyframes.length - 1)]!;
	const nearer = recent.draft.count <= count && recent.draft.count > keyframe.count;
	const draft = forkDraft(nearer ? recent.draft : keyframe);
	for (let i = draft.count; i < count; i++) applyEvent(draft, trace.events[i]!);
	recent.draft = draft;
	const atMs = ms ?? trace.events[count - 1]?.atMs ?? 0;
	const inFlight = index.messages.at(atMs).filter((message) => message.seq < count);
	return { ...draft, atMs, inFlight };
}
