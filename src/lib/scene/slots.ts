import type { Pod } from '#lib/kubernetes/pod.ts';
import type { TraceEvent } from '#lib/trace/event.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { uidOnNode } from '#lib/trace/uid-on-node.ts';

/** A Pod's place on a node, kept from birth to death. */
export interface Slot {
	/** `namespace/name`. */
	readonly pod: string;
	/** Empty as long as only the scheduler's decision speaks of it. */
	uid: string;
	readonly node: string;
	/** Counted from 0. */
	readonly slot: number;
	readonly bornAtMs: number;
	/** When neither the API nor the node had it any more; Infinity if that never came. */
	diedAtMs: number;
}

export interface Slots {
	readonly byNode: ReadonlyMap<string, readonly Slot[]>;
	/** The most places that any node ever needed. */
	readonly most: number;
}

/** A place isn't given away before the one who left it has faded, ms of cluster time. */
const reusedAfterMs = 1000;

/** The places of all pods of a trace. */
export function slotsOf(trace: Trace): Slots {
	let slots = known.get(trace);
	if (!slots) {
		slots = findSlots(trace);
		known.set(trace, slots);
	}
	return slots;
}

const known = new WeakMap<Trace, Slots>();

function findSlots(trace: Trace): Slots {
	const finder = new SlotFinder();
	for (const event of trace.events) finder.next(event);
	const all = [...finder.byNode.values()].flat();
	return { byNode: finder.byNode, most: Math.max(0, ...all.map(({ slot }) => slot + 1)) };
}

class SlotFinder {
	readonly byNode = new Map<string, Slot[]>();
	readonly #alive = new Map<string, Slot>();
	readonly #inApi = new Set<string>();
	readonly #onNode = new Set<string>();

	next(event: TraceEvent): void {
		if (event.kind === 'decision') {
			if (event.decision !== 'scheduling' || event.winner === null) return;
			this.#born(event.pod, '', event.winner, event.atMs);
		} else if (event.kind === 'write' && event.key.startsWith('/registry/pods/')) {
			const pod = event.key.slice('/registry/pods/'.length);
			const object = (event.object ?? event.previous) as Pod | null;
			const uid = object ? uidOnNode(object) : '';
			if (event.object) this.#inApi.add(uid);
			else this.#inApi.delete(uid);
			const node = object?.spec.nodeName;
			if (event.object && node) this.#born(pod, uid, node, event.atMs);
			if (!event.object) this.#bury(pod, uid, event.atMs);
		} else if (event.kind === 'local' && event.fact.type === 'sandbox-created') {
			this.#onNode.add(event.fact.uid);
			this.#born(event.fact.pod, event.fact.uid, event.node, event.atMs);
		} else if (event.kind === 'local' && event.fact.type === 'sandbox-stopped') {
			this.#onNode.delete(event.fact.uid);
			this.#bury(event.fact.pod, event.fact.uid, event.atMs);
		}
	}

	#born(pod: string, uid: string, node: string, atMs: number): void {
		const known = this.#alive.get(`${uid} ${pod}`) ?? this.#alive.get(` ${pod}`);
		if (known?.node === node) {
			this.#alive.delete(` ${pod}`);
			known.uid = uid;
			this.#alive.set(`${uid} ${pod}`, known);
			return;
		}
		const slots = this.byNode.get(node) ?? [];
		this.byNode.set(node, slots);
		const taken = new Set(
			slots.filter((one) => one.diedAtMs + reusedAfterMs > atMs).map(({ slot }) => slot)
		);
		let slot = 0;
		while (taken.has(slot)) slot++;
		const born = { pod, uid, node, slot, bornAtMs: atMs, diedAtMs: Infinity };
		slots.push(born);
		this.#alive.set(`${uid} ${pod}`, born);
	}

	#bury(pod: string, uid: string, atMs: number): void {
		const slot = this.#alive.get(`${uid} ${pod}`);
		if (!slot || this.#inApi.has(uid) || this.#onNode.has(uid)) return;
		slot.diedAtMs = atMs;
		this.#alive.delete(`${uid} ${pod}`);
	}
}
