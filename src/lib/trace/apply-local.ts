import type { Draft } from './apply-event.ts';
import type { ContainerFact, NodeState, SandboxState } from './cluster-state.ts';
import type { Local, LocalFact } from './event.ts';

/** Moves what is known of a node on by one fact. */
export function applyLocal(draft: Draft, { node, fact, atMs }: Local): void {
	switch (fact.type) {
		case 'kubeconfig':
			draft.kubeconfig = fact.config;
			return;
		case 'image-present':
		case 'image-pull-started':
		case 'image-pull-failed': {
			const before = draft.nodes.get(node) ?? noFacts(node);
			draft.nodes.set(node, withImageFact(before, fact, atMs));
			return;
		}
		case 'manifest-written':
		case 'manifest-removed': {
			const before = draft.nodes.get(node) ?? noFacts(node);
			const others = before.manifests.filter((file) => file !== fact.file);
			const manifests = fact.type === 'manifest-written' ? [...others, fact.file].sort() : others;
			draft.nodes.set(node, { ...before, manifests });
			return;
		}
		case 'rules-programmed':
			draft.rules.set(`${node} ${fact.service}`, fact.pods);
			return;
		case 'log':
		case 'request-ended':
			return;
		default: {
			const before = draft.sandboxes.get(fact.uid) ?? noSandbox(node, fact, atMs);
			draft.sandboxes.set(fact.uid, withPodFact(before, fact, atMs));
		}
	}
}

type ImageFact = Extract<LocalFact, { image: string }>;
type PodFact = Exclude<Extract<LocalFact, { uid: string }>, { type: 'log' }>;

function noFacts(node: string): NodeState {
	return { node, images: new Map(), pulls: new Map(), pullFailures: new Map(), manifests: [] };
}

function noSandbox(node: string, fact: PodFact, atMs: number): SandboxState {
	return {
		pod: fact.pod,
		uid: fact.uid,
		node,
		createdAtMs: atMs,
		ip: null,
		stoppedAtMs: null,
		containers: [],
		volumes: []
	};
}

function withImageFact(node: NodeState, fact: ImageFact, atMs: number): NodeState {
	const { image } = fact;
	const pulls = new Map(node.pulls);
	const pullFailures = new Map(node.pullFailures);
	pulls.delete(image);
	pullFailures.delete(image);
	switch (fact.type) {
		case 'image-present': {
			const images = new Map(node.images).set(image, fact.sizeBytes);
			return { ...node, images, pulls, pullFailures };
		}
		case 'image-pull-started': {
			const { sizeBytes, endsAtMs } = fact;
			pulls.set(image, { image, sizeBytes, startedAtMs: atMs, endsAtMs });
			return { ...node, pulls, pullFailures };
		}
		case 'image-pull-failed':
			return { ...node, pulls, pullFailures: pullFailures.set(image, fact.message) };
	}
}

function withPodFact(sandbox: SandboxState, fact: PodFact, atMs: number): SandboxState {
	switch (fact.type) {
		case 'sandbox-created':
			return { ...sandbox, createdAtMs: atMs, ip: null, stoppedAtMs: null };
		case 'sandbox-ready':
			return { ...sandbox, ip: fact.ip };
		case 'sandbox-stopped':
			return { ...sandbox, stoppedAtMs: atMs };
		case 'volume-mounted':
			return { ...sandbox, volumes: [...sandbox.volumes, fact.volume] };
		default:
			return { ...sandbox, containers: withContainerFact(sandbox.containers, fact, atMs) };
	}
}

type ContainerEvent = Extract<PodFact, { container: string }>;

function withContainerFact(
	containers: readonly ContainerFact[],
	fact: ContainerEvent,
	sinceMs: number
): readonly ContainerFact[] {
	const { container } = fact;
	const others = containers.filter((other) => other.container !== container);
	const before = containers.find((other) => other.container === container);
	if (fact.type === 'signal') {
		return before ? replace(containers, { ...before, signal: fact.signal }) : containers;
	}
	if (fact.type === 'resources-used') {
		const { milliCpu, throttled, memory, besides } = fact;
		const use = { milliCpu, throttled, memory, besides };
		return before ? replace(containers, { ...before, use }) : containers;
	}
	if (fact.type === 'container-removed') {
		return before?.attempt === fact.attempt ? others : containers;
	}
	const { attempt } = fact;
	const after: ContainerFact =
		fact.type === 'container-exited'
			? {
					...before,
					container,
					attempt,
					state: 'exited',
					sinceMs,
					exitCode: fact.exitCode,
					reason: fact.reason
				}
			: {
					container,
					attempt,
					state: fact.type === 'container-started' ? 'running' : 'created',
					sinceMs
				};
	return before ? replace(containers, after) : [...containers, after];
}

function replace(containers: readonly ContainerFact[], after: ContainerFact) {
	return containers.map((one) => (one.container === after.container ? after : one));
}
