import type { Pod } from '#lib/kubernetes/pod.ts';
import { podRequests } from '#lib/kubernetes/pod-requests.ts';
import type { SchedulingDecision } from '#lib/trace/event.ts';
import { stateAfter, type TraceIndex } from '#lib/trace/state-at.ts';
import { roomsOf, type NodeRoom, type Room } from '../node-room.ts';

/** What a decision was about. */
export interface RoomAtDecision {
	/** What each node offered and had promised, by its name. */
	readonly nodes: ReadonlyMap<string, NodeRoom>;
	/** What the Pod asks for. */
	readonly asked: Room;
}

const known = new WeakMap<SchedulingDecision, RoomAtDecision>();

/** Read from the objects as they stood when the decision was made. */
export function roomAtDecision(index: TraceIndex, decision: SchedulingDecision): RoomAtDecision {
	let room = known.get(decision);
	if (!room) {
		const { objects } = stateAfter(index, decision.seq);
		const pod = objects.get(`/registry/pods/${decision.pod}`)?.object as Pod | undefined;
		const asked = pod ? podRequests(pod.spec) : { milliCpu: 0, memory: 0 };
		known.set(decision, (room = { nodes: roomsOf(objects), asked }));
	}
	return room;
}
