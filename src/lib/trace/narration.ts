import type { Pod } from '#lib/kubernetes/pod.ts';
import { beatsOf } from './beats.ts';
import { momentsOf } from './moments.ts';
import type {
	Message,
	Output,
	SchedulingDecision,
	TraceEvent,
	Transition,
	Write
} from './event.ts';
import { tellBeat } from './narrate-beat.ts';
import { tellRefusal, tellReplicas, tellRollout } from './narrate-decision.ts';
import { tellCall, tellLocal } from './narrate-node.ts';
import type { Narration, Told, Topic } from './narration-topic.ts';
import { ranksOf } from './rank.ts';
import type { Trace } from './trace.ts';
import { uidOnNode } from './uid-on-node.ts';

/** What a trace's story tells, in order of time: a rule about kinds of events. */
export function narrationOf(trace: Trace): readonly Narration[] {
	let narration = known.get(trace);
	if (!narration) {
		narration = narrate(trace);
		known.set(trace, narration);
	}
	return narration;
}

const known = new WeakMap<Trace, readonly Narration[]>();

function narrate(trace: Trace): readonly Narration[] {
	const ranks = ranksOf(trace);
	const narrator = new Narrator();
	const beats = new Map(beatsOf(trace).map((beat) => [beat.seq, beat]));
	// What belongs to a Service says so too, but knows no image.
	const kept = new Set(
		momentsOf(trace).flatMap(({ pod, of, image }) => (pod && of && image ? [pod] : []))
	);
	const told: Narration[] = [];
	const said = new Set<Topic>();
	for (const event of trace.events) {
		if (event.atMs < trace.header.startMs || ranks[event.seq] !== 'story') continue;
		const beat = beats.get(event.seq);
		const found = (beat && tellBeat(beat)) ?? narrator.tell(event);
		if (!found || (found.pod && kept.has(found.pod) && ownStory.has(found.topic))) continue;
		if (onceTold.has(found.topic) && said.has(found.topic)) continue;
		said.add(found.topic);
		// News is told when it is heard, everything else when it is done.
		const isNews = event.kind === 'message' && event.content.type === 'watch-event';
		const atMs = isNews ? event.receivedAtMs : event.atMs;
		told.push({ ...found, seq: event.seq, atMs });
	}
	return told.sort((a, b) => a.atMs - b.atMs || a.seq - b.seq);
}

/** Told of a Pod that is nobody's but its own; of one of many, what it leads to is enough. */
const ownStory: ReadonlySet<Topic> = new Set<Topic>([
	'kubelet-reports',
	'reported',
	'changed',
	'announced',
	'removes'
]);
/** Says the same each time: seen again it needs no words. */
const onceTold: ReadonlySet<Topic> = new Set<Topic>(['scaled-up', 'scaled-down']);

const gateTopics: Readonly<Record<string, Topic>> = {
	authentication: 'authenticates',
	authorization: 'authorizes',
	mutation: 'mutates',
	validation: 'validates',
	storage: 'stores'
};

/** Remembers which request is whose, and what has been told already. */
class Narrator {
	readonly #requests = new Map<string, Message>();
	readonly #announced = new Set<number>();
	readonly #seen = new Set<string>();
	/** Pods that only mirror what a kubelet has from a file. */
	readonly #mirrors = new Set<string>();
	readonly #decisions = new Map<string, SchedulingDecision>();
	readonly #readyAt = new Map<number, string>();
	/** Commands of which it is told that they read. */
	readonly #reading = new Set<string>();
	#firstWrite: string | null = null;

	tell(event: TraceEvent): Told {
		switch (event.kind) {
			case 'output':
				return ofOutput(event);
			case 'message':
				return this.#message(event);
			case 'transition':
				return this.#gate(event);
			case 'decision':
				if (event.decision === 'rollout') return tellRollout(event);
				if (event.decision === 'replicas') return tellReplicas(event);
				if (event.decision === 'eviction') return null;
				if (event.winner === null) return tellRefusal(event);
				this.#decisions.set(event.pod, event);
				return null;
			case 'write':
				return this.#write(event);
			case 'local':
				return tellLocal(event);
		}
	}

