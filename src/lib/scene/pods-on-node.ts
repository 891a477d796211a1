import type { Pod } from '#lib/kubernetes/pod.ts';
import type { SandboxState } from '#lib/trace/cluster-state.ts';
import { familiarImage } from '#lib/trace/image-name.ts';
import { uidOnNode } from '#lib/trace/uid-on-node.ts';
import type { PodOnNode } from './draw-pod.ts';
import { ownerVersion } from './owner-version.ts';
import { slotsOf, type Slot } from './slots.ts';
import type { PartView } from './view.ts';

const fadeMs = 450;

/** The pods of a node at the moment, with those that just left it. */
export function podsOnNode(view: PartView, node: string): readonly PodOnNode[] {
	const { index, state, clock } = view;
	const slots = slotsOf(index.trace).byNode.get(node) ?? [];
	return slots.flatMap((slot): PodOnNode[] => {
		if (slot.bornAtMs > clock.nowMs) return [];
		const leaving = clock.nowMs >= slot.diedAtMs ? clock.glow(slot.diedAtMs, fadeMs) : 1;
		if (leaving === 0) return [];
		const stored = state.objects.get(`/registry/pods/${slot.pod}`)?.object as Pod | undefined;
		const pod = stored && (slot.uid === '' || uidOnNode(stored) === slot.uid) ? stored : null;
		const sandbox = state.sandboxes.get(slot.uid) ?? null;
		const version = pod ? ownerVersion(index.trace, pod) : 0;
		return [
			{ slot, pod, sandbox, pull: pullFor(view, slot, pod, sandbox), version, presence: leaving }
		];
	});
}

/** The pull that this Pod waits for: of an image of a container that the node has not made yet. */
function pullFor({ state }: PartView, slot: Slot, pod: Pod | null, sandbox: SandboxState | null) {
	const pulls = state.nodes.get(slot.node)?.pulls;
	if (!pod || !sandbox?.ip || !pulls || pulls.size === 0) return null;
	const byName = new Map([...pulls.values()].map((pull) => [familiarImage(pull.image), pull]));
	for (const { name, image } of [...(pod.spec.initContainers ?? []), ...pod.spec.containers]) {
		if (sandbox.containers.some(({ container, state }) => container === name && state !== 'exited'))
			continue;
		const pull = image && byName.get(familiarImage(image));
		if (pull) return pull;
	}
	return null;
}
