import type { MachineState, RequestState } from '#lib/trace/cluster-state.ts';
import type { Seq, Transition } from '#lib/trace/event.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { gateOf } from './inside/api-server/stage-names.ts';
import { refusingStage } from './inside/api-server/refusing-stage.ts';
import type { ScreenClock } from './screen-clock.ts';
import type { View } from './view.ts';

/** The states of the request machine and the gate that each belongs to. */
const stopOf: Readonly<Record<string, number>> = {
	received: 0,
	authentication: 1,
	authorization: 2,
	mutation: 3,
	validation: 4,
	storage: 5,
	reading: 5,
	watching: 5,
	responded: 5
};

/** A request inside the API server, as the bar shows it. */
export interface Packet {
	readonly request: RequestState;
	/** 0 the rail's start, 1 to 5 the gates, fractions between. */
	readonly at: number;
	/** The gate that it stands at, 1 to 5; 0 before the first. */
	readonly gate: number;
	/** The gate that refused it. */
	readonly refusedAt: number | null;
	/** A read or a watch: changes nothing, so it passes mutate and validate by. */
	readonly reads: boolean;
	readonly done: boolean;
	/** 1 while it is there, falling after the answer has arrived. */
	readonly strength: number;
}

const afterglowMs = 700;

/** Requests inside the API server that are to be seen, oldest first. */
export function packets({ state, clock, index, ranks, showEverything }: View): Packet[] {
	const found: Packet[] = [];
	for (const request of state.requests.values()) {
		const first = request.steps[0];
		if (!first) continue;
		const rank = ranks[request.message?.seq ?? first.seq];
		if (rank === 'housekeeping' || (rank === 'detail' && !showEverything)) continue;
		const packet = packetOf(request, clock, index.trace);
		if (packet && packet.strength > 0) found.push(packet);
	}
	return found.sort((a, b) => a.request.id - b.request.id);
}

function packetOf(request: RequestState, clock: ScreenClock, trace: Trace): Packet | null {
	const { steps, response } = request;
	const last = steps[steps.length - 1]!;
	const watching = last.state === 'watching';
	// A watch that ends is not answered.
	const wasWatch = steps.some(({ state }) => state === 'watching');
	const endedAtMs = response?.receivedAtMs ?? (wasWatch ? last.sinceMs : null);
	const strength =
		endedAtMs === null || clock.nowMs < endedAtMs ? 1 : clock.glow(endedAtMs, afterglowMs);
	const refused = last.state === 'refused';
	const standing = refused ? steps[steps.length - 2] : last;
	const gate = refused
		? gateOfRefusal(request, standing?.state ?? '', last.facts)
		: (stopOf[standing?.state ?? 'received'] ?? 0);
	return {
		request,
		gate,
		at: refused ? gate : gate + advance(request, last, gate, clock, trace),
		refusedAt: refused ? gate : null,
		reads: steps.some(({ state }) => state === 'reading' || state === 'watching'),
		done: refused || watching || last.state === 'responded',
		strength
	};
}

/** How far it is on its way to the next gate, which it reaches when its machine does. */
function advance(
	request: RequestState,
	step: MachineState,
	gate: number,
	clock: ScreenClock,
	trace: Trace
): number {
	const next = nextStep(trace, step.seq);
	if (!next) return 0;
	const target =
		next.to === 'refused' ? gateOfRefusal(request, step.state, next.facts) : stopOf[next.to]!;
	return (target - gate) * clock.glide(step.sinceMs, next.atMs);
}

/** A state may do more than one thing: the answer says which gate it was. */
function gateOfRefusal({ message }: RequestState, state: string, facts: MachineState['facts']) {
	const content = message?.content;
	const verb = content?.type === 'request' ? content.verb : '';
	const text = String(facts?.message ?? '');
	return gateOf[refusingStage(state, Number(facts?.code ?? 0), { verb, message: text })];
}

const followers = new WeakMap<Trace, ReadonlyMap<Seq, Transition>>();

/** The next step of the same request. */
function nextStep(trace: Trace, seq: Seq): Transition | undefined {
	let next = followers.get(trace);
	if (!next) {
		const map = new Map<Seq, Transition>();
		const lastOf = new Map<string, Seq>();
		for (const event of trace.events) {
			if (event.kind !== 'transition' || event.machine !== 'api-request') continue;
			const before = lastOf.get(event.actor);
			if (before !== undefined) map.set(before, event);
			lastOf.set(event.actor, event.seq);
		}
		followers.set(trace, (next = map));
	}
	return next.get(seq);
}
