import { bisect } from '#lib/trace/bisect.ts';
import type { ActorId, Seq, TraceEvent, Write } from '#lib/trace/event.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** How far someone is with its copy of a resource, from a moment on. */
export interface WatcherStep {
	readonly atMs: number;
	readonly seq: Seq;
	/** `lists`: everything is on its way; `watches`: news as it comes; `cut`: nothing comes; `gone`: its version is forgotten. */
	readonly does: 'lists' | 'watches' | 'cut' | 'gone';
	/** The revision that it has heard last; 0 before the first. */
	readonly version: number;
	/** Where its watch began; undefined where it began with everything. */
	readonly from?: number;
	/** The last that told it how far everything is was a bookmark. */
	readonly bookmarked?: boolean;
}

/** Who watches a resource, and the log of its store. */
export interface WatcherIndex {
	readonly writes: readonly Write[];
	/** Only its own: what doesn't concern it is never told to it. */
	readonly selective: ReadonlySet<ActorId>;
	readonly steps: ReadonlyMap<ActorId, readonly WatcherStep[]>;
}

const known = new WeakMap<Trace, WatcherIndex>();

/** Everybody's way through the versions of Pods. */
export function watcherIndexOf(trace: Trace): WatcherIndex {
	let index = known.get(trace);
	if (!index) known.set(trace, (index = new Reader().read(trace)));
	return index;
}

/** Where someone is at a moment; undefined before it has asked. */
export function stepAt(steps: readonly WatcherStep[], nowMs: number): WatcherStep | undefined {
	return steps[bisect(steps, ({ atMs }) => atMs > nowMs) - 1];
}

class Reader {
	private readonly steps = new Map<ActorId, WatcherStep[]>();
	private readonly selective = new Set<ActorId>();
	private readonly watchOf = new Map<string, ActorId>();

	read({ events }: Trace): WatcherIndex {
		const writes = events.filter(
			(event): event is Write => event.kind === 'write' && event.key.startsWith('/registry/pods/')
		);
		for (const event of events) this.take(event);
		for (const steps of this.steps.values()) steps.sort((a, b) => a.atMs - b.atMs || a.seq - b.seq);
		return { writes, selective: this.selective, steps: this.steps };
	}

	private take(event: TraceEvent): void {
		if (event.kind === 'transition') {
			const actor = event.event === 'CLOSED' ? this.watchOf.get(event.actor) : undefined;
			if (actor !== undefined) this.step(actor, event, event.atMs, { does: 'cut' });
			return;
		}
		if (event.kind !== 'message') return;
		const { content, from, to, receivedAtMs } = event;
		if (content.type === 'request') {
			if (content.resource !== 'pods' || content.verb !== 'watch') return;
			this.watchOf.set(`request/${content.id}`, from);
			const { fieldSelector, labelSelector } = content.query ?? {};
			if (fieldSelector ?? labelSelector) this.selective.add(from);
			const version = content.query?.resourceVersion;
			const begins = version === undefined ? { does: 'lists' as const } : resumed(Number(version));
			this.step(from, event, receivedAtMs, begins);
		} else if (content.type === 'response') {
			if (content.verb !== 'list' || content.resource !== 'pods' || !content.revision) return;
			if (to.startsWith('kubectl/')) {
				this.step(to, event, receivedAtMs, { does: 'lists', version: content.revision });
			}
		} else if (content.type === 'watch-event' && from === 'api-server') {
			if (content.resource !== 'pods') return;
			const { revision } = content;
			if (content.event === 'ERROR') this.step(to, event, receivedAtMs, { does: 'gone' });
			else if (content.event === 'BOOKMARK') {
				this.step(to, event, receivedAtMs, {
					does: 'watches',
					version: revision,
					bookmarked: content.initial !== true
				});
			} else if (!content.initial) {
				this.step(to, event, receivedAtMs, { does: 'watches', version: revision });
			}
		}
	}

	/** What isn't said stays as it was. */
	private step(
		actor: ActorId,
		{ seq }: TraceEvent,
		atMs: number,
		change: Partial<WatcherStep> & Pick<WatcherStep, 'does'>
	): void {
		let steps = this.steps.get(actor);
		if (!steps) this.steps.set(actor, (steps = []));
		const before = steps.at(-1);
		// What was on its way when the connection broke is lost.
		if (before?.does === 'cut' && change.does === 'watches' && change.from === undefined) return;
		const { version = 0, from } = before ?? {};
		steps.push({
			version,
			...(from !== undefined && { from }),
			...change,
			seq,
			atMs
		});
	}
}

function resumed(version: number) {
	return { does: 'watches', from: version, version } as const;
}
