import { bisect } from '#lib/trace/bisect.ts';
import type { SchedulingDecision } from '#lib/trace/event.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { View } from '../../view.ts';

const decisions = new WeakMap<Trace, readonly SchedulingDecision[]>();

/** Every decision of the scheduler that belongs to the story, in order of time. */
export function schedulingDecisions(trace: Trace): readonly SchedulingDecision[] {
	let found = decisions.get(trace);
	if (!found) {
		found = trace.events.filter(
			(event): event is SchedulingDecision =>
				event.kind === 'decision' &&
				event.decision === 'scheduling' &&
				event.atMs >= trace.header.startMs
		);
		decisions.set(trace, found);
	}
	return found;
}

/** The cycle to look at, and which one of how many up to now it is. */
export interface ShownCycle {
	readonly decision: SchedulingDecision;
	/** Counted from 1. */
	readonly number: number;
	readonly of: number;
}

const podKey = /^\/registry\/pods\/(.+)$/;

/** Those that have been made at a moment. */
export function decisionsSoFar({
	index,
	state
}: Pick<View, 'index' | 'state'>): readonly SchedulingDecision[] {
	const all = schedulingDecisions(index.trace);
	return all.slice(
		0,
		bisect(all, ({ seq }) => seq >= state.count)
	);
}

/** The last decision about the Pod that someone looks at; about any, where nobody looks at one. Null before the first. */
export function shownCycle(view: Pick<View, 'index' | 'state' | 'focus'>): ShownCycle | null {
	const { focus } = view;
	const past = decisionsSoFar(view);
	const pod = focus === null ? undefined : podKey.exec(focus)?.[1];
	const decision =
		(pod === undefined ? undefined : past.findLast((one) => one.pod === pod)) ?? past.at(-1);
	return decision ? { decision, number: past.indexOf(decision) + 1, of: past.length } : null;
}
