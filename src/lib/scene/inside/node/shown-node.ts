import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Seq } from '#lib/trace/event.ts';
import type { SandboxState } from '#lib/trace/cluster-state.ts';
import { uidOnNode } from '#lib/trace/uid-on-node.ts';
import type { View } from '../../view.ts';
import { nodeCallsUntil } from './node-calls.ts';

/** What of a node is looked at: one Pod, as the API has it and as it really is. */
export interface ShownNode {
	readonly node: string;
	/** `namespace/name`; null before anything runs there. */
	readonly pod: string | null;
	/** Null where the API has no such Pod. */
	readonly object: Pod | null;
	/** Null where nothing of it was made. */
	readonly sandbox: SandboxState | null;
}

const nodesPrefix = '/registry/minions/';

/** The Pod or the node that someone looks at; else the one that its node last did something for. */
export function shownNode(view: View): ShownNode | null {
	const { focus, state, index } = view;
	const first = index.trace.header.nodes[0]?.name;
	const chosen = focus?.startsWith('/registry/pods/')
		? focus.slice('/registry/pods/'.length)
		: null;
	const object = chosen === null ? null : podAt(view, chosen);
	if (chosen !== null && object?.spec.nodeName) return shown(view, object.spec.nodeName, chosen);
	const asked = focus?.startsWith(nodesPrefix) ? focus.slice(nodesPrefix.length) : undefined;
	const isAsked = ({ node }: { node: string }) => asked === undefined || node === asked;
	const calls = nodeCallsUntil(index.trace, state.count);
	const last = calls.findLast((call) => call.pod !== null && isAsked(call));
	const bound = lastBound(view, isAsked);
	if (bound && bound.seq > (last?.seq ?? -1)) return shown(view, bound.node, bound.pod);
	if (last) return shown(view, last.node, last.pod);
	const withFiles = [...state.nodes.values()].find(({ manifests }) => manifests.length > 0)?.node;
	const node = asked ?? withFiles ?? first;
	return node === undefined ? null : shown(view, node, null);
}

/** The Pod of the story that was written last among those that have a node. */
function lastBound(
	{ state }: View,
	isAsked: (place: { node: string }) => boolean
): { seq: Seq; node: string; pod: string } | null {
	let last: { seq: Seq; node: string; pod: string } | null = null;
	for (const [key, { object, previous, seq }] of state.objects) {
		if (!key.startsWith('/registry/pods/') || key.includes('/kube-system/')) continue;
		const node = (object as Pod).spec.nodeName;
		const isNews = previous === null || (previous as Pod).spec.nodeName === undefined;
		if (node && isNews && isAsked({ node }) && seq > (last?.seq ?? -1))
			last = { seq, node, pod: key.slice('/registry/pods/'.length) };
	}
	return last;
}

function podAt({ state }: View, pod: string): Pod | null {
	return (state.objects.get(`/registry/pods/${pod}`)?.object as Pod | undefined) ?? null;
}

function shown(view: View, node: string, pod: string | null): ShownNode {
	if (pod === null) return { node, pod, object: null, sandbox: null };
	const object = podAt(view, pod);
	const all = [...view.state.sandboxes.values()].filter(
		(one) => one.pod === pod && one.node === node
	);
	const sandbox = object ? view.state.sandboxes.get(uidOnNode(object)) : all.at(-1);
	return { node, pod, object, sandbox: sandbox ?? null };
}
