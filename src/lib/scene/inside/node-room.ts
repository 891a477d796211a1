import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import { podRequests } from '#lib/kubernetes/pod-requests.ts';
import { intValue, milliValue } from '#lib/kubernetes/quantity.ts';
import type { StoredObject } from '#lib/trace/cluster-state.ts';
import type { SharedMap } from '#lib/trace/shared-map.ts';

/** CPU in thousandths, memory in bytes. */
export interface Room {
	readonly milliCpu: number;
	readonly memory: number;
}

/** What a node offers to Pods, and what those that are bound to it have asked for. */
export interface NodeRoom {
	readonly allocatable: Room;
	readonly requested: Room;
}

const podsPrefix = '/registry/pods/';

/** By name of the node, as the API server knows it: Pods that have ended ask for nothing. */
export function roomsOf(objects: SharedMap<StoredObject>): ReadonlyMap<string, NodeRoom> {
	const rooms = new Map<
		string,
		{ allocatable: Room; requested: { milliCpu: number; memory: number } }
	>();
	for (const [key, { object }] of objects) {
		if (!key.startsWith('/registry/minions/')) continue;
		const { cpu, memory } = (object as Node).status.allocatable ?? {};
		rooms.set(key.slice('/registry/minions/'.length), {
			allocatable: { milliCpu: milliValue(cpu), memory: intValue(memory) },
			requested: { milliCpu: 0, memory: 0 }
		});
	}
	for (const [key, { object }] of objects) {
		if (!key.startsWith(podsPrefix)) continue;
		const { spec, status } = object as Pod;
		const room = spec.nodeName === undefined ? undefined : rooms.get(spec.nodeName);
		if (!room || status?.phase === 'Succeeded' || status?.phase === 'Failed') continue;
		const asked = podRequests(spec);
		room.requested.milliCpu += asked.milliCpu;
		room.requested.memory += asked.memory;
	}
	return rooms;
}

/** `250m`, `1.75`: at most two decimals of a CPU. */
export function cpuText(milliCpu: number): string {
	return milliCpu !== 0 && Math.abs(milliCpu) < 1000
		? `${Math.round(milliCpu)}m`
		: String(Math.round(milliCpu / 10) / 100);
}

/** `128Mi`, `3.4Gi`: one decimal from a Gi on. */
export function memoryText(bytes: number): string {
	const mebibytes = bytes / 2 ** 20;
	return Math.abs(mebibytes) < 1024
		? `${Math.round(mebibytes)}Mi`
		: `${Math.round((mebibytes / 1024) * 10) / 10}Gi`;
}
