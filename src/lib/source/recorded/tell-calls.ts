import type { ContainerStatus, Pod } from '#lib/kubernetes/pod.ts';
import { lookUpImage, fullImageName } from '#lib/cluster/container-runtime/image-catalogue.ts';
import { hopMs } from './commit-times.ts';
import { nodeCalls, type NodeCall } from './node-calls.ts';
import type { Draft } from './story-draft.ts';
import type { Telling } from './telling.ts';

/** Calls to the container runtimes, what they say of containers, and what the statuses say that no call does. */
export function tellCalls(telling: Telling): void {
	const calls = nodeCalls(telling.run, telling.lives);
	const stopped = new Set<string>();
	// Calls to etcd have ids below zero.
	calls.forEach((call, i) => {
		tellCall(telling, call, telling.requests.length + 1000 + i);
		if (call.method === 'StopContainer') stopped.add(containerId(call));
	});
	tellEnded(telling, calls, stopped);
}

const containerId = ({ uid, container, attempt }: NodeCall): string =>
	`${uid} ${container} ${attempt}`;

function tellCall(telling: Telling, call: NodeCall, id: number): void {
	const { draft, told } = telling;
	const { node, method, pod, container, argument, startMs, endMs, error, guessed } = call;
	const about = {
		...(pod !== undefined && { pod }),
		...(container !== undefined && { container })
	};
	const [kubelet, runtime] = [`kubelet/${node}`, `runtime/${node}`];
	const marks = guessed && ({ inferred: 'container' } as const);
	const sentAtMs = Math.max(0, startMs - hopMs);
	const came = draft.add(sentAtMs, null, {
		kind: 'message',
		from: kubelet,
		to: runtime,
		sentAtMs,
		receivedAtMs: sentAtMs + hopMs,
		protocol: 'cri',
		causeInferred: true,
		...marks,
		content: {
			type: 'call',
			id,
			method,
			...about,
			...(argument !== undefined && { argument })
		}
	});
	told.called.push({ call, draft: came });
	const fact = (atMs: number, cause: Draft, local: LocalFact, inferred: boolean) =>
		draft.add(atMs, cause, {
			kind: 'local',
			actor: runtime,
			node,
			fact: local,
			...(inferred && { inferred: 'container' as const })
		});
	const begun = factAtBegin(call, telling);
	const begins = begun ? fact(sentAtMs + hopMs, came, begun, true) : came;
	if (endMs === undefined) return;
	const ended = factAtEnd(call, telling);
	const done = ended ? fact(endMs, begins, ended, guessed === true) : begins;
	const back = draft.add(endMs, done, {
		kind: 'message',
		from: runtime,
		to: kubelet,
		sentAtMs: endMs,
		receivedAtMs: endMs + hopMs,
		protocol: 'cri',
		...marks,
		content: { type: 'return', id, method, ...about, ...(error !== undefined && { error }) }
	});
	const list = told.returned.get(`${node} ${pod}`) ?? [];
	told.returned.set(`${node} ${pod}`, list);
	list.push(back);
}

type LocalFact = Extract<Draft['event'], { kind: 'local' }>['fact'];

/** What begins with a call lies between its coming and its return; it is told when it comes. */
function factAtBegin(call: NodeCall, telling: Telling): LocalFact | null {
	const { method, pod, uid, container, argument, endMs, startMs } = call;
	if (method === 'PullImage' && argument !== undefined) {
		const endsAtMs = endMs ?? startMs + 1000;
		const sizeBytes = sizeOf(argument, telling);
		return { type: 'image-pull-started', image: argument, sizeBytes, endsAtMs };
	}
	if (pod === undefined || uid === undefined) return null;
	if (method === 'RunPodSandbox') return { type: 'sandbox-created', pod, uid };
	if (container === undefined) return null;
	if (method === 'StopContainer') return { type: 'signal', pod, uid, container, signal: 'SIGTERM' };
	if (method === 'KillContainer') return { type: 'signal', pod, uid, container, signal: 'SIGKILL' };
	return null;
}