	#message(message: Message): Told {
		const { content, to } = message;
		if (content.type === 'request') return this.#request(message);
		if (content.type === 'call') return tellCall(message);
		if (content.type === 'response') {
			if (!to.startsWith('kubectl/') || content.code >= 400 || isRead(content.verb)) {
				return null;
			}
			const values = { code: content.code, text: content.text };
			return { topic: 'answered', values, call: `${content.code} ${content.text}` };
		}
		if (content.type !== 'watch-event' || content.resource !== 'pods') return null;
		return this.#watch(message, `${content.namespace}/${content.name}`);
	}

	#request(message: Message): Told {
		const { content, from } = message;
		if (content.type !== 'request') return null;
		const actor = `request/${content.id}`;
		this.#requests.set(actor, message);
		const { verb, method, path, resource, subresource } = content;
		const call = `${method} ${path}`;
		const name = content.name ?? nameIn(content.body);
		const pod =
			resource === 'pods' && name ? `${content.namespace ?? 'default'}/${name}` : undefined;
		const values = { pod: name, path, resource, node: from.split('/')[1] ?? '' };
		if (subresource === 'binding') {
			const decision = this.#decisions.get(pod ?? '');
			const { winner = '', tied = 1, nodes = [] } = decision ?? {};
			const refused = nodes.filter(({ refusedBy }) => refusedBy).length;
			const found = { ...values, node: winner ?? '', tied, refused, nodes: nodes.length };
			return { topic: 'binds', values: found, pod, call };
		}
		if (from.startsWith('kubelet/')) {
			const topic = verb === 'delete' ? 'removes' : 'kubelet-reports';
			return resource === 'pods' ? { topic, values, pod, call } : null;
		}
		if (!from.startsWith('kubectl/')) return null;
		if (verb === 'watch') return { topic: 'asks-watch', values, pod, call };
		if (isRead(verb)) {
			if (this.#reading.has(from)) return null;
			this.#reading.add(from);
			return { topic: 'asks-read', values, pod, call };
		}
		this.#firstWrite ??= actor;
		const topic = writeTopics[verb] ?? 'asks-change';
		return { topic, values, pod, call };
	}

	#gate({ actor, machine, from, to, facts, subject }: Transition): Told {
		if (machine === 'scheduling-cycle') return ofScheduling(to, subject);
		if (machine !== 'api-request') return null;
		const message = this.#requests.get(actor);
		if (message?.content.type !== 'request') return null;
		const { user, method, path } = message.content;
		const values = { user, path, code: Number(facts?.code ?? 0), stage: from ?? '' };
		const call = `${method} ${path}`;
		if (to === 'refused') {
			if (!message.from.startsWith('kubectl/')) return null;
			const isAbsent = method === 'GET' && values.code === 404;
			return { topic: isAbsent ? 'not-there' : 'refused', values, call };
		}
		const topic = gateTopics[to];
		return topic && actor === this.#firstWrite ? { topic, values, call } : null;
	}

	#write({ key, object, previous, revision, request }: Write): Told {
		if (!key.startsWith('/registry/pods/')) return null;
		const pod = key.slice('/registry/pods/'.length);
		const name = pod.split('/')[1] ?? pod;
		const values = { pod: name, revision, key };
		if (!object) return { topic: 'removed', values, pod };
		const now = object as Pod;
		const before = previous as Pod | null;
		const node = now.spec.nodeName ?? '';
		if (!before) {
			const isMirror = uidOnNode(now) !== now.metadata.uid;
			if (isMirror) this.#mirrors.add(pod);
			return { topic: isMirror ? 'mirrored' : 'stored', values: { ...values, node }, pod };
		}
		if (node && !before.spec.nodeName) {
			return { topic: 'bound', values: { ...values, node }, pod };
		}
		if (now.metadata.deletionTimestamp && !before.metadata.deletionTimestamp) {
			const seconds = now.metadata.deletionGracePeriodSeconds ?? 0;
			// It goes at once, with the next commit.
			if (seconds === 0) return null;
			return { topic: 'deletion-marked', values: { ...values, seconds, node }, pod };
		}
		if (isReady(now) && !isReady(before)) {
			this.#readyAt.set(revision, pod);
			return { topic: 'ready', values, pod };
		}
		// The kubelet's last word on a deletion: grace 0, and the key goes in the next commit.
		if (now.metadata.deletionGracePeriodSeconds === 0) return null;
		const phase = now.status.phase ?? '';
		if (phase !== before.status.phase && (phase === 'Succeeded' || phase === 'Failed')) {
			return { topic: 'ended', values: { ...values, phase }, pod };
		}
		const writer = this.#requests.get(`request/${request}`)?.from ?? '';
		const topic = writer.startsWith('kubelet/') ? 'reported' : 'changed';
		return { topic, values: { ...values, phase, node }, pod };
	}

	#watch({ content, to }: Message, pod: string): Told {
		if (content.type !== 'watch-event') return null;
		const values = {
			pod: content.name ?? '',
			revision: content.revision,
			event: content.event,
			node: to.split('/')[1] ?? ''
		};
		const call = `${content.event} pod/${content.name}`;
		if (to.startsWith('kubectl/') && this.#readyAt.get(content.revision) === pod) {
			return { topic: 'told', values, pod, call };
		}
		// What a kubelet hears of its mirrors makes it run nothing.
		if (to.startsWith('kubelet/') && this.#mirrors.has(pod)) return null;
		if (to.startsWith('kubelet/') && content.event === 'ADDED' && !this.#seen.has(`${to} ${pod}`)) {
			this.#seen.add(`${to} ${pod}`);
			return { topic: 'kubelet-sees', values, pod, call };
		}
		if (content.event !== 'ADDED' || this.#announced.has(content.revision)) return null;
		this.#announced.add(content.revision);
		return { topic: 'announced', values, pod, call };
	}
}

function ofOutput({ stream, text }: Output): Told {
	return stream === 'input' ? { topic: 'typed', values: { command: text }, call: undefined } : null;
}

function ofScheduling(state: string, pod: string | undefined): Told {
	const values = { pod: pod?.split('/')[1] ?? '' };
	if (state === 'filtering') return { topic: 'filters', values, pod };
	return state === 'scoring' ? { topic: 'scores', values, pod } : null;
}

const writeTopics: Readonly<Record<string, Topic>> = {
	create: 'asks-create',
	delete: 'asks-delete'
};

function isRead(verb: string): boolean {
	return verb === 'get' || verb === 'list' || verb === 'watch';
}

function isReady(pod: Pod): boolean {
	return (
		pod.status.conditions?.some((one) => one.type === 'Ready' && one.status === 'True') ?? false
	);
}

function nameIn(body: unknown): string {
	return (body as { metadata?: { name?: string } } | undefined)?.metadata?.name ?? '';
}
