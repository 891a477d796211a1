import type { Pod } from '#lib/kubernetes/pod.ts';
import type { LocalFact, Seq, TraceEvent, Write } from './event.ts';
import type { Trace } from './trace.ts';

/** A moment that a person would name. Messages `beat.<name>` say it in words. */
export type BeatName =
	| 'run'
	| 'refused'
	| 'admitted'
	| 'stored'
	| 'unschedulable'
	| 'scored'
	| 'bound'
	| 'seen'
	| 'sandbox'
	| 'pulling'
	| 'pull-failed'
	| 'pulled'
	| 'started'
	| 'ready'
	| 'told'
	| 'exited'
	| 'ended'
	| 'deleting'
	| 'sigterm'
	| 'sigkill'
	| 'removed';

export interface Beat {
	readonly name: BeatName;
	readonly seq: Seq;
	readonly atMs: number;
	/** `namespace/name` of the Pod that it is about, where there is one. */
	readonly pod?: string;
}

/** The named moments of a trace's story, found by rule, in order of time. */
export function beatsOf(trace: Trace): readonly Beat[] {
	let beats = known.get(trace);
	if (!beats) {
		beats = findBeats(trace);
		known.set(trace, beats);
	}
	return beats;
}

const known = new WeakMap<Trace, readonly Beat[]>();

function findBeats(trace: Trace): readonly Beat[] {
	const finder = new BeatFinder();
	for (const event of trace.events) {
		const beat = event.atMs >= trace.header.startMs ? finder.next(event) : null;
		if (beat) finder.beats.push({ ...beat, seq: event.seq, atMs: event.atMs });
	}
	return finder.beats;
}

type Found = { name: BeatName; pod?: string } | null;

/** Remembers what it must to tell a first time from a repetition. */
class BeatFinder {
	readonly beats: Beat[] = [];
	readonly #creating = new Map<string, string>();
	readonly #seen = new Set<string>();
	readonly #ready = new Set<string>();
	readonly #untold = new Map<number, string>();

	next(event: TraceEvent): Found {
		switch (event.kind) {
			case 'output':
				return event.stream === 'input' ? { name: 'run' } : null;
			case 'message':
				return this.#message(event);
			case 'transition':
				return event.machine === 'api-request' ? this.#request(event.actor, event.to) : null;
			case 'decision':
				if (event.decision !== 'scheduling') return null;
				return { name: event.winner === null ? 'unschedulable' : 'scored', pod: event.pod };
			case 'write':
				return this.#write(event);
			case 'local':
				return ofFact(event.fact);
		}
	}

	#message(event: Extract<TraceEvent, { kind: 'message' }>): Found {
		const { content, from, to } = event;
		if (content.type === 'request' && content.verb === 'create' && content.resource === 'pods') {
			if (!content.subresource) this.#creating.set(`request/${content.id}`, podIn(content.path));
		}
		if (content.type === 'response' && to.startsWith('kubectl/') && content.code >= 400) {
			return { name: 'refused' };
		}
		if (content.type !== 'watch-event' || content.resource !== 'pods') return null;
		const pod = `${content.namespace}/${content.name}`;
		if (to.startsWith('kubectl/') && this.#untold.get(content.revision) === pod) {
			this.#untold.delete(content.revision);
			return { name: 'told', pod };
		}
		if (!to.startsWith('kubelet/') || from !== 'api-server' || content.initial) return null;
		const sight = `${to} ${pod}`;
		if (content.event === 'DELETED') this.#seen.delete(sight);
		if (content.event !== 'ADDED' || this.#seen.has(sight)) return null;
		this.#seen.add(sight);
		return { name: 'seen', pod };
	}

	#request(actor: string, to: string): Found {
		if (!this.#creating.has(actor) || to !== 'storage') return null;
		this.#creating.delete(actor);
		return { name: 'admitted' };
	}

	#write({ key, object, previous, revision }: Write): Found {
		if (!key.startsWith('/registry/pods/')) return null;
		const pod = key.slice('/registry/pods/'.length);
		if (!object) return { name: 'removed', pod };
		if (!previous) return { name: 'stored', pod };
		const now = object as Pod;
		const before = previous as Pod;
		if (now.spec.nodeName && !before.spec.nodeName) return { name: 'bound', pod };
		if (now.metadata.deletionTimestamp && !before.metadata.deletionTimestamp) {
			return { name: 'deleting', pod };
		}
		const isReady = hasReady(now);
		if (isReady && !hasReady(before)) {
			this.#untold.set(revision, pod);
			this.#ready.add(pod);
			return { name: 'ready', pod };
		}
		const over = (phase?: string) => phase === 'Succeeded' || phase === 'Failed';
		if (over(now.status.phase) && !over(before.status.phase)) return { name: 'ended', pod };
		return null;
	}
}

function ofFact(fact: LocalFact): Found {
	switch (fact.type) {
		case 'sandbox-ready':
			return { name: 'sandbox', pod: fact.pod };
		case 'image-pull-started':
			return { name: 'pulling' };
		case 'image-pull-failed':
			return { name: 'pull-failed' };
		case 'image-present':
			return { name: 'pulled' };
		case 'container-started':
			return { name: 'started', pod: fact.pod };
		case 'container-exited':
			return { name: 'exited', pod: fact.pod };
		case 'signal':
			return { name: fact.signal === 'SIGTERM' ? 'sigterm' : 'sigkill', pod: fact.pod };
		default:
			return null;
	}
}

function hasReady(pod: Pod): boolean {
	return pod.status.conditions?.some((c) => c.type === 'Ready' && c.status === 'True') ?? false;
}

function podIn(path: string): string {
	return path.split('/')[4] ?? '';
}
