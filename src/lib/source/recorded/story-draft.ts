import type { Unplaced } from '#lib/cluster/kernel/recorder.ts';
import type { TraceEvent } from '#lib/trace/event.ts';

/** An event that has its time, but no place in the list yet. */
export interface Draft {
	readonly atMs: number;
	readonly event: Unplaced;
	cause: Draft | null;
	/** In order of drafting. */
	readonly number: number;
}

/** Events are drafted in any order, and put in order at the end. */
export class StoryDraft {
	readonly #drafts: Draft[] = [];

	add(atMs: number, cause: Draft | null, event: Unplaced): Draft {
		const draft = { atMs: rounded(atMs), event: placed(event), cause, number: this.#drafts.length };
		this.#drafts.push(draft);
		return draft;
	}

	/** In order of time; of the same moment in order of cause, then of drafting. A cause that would be later gives way to its own. */
	events(): readonly TraceEvent[] {
		for (const draft of this.#drafts) {
			while (draft.cause && knownAtMs(draft.cause) > draft.atMs) draft.cause = draft.cause.cause;
		}
		const depths = new Map<Draft, number>();
		const depthOf = (draft: Draft): number => {
			const known = depths.get(draft);
			if (known !== undefined) return known;
			const { cause } = draft;
			const depth = cause?.atMs === draft.atMs ? depthOf(cause) + 1 : 0;
			depths.set(draft, depth);
			return depth;
		};
		const ordered = [...this.#drafts].sort(
			(a, b) => a.atMs - b.atMs || depthOf(a) - depthOf(b) || a.number - b.number
		);
		const places = new Map(ordered.map((draft, seq) => [draft, seq]));
		return ordered.map(
			({ atMs, cause, event }, seq) =>
				({ seq, atMs, cause: cause && places.get(cause)!, ...event }) as TraceEvent
		);
	}
}

/** When what it says has come to whoever acts on it. */
export function knownAtMs({ atMs, event }: Draft): number {
	return event.kind === 'message' ? event.receivedAtMs : atMs;
}

function placed(event: Unplaced): Unplaced {
	if (event.kind !== 'message') return event;
	const sentAtMs = rounded(event.sentAtMs);
	return { ...event, sentAtMs, receivedAtMs: Math.max(rounded(event.receivedAtMs), sentAtMs + 1) };
}

/** At most three decimals. */
const rounded = (ms: number): number => Math.round(ms * 1000) / 1000;
