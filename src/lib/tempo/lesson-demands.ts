import type { ActorId } from '#lib/trace/event.ts';
import { ranksOf } from '#lib/trace/rank.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** "From here to there, take at least so long on the screen." */
export interface Demand {
	readonly fromMs: number;
	readonly toMs: number;
	readonly screenMs: number;
}

const messageMs = 650;
const stageMs = 420;
const decisionMs = 2400;
const pullMs = 2800;

/** What a lesson needs to be followed by eye: each hop, each stage of a request, each decision, each pull. */
export function lessonDemands(trace: Trace): readonly Demand[] {
	const demands: Demand[] = [];
	const ranks = ranksOf(trace);
	const stages = new Map<ActorId, number>();
	const add = (fromMs: number, toMs: number, screenMs: number) => {
		const from = Math.max(fromMs, trace.header.startMs);
		const to = Math.min(toMs, trace.header.endMs);
		if (to > from) demands.push({ fromMs: from, toMs: to, screenMs });
	};
	let decidedAtMs: number | null = null;
	for (const event of trace.events) {
		if (ranks[event.seq] !== 'story') continue;
		if (decidedAtMs !== null && event.atMs > decidedAtMs) {
			add(decidedAtMs, event.atMs, decisionMs);
			decidedAtMs = null;
		}
		if (event.kind === 'message') {
			add(event.sentAtMs, event.receivedAtMs, messageMs);
		} else if (event.kind === 'decision') {
			decidedAtMs = event.atMs;
		} else if (event.kind === 'transition' && event.machine === 'api-request') {
			const sinceMs = stages.get(event.actor);
			if (sinceMs !== undefined) add(sinceMs, event.atMs, stageMs);
			stages.set(event.actor, event.atMs);
		} else if (event.kind === 'local' && event.fact.type === 'image-pull-started') {
			add(event.atMs, event.fact.endsAtMs, pullMs);
		}
	}
	return demands;
}
