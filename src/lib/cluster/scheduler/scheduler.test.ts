import { expect, test } from 'vitest';
import type { Node, Pod, PodSpec } from '#lib/kubernetes/pod.ts';
import { Attempt } from './attempt.ts';
import { ClusterView, objectsOf } from './cluster-view.ts';
import { filterNodes, scoreNodes } from './evaluate.ts';
import { failureMessage } from './failure-message.ts';
import { Nominations } from './nominations.ts';
import { NodeInfo } from './node-info.ts';
import { defaultPlugins } from './plugins/default-plugins.ts';
import { remedyFor } from './preemption/preempt.ts';

const node = (
	name: string,
	more: { spec?: Node['spec']; labels?: Record<string, string>; cpu?: string; pods?: string } = {}
): NodeInfo =>
	new NodeInfo({
		apiVersion: 'v1',
		kind: 'Node',
		metadata: { name, labels: more.labels ?? {} },
		spec: more.spec ?? {},
		status: { allocatable: { cpu: more.cpu ?? '2', memory: '3610176Ki', pods: more.pods ?? '110' } }
	});

const pod = (spec: Partial<PodSpec> = {}, cpu?: string): Pod => ({
	apiVersion: 'v1',
	kind: 'Pod',
	metadata: { name: 'p', uid: `uid-${JSON.stringify(spec)}-${cpu}` },
	spec: {
		containers: [
			{
				name: 'c',
				image: 'web:v1',
				...(cpu === undefined ? undefined : { resources: { requests: { cpu } } })
			}
		],
		...spec
	},
	status: {}
});

const view = (nodes: readonly NodeInfo[]): ClusterView => new ClusterView(nodes, objectsOf());

const attemptOf = (asked: Pod, nodes: readonly NodeInfo[]): Attempt =>
	new Attempt(asked, view(nodes), defaultPlugins, new Nominations());

const refusals = (asked: Pod, nodes: NodeInfo[]): (string | undefined)[] =>
	filterNodes(asked, view(nodes), defaultPlugins).filtered.map(({ refusedBy }) => refusedBy);

test('a Pod that asks for nothing scores 394 on an empty node of the recorded cluster', () => {
	const nodes = [node('worker-1'), node('worker-2')];
	expect(scoreNodes(pod(), nodes, view(nodes), defaultPlugins).map(({ total }) => total)).toEqual([
		394, 394
	]);
});

test('each filter refuses for its own reason, and the first one that refuses is named', () => {
	const cordoned = node('a', {
		spec: { unschedulable: true, taints: [{ key: 'k', effect: 'NoSchedule' }] }
	});
	const tainted = node('b', { spec: { taints: [{ key: 'k', effect: 'NoSchedule' }] } });
	expect(refusals(pod(), [cordoned, tainted, node('c')])).toEqual([
		'NodeUnschedulable',
		'TaintToleration',
		undefined
	]);
	expect(
		refusals(pod({ nodeSelector: { disk: 'ssd' } }), [
			node('a'),
			node('b', { labels: { disk: 'ssd' } })
		])
	).toEqual(['NodeAffinity', undefined]);
	expect(refusals(pod({}, '3'), [node('a'), node('b', { cpu: '4' })])).toEqual([
		'NodeResourcesFit',
		undefined
	]);
	expect(refusals(pod(), [node('a', { pods: '0' })])).toEqual(['NodeResourcesFit']);
});

test('what Pods have asked for counts, not what they use', () => {
	const info = node('a');
	info.add(pod({}, '1500m'));
	expect(refusals(pod({}, '600m'), [info])).toEqual(['NodeResourcesFit']);
	info.remove(pod({}, '1500m').metadata.uid!);
	expect(refusals(pod({}, '600m'), [info])).toEqual([undefined]);
});

test('two Pods on a node cannot have one host port', () => {
	const web = pod({ containers: [{ name: 'c', ports: [{ containerPort: 80, hostPort: 80 }] }] });
	const info = node('a');
	expect(refusals(web, [info])).toEqual([undefined]);
	info.add({ ...web, metadata: { name: 'q', uid: 'q' } });
	expect(refusals(web, [info])).toEqual(['NodePorts']);
});

test('a preferred node outscores the others', () => {
	const preferred = pod({
		affinity: {
			nodeAffinity: {
				preferredDuringSchedulingIgnoredDuringExecution: [
					{
						weight: 10,
						preference: { matchExpressions: [{ key: 'disk', operator: 'In', values: ['ssd'] }] }
					}
				]
			}
		}
	});
	const nodes = [node('a'), node('b', { labels: { disk: 'ssd' } })];
	const [a, b] = scoreNodes(preferred, nodes, view(nodes), defaultPlugins);
	expect(b!.scores.NodeAffinity! - a!.scores.NodeAffinity!).toBe(200);
});

test('the message of FailedScheduling counts the reasons', () => {
	const nodes = [node('a'), node('b'), node('c', { labels: { disk: 'ssd' }, cpu: '1' })];
	const attempt = attemptOf(pod({ nodeSelector: { disk: 'ssd' } }, '1500m'), nodes);
	const diagnosis = attempt.diagnose();
	expect(failureMessage(diagnosis, remedyFor(attempt, diagnosis).text)).toBe(
		"0/3 nodes are available: 1 Insufficient cpu, 2 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling."
	);
	expect(failureMessage({ filtered: [], filters: [] }, '')).toBe(
		'no nodes available to schedule pods'
	);
});
