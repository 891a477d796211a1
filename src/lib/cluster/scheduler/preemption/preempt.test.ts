import { expect, it } from 'vitest';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { Attempt } from '../attempt.ts';
import { ClusterView, objectsOf } from '../cluster-view.ts';
import { Nominations } from '../nominations.ts';
import { NodeInfo } from '../node-info.ts';
import { defaultPlugins } from '../plugins/default-plugins.ts';
import { remedyFor } from './preempt.ts';

const pod = (name: string, cpu: string, priority: number, more: Partial<Pod> = {}): Pod => ({
	apiVersion: 'v1',
	kind: 'Pod',
	metadata: { name, namespace: 'default', uid: name, labels: { app: name } },
	spec: { priority, containers: [{ name: 'c', resources: { requests: { cpu } } }] },
	status: { startTime: '2026-01-01T00:00:00Z' },
	...more
});

function nodeWith(name: string, ...pods: Pod[]): NodeInfo {
	const info = new NodeInfo({
		apiVersion: 'v1',
		kind: 'Node',
		metadata: { name },
		spec: {},
		status: { allocatable: { cpu: '2', memory: '4Gi', pods: '110' } }
	});
	for (const each of pods) info.add(each);
	return info;
}

function remedy(
	asked: Pod,
	nodes: readonly NodeInfo[],
	nominations = new Nominations(),
	poddisruptionbudgets: readonly KubeObject[] = []
) {
	const view = new ClusterView(nodes, objectsOf({ poddisruptionbudgets }));
	const attempt = new Attempt(asked, view, defaultPlugins, nominations);
	const { candidates, text } = remedyFor(attempt, attempt.diagnose());
	return {
		text,
		nodes: candidates.map(({ node }) => node.name),
		victims: candidates.flatMap(({ victims }) => victims.map(({ metadata }) => metadata.name))
	};
}

const important = pod('web', '1500m', 100);

it('takes as few Pods as will do, and spares the more important', () => {
	const node = nodeWith('a', pod('low', '500m', 1), pod('mid', '500m', 10), pod('big', '1', 1));
	expect(remedy(important, [node]).victims).toEqual(['low', 'big']);
});

it('takes nobody who is as important', () => {
	const { text, victims } = remedy(important, [nodeWith('a', pod('peer', '1', 100))]);
	expect(victims).toEqual([]);
	expect(text).toContain('1 No preemption victims found for incoming pod');
});

it('rather goes where no disruption budget is broken', () => {
	const budget: KubeObject = {
		apiVersion: 'policy/v1',
		kind: 'PodDisruptionBudget',
		metadata: { name: 'b', namespace: 'default' },
		spec: { selector: { matchLabels: { app: 'kept' } } },
		status: { disruptionsAllowed: 0 }
	};
	const nodes = [nodeWith('a', pod('kept', '1', 1)), nodeWith('b', pod('other', '1', 50))];
	expect(remedy(important, nodes, undefined, [budget]).nodes).toEqual(['b']);
});

it('counts a place that is kept for a more important Pod as taken, for its less important victims too', () => {
	const nominations = new Nominations();
	nominations.set(pod('first', '1', 200), 'a');
	const node = nodeWith('a', pod('low', '1', 1));
	expect(remedy(important, [node], nominations).text).toContain('1 Insufficient cpu');
});

it('takes nobody when the Pod never preempts', () => {
	const meek = { ...important, spec: { ...important.spec, preemptionPolicy: 'Never' } };
	expect(remedy(meek, [nodeWith('a', pod('low', '1', 1))])).toEqual({
		text: 'no new claims to deallocate, preemption: not eligible due to preemptionPolicy=Never.',
		nodes: [],
		victims: []
	});
});
