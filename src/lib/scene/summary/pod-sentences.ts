import type { Locale } from '#lib/i18n/locale.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ClusterState } from '#lib/trace/cluster-state.ts';
import { uidOnNode } from '#lib/trace/uid-on-node.ts';
import { podState, type PodState } from '../pod-state.ts';
import { summaryMessage } from './summary-message.ts';

/** A Pod as the API has it, with its name and what its card says. */
export interface NamedPod {
	readonly name: string;
	readonly pod: Pod;
	readonly state: PodState;
}

const prefix = '/registry/pods/';
/** More than so many are counted by their state. */
const mostTold = 12;

/** Every Pod but the cluster's own, by name. */
export function storyPods({ objects, sandboxes }: ClusterState): readonly NamedPod[] {
	return [...objects.values()]
		.filter(({ key }) => key.startsWith(prefix) && !key.startsWith(`${prefix}kube-system/`))
		.sort((a, b) => (a.key < b.key ? -1 : 1))
		.map(({ object }) => {
			const pod = object as Pod;
			const sandbox = sandboxes.get(uidOnNode(pod)) ?? null;
			return { name: pod.metadata.name ?? '', pod, state: podState(pod, sandbox) };
		});
}

/** Where each Pod is and in what state. */
export function podSentences(cluster: ClusterState, locale: Locale): readonly string[] {
	const pods = storyPods(cluster);
	if (pods.length === 0) return [summaryMessage(locale, 'summary.no-pods')];
	if (pods.length > mostTold) return countedByState(pods, locale);
	return pods.map(({ name, pod, state }) => {
		const values = { pod: name, state: state.word };
		const node = pod.spec.nodeName;
		return node
			? summaryMessage(locale, 'summary.pod-on-node', { ...values, node })
			: summaryMessage(locale, 'summary.pod-without-node', values);
	});
}

function countedByState(pods: readonly NamedPod[], locale: Locale): readonly string[] {
	const counts = new Map<string, number>();
	for (const { state } of pods) counts.set(state.word, (counts.get(state.word) ?? 0) + 1);
	return [...counts].map(([state, count]) =>
		summaryMessage(locale, 'summary.pods-in-state', { state, count })
	);
}
