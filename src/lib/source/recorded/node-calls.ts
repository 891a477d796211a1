import type { Pod } from '#lib/kubernetes/pod.ts';
import { callIn, type LoggedCall } from './logged-call.ts';
import type { Version } from './recorded-object.ts';
import type { RecordedRun } from './recording.ts';

/** A call to a node's container runtime, with the Pod that it is for. */
export interface NodeCall {
	readonly node: string;
	readonly method: string;
	readonly startMs: number;
	/** Undefined: the recording ends before it returns. */
	endMs?: number;
	/** `namespace/name`; undefined where it isn't known: something from before the recording. */
	readonly pod?: string;
	readonly uid?: string;
	readonly container?: string;
	readonly attempt?: number;
	/** An image, a signal. */
	readonly argument?: string;
	error?: string;
	/** The log names no Pod, and there was more than one that it could be. */
	readonly guessed?: true;
}

/** A container as far as the log tells. */
interface Container {
	readonly box: Sandbox;
	readonly name: string;
	readonly attempt: number;
	state: 'creating' | 'created' | 'starting' | 'running' | 'stopping' | 'exited' | 'removed';
	sinceMs: number;
}

interface Sandbox {
	readonly pod: string;
	readonly uid: string;
	readonly object: Pod;
	ready: boolean;
	stopped: boolean;
	readonly containers: Container[];
}

/** Gives the lines of the runtimes' logs their ends and their Pods: ids weren't recorded, so what is waited for longest is served first. */
export function nodeCalls(
	{ cri, events }: RecordedRun,
	lives: readonly (readonly Version[])[]
): readonly NodeCall[] {
	const pods = new Map<string, Pod>();
	for (const life of lives) {
		for (const { object, resource } of life) {
			if (object && resource.plural === 'pods') {
				pods.set(`${object.metadata.namespace}/${object.metadata.name}`, object as Pod);
			}
		}
	}
	const kills = events
		.filter(({ reason }) => reason === 'Killing')
		.map(({ atMs, object, fieldPath = '' }) => ({
			atMs,
			pod: object.slice(object.indexOf('/') + 1),
			container: /\{(.*)\}/.exec(fieldPath)?.[1]
		}));
	const nodes = new Map<string, NodeLog>();
	for (const line of [...cri].sort((a, b) => a.atMs - b.atMs)) {
		const log = nodes.get(line.node) ?? new NodeLog(line.node, pods, kills);
		nodes.set(line.node, log);
		const call = callIn(line.message);
		if (call) log.next(call, line.atMs);
	}
	return [...nodes.values()].flatMap(({ calls }) => calls).sort((a, b) => a.startMs - b.startMs);
}

interface Kill {
	readonly atMs: number;
	readonly pod: string;
	readonly container: string | undefined;
}

class NodeLog {
	readonly calls: NodeCall[] = [];
	readonly #open = new Map<NodeCall, Container | Sandbox | undefined>();
	readonly #boxes: Sandbox[] = [];

	constructor(
		readonly node: string,
		readonly pods: ReadonlyMap<string, Pod>,
		readonly kills: readonly Kill[]
	) {}

	next(call: LoggedCall, atMs: number): void {
		if (call.returns) this.#return(call, atMs);
		else this.#begin(call, atMs);
	}