function factAtEnd(call: NodeCall, telling: Telling): LocalFact | null {
	const { method, pod, uid, container, attempt = 0, argument = '', error } = call;
	if (method === 'PullImage') {
		if (error === undefined) {
			const image = fullImageName(argument);
			return { type: 'image-present', image, sizeBytes: sizeOf(argument, telling) };
		}
		return { type: 'image-pull-failed', image: argument, message: error };
	}
	if (pod === undefined || uid === undefined || error !== undefined) return null;
	if (method === 'RunPodSandbox')
		return { type: 'sandbox-ready', pod, uid, ip: `<ip:${pod.split('/')[1]}>` };
	if (method === 'StopPodSandbox') return { type: 'sandbox-stopped', pod, uid };
	if (container === undefined) return null;
	const one = { pod, uid, container, attempt };
	if (method === 'CreateContainer') return { type: 'container-created', ...one };
	if (method === 'StartContainer') return { type: 'container-started', ...one };
	if (method === 'RemoveContainer') return { type: 'container-removed', ...one };
	return method === 'StopContainer'
		? { type: 'container-exited', ...one, ...endOf(telling, call) }
		: null;
}

/** As the kubelet's Event says it; else as the catalogue knows the image; 0: nobody says. */
function sizeOf(image: string, { run: { events } }: Telling): number {
	const said = events.find(
		({ reason, message }) => reason === 'Pulled' && message.includes(`"${image}"`)
	);
	const bytes = /Image size: (\d+) bytes/.exec(said?.message ?? '')?.[1];
	if (bytes !== undefined) return Number(bytes);
	const known = lookUpImage(image);
	return known.found ? known.image.sizeBytes : 0;
}

/** How a container ended, as the first status after it says. */
function endOf(telling: Telling, { uid, container, attempt = 0 }: NodeCall) {
	for (const { status } of endsIn(telling)) {
		if (status.uid !== uid || status.name !== container || status.attempt !== attempt) continue;
		return { exitCode: status.exitCode, reason: status.reason };
	}
	return { exitCode: 0, reason: 'Completed' };
}

interface EndedStatus {
	readonly uid: string;
	readonly name: string;
	readonly attempt: number;
	readonly exitCode: number;
	readonly reason: string;
	readonly pod: string;
	readonly node: string;
}

/** Every end of a container that a status tells, with the moment at which the kubelet sent it. */
function endsIn({
	lives,
	writers,
	commits
}: Telling): readonly { status: EndedStatus; sentAtMs: number }[] {
	return lives.flatMap((life) =>
		life.flatMap((version) => {
			if (version.resource.plural !== 'pods' || !version.object) return [];
			const pod = version.object as Pod;
			const sentAtMs = (writers.get(version)?.atMs ?? commits.get(version)!) - hopMs;
			const all = [
				...(pod.status.initContainerStatuses ?? []),
				...(pod.status.containerStatuses ?? [])
			];
			return all.flatMap((one) => endsOf(pod, one).map((status) => ({ status, sentAtMs })));
		})
	);
}

function endsOf(pod: Pod, status: ContainerStatus): readonly EndedStatus[] {
	const { name, restartCount = 0, state, lastState } = status;
	const about = {
		uid: pod.metadata.uid ?? '',
		name,
		pod: `${pod.metadata.namespace}/${pod.metadata.name}`,
		node: pod.spec.nodeName ?? ''
	};
	const ended = [
		{ end: state?.terminated, attempt: restartCount },
		{ end: lastState?.terminated, attempt: restartCount - 1 }
	];
	return ended.flatMap(({ end, attempt }) =>
		end ? [{ ...about, attempt, exitCode: end.exitCode ?? 0, reason: end.reason ?? '' }] : []
	);
}

/** Containers that ended by themselves: no call says so. It was before the kubelet said it, and after they began. */
function tellEnded(
	telling: Telling,
	calls: readonly NodeCall[],
	stopped: ReadonlySet<string>
): void {
	const begun = new Map(
		calls
			.filter(({ method }) => method === 'StartContainer')
			.map((call) => [containerId(call), call])
	);
	const told = new Set<string>();
	for (const { status, sentAtMs } of endsIn(telling)) {
		const id = `${status.uid} ${status.name} ${status.attempt}`;
		const start = begun.get(id);
		if (told.has(id) || stopped.has(id) || !start) continue;
		told.add(id);
		const { pod, uid, name: container, attempt, exitCode, reason, node } = status;
		const atMs = Math.max(start.endMs ?? start.startMs, sentAtMs - hopMs);
		const cause = telling.told.called.find(({ call }) => call === start)?.draft ?? null;
		const ended = telling.draft.add(atMs, cause, {
			kind: 'local',
			actor: `runtime/${node}`,
			node,
			fact: { type: 'container-exited', pod, uid, container, attempt, exitCode, reason },
			inferred: 'container'
		});
		const list = telling.told.returned.get(`${node} ${pod}`) ?? [];
		telling.told.returned.set(`${node} ${pod}`, list);
		list.push(ended);
	}
}
