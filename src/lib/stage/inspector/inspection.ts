import type { Event } from '#lib/kubernetes/pod.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { ClusterState, MachineState, StoredObject } from '#lib/trace/cluster-state.ts';
import type { Message, Seq, TraceEvent } from '#lib/trace/event.ts';
import { historyOf } from '#lib/trace/history.ts';
import { stateAt, type TraceIndex } from '#lib/trace/state-at.ts';
import { parseSubject, subjectName } from '../subject.ts';

/** Everything that can be told of one thing at one moment. */
export interface Inspection {
	readonly name: string;
	/** The object, when it is one and stands in etcd at that moment. */
	readonly stored?: StoredObject;
	/** Key in etcd, when it is an object. */
	readonly key?: string;
	/** The event, when it is one. */
	readonly event?: TraceEvent;
	/** What "Why?" begins at. */
	readonly seq: Seq | null;
	readonly machine?: MachineState;
	/** What passed through it last, newest first; of a component. */
	readonly messages: readonly Message[];
}

const mostMessages = 30;

/** What stands behind a subject at a moment. */
export function inspect(index: TraceIndex, atMs: number, subject: string): Inspection {
	const state = stateAt(index, atMs);
	const { kind, id } = parseSubject(subject);
	const name = subjectName(subject);
	if (kind === 'object') return inspectObject(index, state, id, name);
	if (kind === 'component') return inspectComponent(index, state, id);
	const event = index.trace.events[Number(id)];
	return {
		name: event?.kind === 'message' ? `${event.from} → ${event.to}` : name,
		event,
		seq: event?.seq ?? null,
		machine: event && machineOfEvent(state, event),
		messages: []
	};
}

function inspectObject(
	index: TraceIndex,
	state: ClusterState,
	key: string,
	name: string
): Inspection {
	const stored = state.objects.get(key);
	const last = historyOf(index.trace, key).findLast((write) => write.atMs <= state.atMs);
	return {
		name,
		key,
		stored,
		seq: last?.seq ?? null,
		machine: stored && machineOfObject(state, stored.object),
		messages: []
	};
}

/** Pod and Node machines say whom they are about: `namespace/name` or a Node's name. */
function machineOfObject(
	state: ClusterState,
	{ kind, metadata }: KubeObject
): MachineState | undefined {
	const subject = kind === 'Pod' ? `${metadata.namespace}/${metadata.name}` : metadata.name;
	const wanted = kind === 'Pod' ? 'pod-lifecycle' : kind === 'Node' ? 'node' : undefined;
	const about = [...state.machines.values()].filter((machine) => machine.subject === subject);
	const scheduling = kind === 'Pod' ? 'scheduling-cycle' : undefined;
	return (
		about.findLast(({ machine }) => machine === wanted) ??
		about.findLast(({ machine }) => machine === scheduling)
	);
}

function machineOfEvent(state: ClusterState, event: TraceEvent): MachineState | undefined {
	if (event.kind === 'transition') return lastStep(state, event.actor);
	if (event.kind !== 'message' || !('id' in event.content)) return undefined;
	return event.protocol === 'http' ? lastStep(state, `request/${event.content.id}`) : undefined;
}

function lastStep(state: ClusterState, actor: string): MachineState | undefined {
	const request = actor.startsWith('request/') ? actor.slice('request/'.length) : undefined;
	return request === undefined
		? state.machines.get(actor)
		: state.requests.get(request)?.steps.at(-1);
}

/** Which machine a component is known by. */
const machineOfComponent: Readonly<Record<string, string>> = {
	scheduler: 'scheduling-cycle',
	kubelet: 'pod-lifecycle',
	runtime: 'container'
};

function inspectComponent(index: TraceIndex, state: ClusterState, id: string): Inspection {
	const isIt = (actor: string) =>
		actor === id || (id === 'terminal' && actor.startsWith('kubectl/'));
	const past = index.trace.events.slice(0, state.count);
	const messages = past
		.filter((event) => event.kind === 'message')
		.filter((event) => isIt(event.from) || isIt(event.to));
	const last = past.findLast((event) =>
		event.kind === 'message'
			? isIt(event.from) || isIt(event.to)
			: event.kind === 'write'
				? id === 'etcd'
				: isIt(event.actor)
	);
	return {
		name: id,
		seq: last?.seq ?? null,
		machine: componentMachine(state, id),
		messages: messages.slice(-mostMessages).reverse()
	};
}

function componentMachine(state: ClusterState, id: string): MachineState | undefined {
	if (id === 'api-server') {
		const steps = [...state.requests.values()].flatMap((request) => request.steps.slice(-1));
		return steps.reduce<MachineState | undefined>(
			(latest, step) => (latest && latest.seq > step.seq ? latest : step),
			undefined
		);
	}
	const [component = '', node] = id.split('/');
	const machine = machineOfComponent[component];
	return [...state.machines.values()].findLast(
		(each) => each.machine === machine && (!node || each.actor.split('/')[1] === node)
	);
}

/** The core/v1 Events about an object, in order of their last time. */
export function eventsAbout(index: TraceIndex, atMs: number, object: KubeObject): Event[] {
	const events: Event[] = [];
	for (const [key, { object: event }] of stateAt(index, atMs).objects) {
		if (!key.startsWith('/registry/events/')) continue;
		const { involvedObject } = event as Event;
		if (involvedObject.kind !== object.kind || involvedObject.name !== object.metadata.name)
			continue;
		events.push(event as Event);
	}
	const time = (event: Event) => event.lastTimestamp ?? event.eventTime ?? '';
	return events.sort((a, b) => (time(a) < time(b) ? -1 : 1));
}