	#begin(call: LoggedCall, startMs: number): void {
		const { method, argument, container: name, attempt } = call;
		const [target, guessed] = this.#target(call, startMs);
		const box = target && 'box' in target ? target.box : target;
		const container = target && 'box' in target ? target : undefined;
		const made: NodeCall = {
			node: this.node,
			method,
			startMs,
			...(box && { pod: box.pod, uid: box.uid }),
			...((container?.name ?? name) !== undefined && { container: container?.name ?? name }),
			...((container?.attempt ?? attempt) !== undefined && {
				attempt: container?.attempt ?? attempt
			}),
			...(argument !== undefined && { argument }),
			...(guessed && { guessed: true as const })
		};
		this.calls.push(made);
		this.#open.set(made, target);
		if (container) container.sinceMs = startMs;
		if (method === 'StartContainer' && container) container.state = 'starting';
		if (method === 'StopContainer' && container) container.state = 'stopping';
	}

	/** What a call is about, and whether it could have been something else. */
	#target(call: LoggedCall, ms: number): [Container | Sandbox | undefined, boolean] {
		switch (call.method) {
			case 'RunPodSandbox':
				return [this.#newSandbox(call.pod ?? ''), false];
			case 'CreateContainer':
				return this.#newContainer(call.container ?? '', call.attempt ?? 0, ms);
			case 'StartContainer':
				return first(this.#containers('created'));
			case 'StopContainer':
			case 'KillContainer':
				return this.#goes(
					call.method === 'StopContainer' ? ['running'] : ['stopping', 'running'],
					ms
				);
			case 'RemoveContainer':
				return first(this.#containers('exited'));
			case 'StopPodSandbox':
				return first(this.#idle());
			default:
				return [undefined, false];
		}
	}

	#containers(...states: readonly Container['state'][]): Container[] {
		return this.#boxes
			.flatMap(({ containers }) => containers)
			.filter(({ state }) => states.includes(state))
			.sort((a, b) => a.sinceMs - b.sinceMs);
	}

	#newSandbox(pod: string): Sandbox | undefined {
		const object = this.pods.get(pod);
		if (!object) return undefined;
		const uid = object.metadata.uid ?? '';
		const box = { pod, uid, object, ready: false, stopped: false, containers: [] };
		this.#boxes.push(box);
		return box;
	}

	#newContainer(name: string, attempt: number, sinceMs: number): [Container | undefined, boolean] {
		const waiting = this.#boxes.filter(({ ready, stopped, object: { spec }, containers }) => {
			const has = [...(spec.initContainers ?? []), ...spec.containers];
			const last = containers.findLast((one) => one.name === name);
			const isNext = attempt === 0 ? !last : last?.attempt === attempt - 1;
			return ready && !stopped && has.some((one) => one.name === name) && isNext;
		});
		const [box, guessed] = first(waiting);
		if (!box) return [undefined, false];
		const container: Container = { box, name, attempt, state: 'creating', sinceMs };
		for (const before of box.containers) {
			// One that is made again has ended, even where nobody had to stop it.
			if (before.name === name && before.state === 'running') before.state = 'exited';
		}
		box.containers.push(container);
		return [container, guessed];
	}

	/** Whoever was said to be killed at that time; else the one that runs longest. */
	#goes(states: readonly Container['state'][], ms: number): [Container | undefined, boolean] {
		const running = this.#containers(...states);
		const distance = ({ box, name }: Container) =>
			Math.min(
				...this.kills
					.filter(({ pod, container }) => box.pod.endsWith(`/${pod}`) && container === name)
					.map(({ atMs }) => Math.abs(atMs - ms))
			);
		const near = running.filter((one) => distance(one) < 2000);
		near.sort((a, b) => distance(a) - distance(b));
		return near[0] ? [near[0], near.length > 1] : [undefined, false];
	}

	/** Sandboxes in which nothing runs, of Pods that have had a container. */
	#idle(): Sandbox[] {
		const busy = ['creating', 'created', 'starting', 'running', 'stopping'];
		return this.#boxes.filter(({ stopped, containers, ready, object }) => {
			if (stopped || !ready || containers.length === 0) return false;
			const isOver =
				object.metadata.deletionTimestamp !== undefined ||
				object.status.phase === 'Succeeded' ||
				object.status.phase === 'Failed';
			const runs = containers.some(({ state }) => busy.includes(state));
			const endedAlone = isOver && object.spec.restartPolicy !== 'Always';
			return !runs || endedAlone;
		});
	}

	#return(call: LoggedCall, endMs: number): void {
		const open = [...this.#open.keys()].find(
			(one) =>
				one.method === call.method &&
				(call.container === undefined || one.container === call.container) &&
				(call.pod === undefined || one.pod === undefined || one.pod === call.pod) &&
				(call.argument === undefined || one.argument === call.argument)
		);
		if (!open) return;
		const target = this.#open.get(open);
		this.#open.delete(open);
		open.endMs = endMs;
		if (call.error !== undefined) {
			open.error = call.error;
			return;
		}
		if (target && 'box' in target) {
			const after = stateAfter[open.method];
			if (after) Object.assign(target, { state: after, sinceMs: endMs });
		} else if (target && open.method === 'RunPodSandbox') target.ready = true;
		else if (target && open.method === 'StopPodSandbox') {
			target.stopped = true;
			for (const one of target.containers) if (one.state !== 'removed') one.state = 'exited';
		}
	}
}

const stateAfter: Readonly<Record<string, Container['state']>> = {
	CreateContainer: 'created',
	StartContainer: 'running',
	StopContainer: 'exited',
	RemoveContainer: 'removed'
};

function first<T>(candidates: readonly T[]): [T | undefined, boolean] {
	return [candidates[0], candidates.length > 1];
}
