import type { ClusterState } from './cluster-state.ts';
import type { Message, TraceEvent, Transition, Write } from './event.ts';
import { applyLocal } from './apply-local.ts';
import { SharedMap } from './shared-map.ts';

/** A state that is being built: everything of `ClusterState` but the moment. */
export type Draft = {
	-readonly [K in Exclude<keyof ClusterState, 'atMs' | 'inFlight'>]: ClusterState[K];
} & {
	/** Responses whose requests are still kept. */
	answered: readonly Message[];
};

const linesKept = 200;

export function emptyDraft(): Draft {
	return {
		count: 0,
		revision: 0,
		objects: new SharedMap(),
		machines: new SharedMap(),
		requests: new SharedMap(),
		nodes: new SharedMap(),
		sandboxes: new SharedMap(),
		rules: new SharedMap(),
		terminal: [],
		decision: null,
		kubeconfig: null,
		heard: new SharedMap(),
		answered: []
	};
}

/** A draft with the same content that can be changed without changing the first. */
export function forkDraft(draft: Draft): Draft {
	return {
		...draft,
		objects: draft.objects.fork(),
		machines: draft.machines.fork(),
		requests: draft.requests.fork(),
		nodes: draft.nodes.fork(),
		sandboxes: draft.sandboxes.fork(),
		rules: draft.rules.fork(),
		heard: draft.heard.fork()
	};
}

/** Moves a draft on by one event. Events must come in order of `seq`. */
export function applyEvent(draft: Draft, event: TraceEvent): void {
	draft.count = event.seq + 1;
	switch (event.kind) {
		case 'write':
			return applyWrite(draft, event);
		case 'transition':
			return applyTransition(draft, event);
		case 'message':
			return applyMessage(draft, event);
		case 'local':
			return applyLocal(draft, event);
		case 'decision':
			if (event.decision === 'scheduling') draft.decision = event;
			return;
		case 'output':
			draft.terminal = [...draft.terminal.slice(1 - linesKept), event];
	}
}

function applyWrite(draft: Draft, { key, object, previous, revision, seq, atMs, request }: Write) {
	draft.revision = revision;
	if (object) draft.objects.set(key, { key, object, previous, revision, seq, atMs });
	else draft.objects.delete(key);
	const writer = draft.requests.get(String(request));
	if (writer) draft.requests.set(String(request), { ...writer, revision });
}

function applyTransition(draft: Draft, event: Transition): void {
	const step = {
		actor: event.actor,
		machine: event.machine,
		state: event.to,
		sinceMs: event.atMs,
		seq: event.seq,
		subject: event.subject,
		facts: event.facts
	};
	if (event.actor.startsWith('request/')) {
		const id = event.actor.slice('request/'.length);
		const request = draft.requests.get(id) ?? { id: Number(id), message: null, steps: [] };
		draft.requests.set(id, { ...request, steps: [...request.steps, step] });
	} else {
		draft.machines.set(event.actor, step);
	}
}

function applyMessage(draft: Draft, message: Message): void {
	const { content } = message;
	if (content.type === 'request') {
		forgetAnswered(draft, message.atMs);
		draft.requests.set(String(content.id), { id: content.id, message, steps: [] });
	} else if (content.type === 'response') {
		const request = draft.requests.get(String(content.id));
		if (!request) return;
		draft.requests.set(String(content.id), { ...request, response: message });
		draft.answered = [...draft.answered, message];
	} else if (content.type === 'watch-event') {
		draft.heard.set(message.to, message);
	}
}

/** Without this a long run would carry every request that it ever made. */
function forgetAnswered(draft: Draft, nowMs: number): void {
	if (!draft.answered.some(({ receivedAtMs }) => receivedAtMs <= nowMs)) return;
	for (const { content, receivedAtMs } of draft.answered) {
		if (content.type === 'response' && receivedAtMs <= nowMs) {
			draft.requests.delete(String(content.id));
		}
	}
	draft.answered = draft.answered.filter(({ receivedAtMs }) => receivedAtMs > nowMs);
}
