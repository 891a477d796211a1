import type { BeatName } from './beat-name.ts';
import type { Beat } from './beat.ts';
import type { Decision, Message, RequestContent, Seq, TraceEvent } from './event.ts';
import { momentsOf } from './moments.ts';
import { least, type Rank } from './rank-order.ts';
import { Repetition } from './repetition.ts';
import type { Trace } from './trace.ts';

/** How often a ReplicaSet's comparison is told after one command. */
const mostComparisons = 2;

/** Of what belongs to the cluster itself it is enough that it is there. */
const systemNews: ReadonlySet<BeatName> = new Set<BeatName>([
	'service',
	'deployed',
	'ready',
	'complete'
]);

/**
 * Sets a story apart from its repetitions. The first Pod that nobody keeps is told step by step until a container of it is started
 * again, and the first that a controller makes until it is ready or has to go; of the others, and of all that controllers write, only the named
 * moments, each a few times after a command.
 */
export class StoryRanks {
	readonly #beats = new Map<Seq, Beat>();
	/** By the id of the request that made the write. */
	readonly #written = new Map<number, Beat>();
	/** Requests that were refused, with the refusal. */
	readonly #refused = new Map<number, Beat>();
	readonly #news = new Map<Seq, boolean>();
	readonly #repetition = new Repetition();
	readonly #followed = new Set<string>();
	readonly #examples = new Set<'alone' | 'kept'>();
	/** What a person asked for, and what serves it, whatever kind of object it is about. */
	readonly #personal = new Set<Seq>();

	constructor(trace: Trace) {
		for (const beat of momentsOf(trace)) {
			this.#beats.set(beat.seq, beat);
			const event = trace.events[beat.seq]!;
			if (event.kind === 'write') this.#written.set(event.request, beat);
			if (event.kind === 'message' && event.content.type === 'response') {
				this.#refused.set(event.content.id, beat);
			}
			if (beat.name === 'stored') this.#follow(beat);
		}
	}

	/** The rank of an event whose kind alone has `base`; `ranks` are those of the events before. */
	rank(event: TraceEvent, base: Rank, ranks: readonly Rank[]): Rank {
		const beat = this.#beats.get(event.seq);
		if (this.#isPersonal(event, base)) return 'story';
		if (base === 'housekeeping') return base;
		if (event.kind === 'message' && event.content.type === 'request') {
			if (beat) return this.#isNews(beat) ? 'story' : 'detail';
			return base === 'story' ? this.#ofRequest(event, event.content) : base;
		}
		if (servesRequest(event)) {
			const cause = event.cause === null ? undefined : ranks[event.cause];
			return cause === undefined ? base : least(base, cause);
		}
		if (beat) return this.#isNews(beat) ? 'story' : 'detail';
		return base === 'story' && this.#isRepeated(event) ? 'detail' : base;
	}

	/** A command's request, and its way through the API server to etcd and back. */
	#isPersonal(event: TraceEvent, base: Rank): boolean {
		const asks = event.kind === 'message' && event.content.type === 'request';
		const isPersonal = asks
			? base === 'story' && event.from.startsWith('kubectl/')
			: servesRequest(event) &&
				!(event.kind === 'message' && event.protocol === 'watch') &&
				event.cause !== null &&
				this.#personal.has(event.cause);
		if (isPersonal) this.#personal.add(event.seq);
		return isPersonal && !asks;
	}

	#follow({ pod, of }: Beat): void {
		if (pod === undefined || isSystem(pod)) return;
		const kind = of === undefined ? 'alone' : 'kept';
		if (this.#examples.has(kind)) return;
		this.#examples.add(kind);
		this.#followed.add(pod);
	}

	#ofRequest({ from }: Message, { id, verb, resource, namespace, name }: RequestContent): Rank {
		if (from.startsWith('kubectl/')) {
			if (!['get', 'list', 'watch'].includes(verb)) this.#repetition.forget();
			return 'story';
		}
		const beat = this.#written.get(id) ?? this.#refused.get(id);
		if (beat && this.#isNews(beat)) return 'story';
		return resource === 'pods' && this.#followed.has(`${namespace}/${name}`) ? 'story' : 'detail';
	}

	/** A beat counts once, however many events ask about it. */
	#isNews(beat: Beat): boolean {
		if (isSystem(beat.of ?? beat.pod) && !systemNews.has(beat.name)) return false;
		let isNews = this.#news.get(beat.seq);
		if (isNews === undefined) {
			const isFollowed = beat.pod !== undefined && this.#followed.has(beat.pod);
			isNews = this.#repetition.isNews(beat) || (isFollowed && beat.name !== 'probe-failed');
			this.#news.set(beat.seq, isNews);
			const isKeptAndMade =
				(beat.name === 'ready' || beat.name === 'deleting') && beat.of !== undefined;
			if (isKeptAndMade || beat.name === 'restarted') this.#followed.delete(beat.pod!);
		}
		return isNews;
	}

	#isRepeated(event: TraceEvent): boolean {
		switch (event.kind) {
			case 'message':
				return 'pod' in event.content && !this.#isFollowed(event.content.pod);
			case 'local':
				return 'pod' in event.fact && !this.#isFollowed(event.fact.pod);
			case 'transition':
				return event.machine !== 'rollout' && !this.#isFollowed(event.subject);
			case 'decision':
				return this.#isRepeatedDecision(event);
			default:
				return false;
		}
	}

	#isRepeatedDecision(decision: Decision): boolean {
		if (decision.decision === 'scheduling' || decision.decision === 'eviction') return false;
		if (decision.decision === 'rollout') return isSystem(decision.deployment);
		if (isSystem(decision.replicaSet)) return true;
		return !this.#repetition.hasRoom(`replicas ${decision.replicaSet}`, mostComparisons);
	}

	#isFollowed(pod: string | undefined): boolean {
		return pod === undefined || this.#followed.has(pod);
	}
}

/** In a namespace of the cluster's own; `namespace/name`. */
function isSystem(key: string | undefined): boolean {
	return key?.startsWith('kube-') ?? false;
}

/** Part of the way of one request, as its cause tells: through the API server, to etcd, and on to whoever watches. */
function servesRequest(event: TraceEvent): boolean {
	if (event.kind === 'write') return true;
	if (event.kind === 'transition') return event.machine === 'api-request';
	if (event.kind !== 'message') return false;
	return event.protocol === 'etcd' || event.protocol === 'http' || event.protocol === 'watch';
}
