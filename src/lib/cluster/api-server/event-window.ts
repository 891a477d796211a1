import type { CacheEvent } from './watch-cache.ts';

const leastCapacity = 100;
const mostCapacity = 102_400;
/** So long an event is kept however many come after it, ms. */
const freshMs = 75_000;

/**
 * The last events of one resource, from which watches are resumed. There is room for a hundred; while even the oldest of
 * them is young the room is doubled, and halved again when it isn't needed any more.
 *
 * Models apiserver/pkg/storage/cacher/watch_cache.go resizeCacheLocked and getAllEventsSinceLocked.
 */
export class EventWindow {
	private events: { readonly event: CacheEvent; readonly atMs: number }[] = [];
	private capacity = leastCapacity;
	private hasForgotten = false;

	/** @param floor the revision at which everything was read */
	constructor(private readonly floor: number) {}

	push(event: CacheEvent, nowMs: number): void {
		if (this.events.length >= this.capacity) this.makeRoom(nowMs);
		this.events.push({ event, atMs: nowMs });
	}

	/** From this revision on everything is known. */
	get oldestKnown(): number {
		const [oldest] = this.events;
		return this.hasForgotten && oldest ? oldest.event.revision - 1 : this.floor;
	}

	/** What came after a revision; undefined when some of it is forgotten (410). */
	since(revision: number): readonly CacheEvent[] | undefined {
		if (revision < this.oldestKnown) return undefined;
		return this.events.flatMap(({ event }) => (event.revision > revision ? [event] : []));
	}

	private makeRoom(nowMs: number): void {
		const { events, capacity } = this;
		if (nowMs - events[0]!.atMs < freshMs && capacity < mostCapacity) {
			this.capacity = Math.min(capacity * 2, mostCapacity);
			return;
		}
		const recent = events[events.length - capacity / 4];
		if (recent && nowMs - recent.atMs > freshMs) {
			this.capacity = Math.max(capacity / 2, leastCapacity);
		}
		events.splice(0, events.length - this.capacity + 1);
		this.hasForgotten = true;
	}
}
