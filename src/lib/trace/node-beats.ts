import type { BeatName } from './beat-name.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { FoundBeat } from './beat.ts';
import type { EvictionDecision, Local, Transition } from './event.ts';
import { shortName } from './object-at-key.ts';
import { aboutPod } from './pod-beats.ts';

/** What a fact of a node means; `pods` are those that were stored, by `namespace/name`. */
export function factBeat({ fact, node }: Local, pods: ReadonlyMap<string, Pod>): FoundBeat {
	switch (fact.type) {
		case 'image-pull-started':
			return { name: 'pulling', image: fact.image };
		case 'image-pull-failed':
			return { name: 'pull-failed', image: fact.image };
		case 'image-present':
			return { name: 'pulled', image: fact.image };
		case 'manifest-written':
			return { name: 'manifest', values: { file: fact.file, node } };
		case 'manifest-removed':
			return { name: 'manifest-gone', values: { file: fact.file, node } };
		case 'rules-programmed': {
			const { service, clusterIP, pods: behind } = fact;
			const values = { service: shortName(service), ip: clusterIP, node, count: behind.length };
			return { name: behind.length > 0 ? 'rules' : 'no-rules', of: service, values };
		}
		case 'sandbox-ready':
			return { name: 'sandbox', ...known(fact.pod, pods) };
		case 'container-started': {
			const { container, attempt, pod } = fact;
			if (attempt === 0) return { name: 'started', ...known(pod, pods) };
			const values = { pod: shortName(pod), container, attempt, node };
			return { name: 'restarted', ...known(pod, pods), values };
		}
		case 'container-exited':
			return { name: 'exited', ...known(fact.pod, pods) };
		case 'signal': {
			const name = fact.signal === 'SIGTERM' ? 'sigterm' : 'sigkill';
			return { name, ...known(fact.pod, pods) };
		}
		default:
			return null;
	}
}

/** A part of the control plane that ends, or begins again; or that hears nothing for a while. */
export function componentBeat({ actor, event }: Transition): FoundBeat {
	const component = actor.slice(actor.indexOf('/') + 1);
	const name = mishaps[event];
	return name ? { name, values: { component } } : null;
}

const mishaps: Readonly<Record<string, BeatName>> = {
	STOP: 'component-stopped',
	START: 'component-started',
	CUT_OFF: 'cut-off',
	RECONNECT: 'reconnected'
};

/** What a step of a machine on a node means. */
export function machineBeat(
	{ machine, actor, from, to, subject: pod, facts, event }: Transition,
	pods: ReadonlyMap<string, Pod>
): FoundBeat {
	if (pod === undefined) return null;
	const values = { pod: shortName(pod) };
	if (machine === 'container') {
		// …/<namespace>/<pod>/<container>/<uid>
		const container = actor.split('/').at(-2)!;
		if (to === 'crashLoopBackOff') {
			const seconds = Math.round(Number(facts?.delayMs ?? 0) / 1000);
			return { name: 'backs-off', ...known(pod, pods), values: { ...values, container, seconds } };
		}
		const hook = pods.get(pod)?.spec.containers.find(({ name }) => name === container)?.lifecycle;
		if (to !== 'runningPreStop' || !hook?.preStop) return null;
		return { name: 'pre-stop', ...known(pod, pods), values: { ...values, container } };
	}
	if (machine !== 'probe') return null;
	const [container, kind] = actor.split('/').slice(-2) as [string, string];
	const said = { ...values, container, probe: kind, times: Number(facts?.inARow ?? 1) };
	if (event === 'FAILED') {
		// One that was never ready is not ready: no news.
		if (kind === 'readiness' && from !== 'success') return null;
		return { name: 'probe-failed', ...known(pod, pods), values: said };
	}
	// That a Pod is ready is told when it is known; a startup probe holds the others back until now.
	if (event !== 'SUCCEEDED' || kind !== 'startup') return null;
	return { name: 'probe-passed', ...known(pod, pods), values: said };
}

/** What it means that a kubelet gives up a Pod for its node's sake. */
export function evictionBeat(
	{ node, pod, available, ranked }: EvictionDecision,
	pods: ReadonlyMap<string, Pod>
): FoundBeat {
	const { uses = 0, requests = 0 } = ranked.find((one) => one.pod === pod) ?? {};
	const values = {
		pod: shortName(pod),
		node,
		available: mebibytes(available),
		uses: mebibytes(uses),
		requests: mebibytes(requests)
	};
	return { name: 'evicting', ...known(pod, pods), values };
}

function mebibytes(bytes: number): string {
	return `${Math.round(bytes / 2 ** 20)}Mi`;
}

function known(pod: string, pods: ReadonlyMap<string, Pod>) {
	const object = pods.get(pod);
	return object ? aboutPod(object, pod) : { pod };
}
