import { beforeAll, describe, expect, test } from 'vitest';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Message, TraceEvent, Write } from '#lib/trace/event.ts';
import { writeTrace } from '#lib/trace/json-lines.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { Scenario } from './scenario.ts';
import { simulate } from './simulate.ts';

const nodes = [1, 2, 3].map((i) => ({ name: `worker-${i}`, cpu: '2', memory: '3610176Ki' }));

const scenario: Scenario = {
	seed: 1,
	nodes,
	steps: [
		{ atMs: 0, run: 'kubectl get pods -w' },
		{ atMs: 700, run: 'kubectl run web --image=web:v1' },
		{ atMs: 6000, run: 'kubectl delete pod web' }
	]
};

let trace: Trace;
beforeAll(() => {
	trace = simulate(scenario);
});

const messages = (): Message[] => trace.events.filter((event) => event.kind === 'message');
const writes = (): Write[] => trace.events.filter((event) => event.kind === 'write');
const podWrites = (): Write[] => writes().filter(({ key }) => key === '/registry/pods/default/web');

describe('every trace', () => {
	test('is the same, byte for byte, when the scenario is the same', () => {
		expect(writeTrace(simulate(scenario))).toBe(writeTrace(trace));
	});

	test('is another one when the seed is another', () => {
		expect(writeTrace(simulate({ ...scenario, seed: 2 }))).not.toBe(writeTrace(trace));
	});

	test('numbers its events in order of time', () => {
		trace.events.forEach((event, index) => {
			expect(event.seq).toBe(index);
			expect(event.atMs).toBeGreaterThanOrEqual(trace.events[index - 1]?.atMs ?? 0);
		});
	});

	test('gives each event a cause that came before it, back to a command or to the cluster’s start', () => {
		for (const event of trace.events) {
			if (event.cause === null) continue;
			expect(event.cause).toBeLessThan(event.seq);
		}
		const roots = new Set(podWrites().map((write) => rootOf(write)));
		expect([...roots].map((root) => root.kind === 'output' && root.text)).toEqual([
			'kubectl run web --image=web:v1',
			'kubectl delete pod web'
		]);
	});

	test('lets every message take at least a millisecond', () => {
		for (const { sentAtMs, receivedAtMs } of messages()) {
			expect(receivedAtMs - sentAtMs).toBeGreaterThanOrEqual(0.999999);
		}
	});

	test('raises etcd’s revision by one with every write', () => {
		const revisions = writes().map(({ revision }) => revision);
		revisions.slice(1).forEach((revision, index) => expect(revision).toBe(revisions[index]! + 1));
	});
});

describe('what most animations get wrong', () => {
	test('only the API server talks to etcd', () => {
		for (const { from, to } of messages().filter((message) =>
			[message.from, message.to].includes('etcd')
		)) {
			expect([from, to].sort()).toEqual(['api-server', 'etcd']);
		}
	});

	test('nobody is called by another component: all but calls on a node go to or from the API server', () => {
		for (const { from, to, protocol } of messages()) {
			if (['cri', 'cni', 'oci', 'registry'].includes(protocol)) {
				expect([from, to].every((end) => /^(kubelet|runtime|cni|oci)\/|^registry$/.test(end))).toBe(
					true
				);
			} else expect([from, to]).toContain('api-server');
		}
	});

	test('the scheduler writes a Binding, and the kubelet learns of its Pod from a watch', () => {
		const binding = messages().find(
			({ content }) => content.type === 'request' && content.subresource === 'binding'
		)!;
		expect([binding.from, binding.to]).toEqual(['scheduler', 'api-server']);
		const news = messages().find(
			({ to, content }) =>
				to === 'kubelet/worker-1' && content.type === 'watch-event' && content.name === 'web'
		)!;
		expect(news.content).toMatchObject({ event: 'ADDED' });
		expect(news.sentAtMs).toBeGreaterThan(binding.receivedAtMs);
	});

	test('a delete marks the Pod; the object goes only when the kubelet has said that nothing runs any more', () => {
		const marked = podWrites().find(
			({ object }) => object?.metadata.deletionTimestamp !== undefined
		)!;
		const ended = trace.events.find(
			(event) => event.kind === 'local' && event.fact.type === 'container-exited'
		)!;
		const gone = podWrites().find(({ object }) => object === null)!;
		expect(marked.atMs).toBeLessThan(ended.atMs);
		expect(ended.atMs).toBeLessThan(gone.atMs);
		const remover = messages().find(
			({ content }) => content.type === 'request' && content.id === gone.request
		)!;
		expect(remover.from).toBe('kubelet/worker-1');
	});

	test('Running is not Terminating’s opposite: the phase stays Running while the Pod is being deleted', () => {
		const marked = podWrites().find(
			({ object }) => object?.metadata.deletionTimestamp !== undefined
		)!;
		expect((marked.object as Pod).status.phase).toBe('Running');
	});
});

test('a Pod has an address of its node’s range, and another Pod another one', () => {
	const both = simulate({
		seed: 3,
		nodes: nodes.slice(0, 1),
		imagesPresent: ['web:v1'],
		steps: [
			{ atMs: 0, run: 'kubectl run a --image=web:v1' },
			{ atMs: 50, run: 'kubectl run b --image=web:v1' }
		]
	});
	const ips = ['a', 'b'].map(
		(name) => (lastOf(both, `/registry/pods/default/${name}`) as Pod).status.podIP
	);
	expect(new Set(ips).size).toBe(2);
	for (const ip of ips) expect(ip).toMatch(/^10\.244\.0\.\d+$/);
});

test('a namespace that is made gets its ServiceAccount and root certificate, so that Pods can be made there', () => {
	const made = simulate({
		seed: 1,
		nodes,
		steps: [
			{ atMs: 0, run: 'kubectl create namespace team' },
			{ atMs: 500, run: 'kubectl run web --image=web:v1 -n team' }
		]
	});
	expect(lastOf(made, '/registry/serviceaccounts/team/default')).toBeTruthy();
	expect((lastOf(made, '/registry/pods/team/web') as Pod).status.phase).toBe('Running');
});

test('postStart runs after the start, preStop before SIGTERM, and its time counts against the grace', () => {
	const file = `apiVersion: v1
kind: Pod
metadata: {name: hooked}
spec:
  terminationGracePeriodSeconds: 6
  containers:
  - name: main
    image: busybox:1.36
    command: [sh, -c, "trap '' TERM; while true; do sleep 1; done"]
    lifecycle:
      preStop: {exec: {command: [sh, -c, "sleep 2"]}}
`;
	const run = simulate({
		seed: 1,
		nodes,
		imagesPresent: ['busybox:1.36'],
		files: { 'hooked.yaml': file },
		steps: [
			{ atMs: 0, run: 'kubectl apply -f hooked.yaml' },
			{ atMs: 5000, run: 'kubectl delete pod hooked' }
		]
	});
	const facts = run.events.flatMap((event) => (event.kind === 'local' ? [event] : []));
	const at = (type: string): number => facts.find(({ fact }) => fact.type === type)!.atMs;
	const signals = facts.flatMap(({ fact, atMs }) =>
		fact.type === 'signal' ? [[fact.signal, atMs] as const] : []
	);
	expect(signals.map(([signal]) => signal)).toEqual(['SIGTERM', 'SIGKILL']);
	const deleted = run.events.find(
		(event) => event.kind === 'output' && event.text === 'kubectl delete pod hooked'
	)!.atMs;
	expect(signals[0]![1] - deleted).toBeGreaterThan(2000);
	expect(signals[1]![1] - signals[0]![1]).toBeCloseTo(4000, -2);
	expect(at('container-exited')).toBeGreaterThan(signals[1]![1] - 1);
});

function rootOf(event: TraceEvent): TraceEvent {
	let root = event;
	while (root.cause !== null) root = trace.events[root.cause]!;
	return root;
}

function lastOf({ events }: Trace, key: string): KubeObject | null {
	const found = events.filter(
		(event): event is Write => event.kind === 'write' && event.key === key
	);
	return found.at(-1)?.object ?? null;
}

test('a Pod waits for a ConfigMap that its volume names, says so, and starts when it is there', () => {
	const file = `apiVersion: v1
kind: Pod
metadata: {name: waits}
spec:
  containers:
  - {name: c, image: "web:v1", volumeMounts: [{name: d, mountPath: /d}]}
  volumes: [{name: d, configMap: {name: later}}]
`;
	const run = simulate({
		seed: 1,
		nodes,
		imagesPresent: ['web:v1'],
		files: { 'pod.yaml': file },
		steps: [
			{ atMs: 0, run: 'kubectl apply -f pod.yaml' },
			{ atMs: 5000, run: 'kubectl create configmap later --from-literal=a=b' }
		],
		untilMs: 20_000
	});
	const created = run.events.find(
		(event) => event.kind === 'write' && event.key === '/registry/configmaps/default/later'
	)!.atMs;
	const running = run.events.find(
		(event) => event.kind === 'write' && (event.object as Pod | null)?.status?.phase === 'Running'
	)!.atMs;
	expect(running).toBeGreaterThan(created);
	const told = run.events.flatMap((event) =>
		event.kind === 'write' && event.object?.reason === 'FailedMount' ? [event.object.message] : []
	);
	expect(told).toContain('MountVolume.SetUp failed for volume "d" : configmap "later" not found');
});

test('a Pod that is deleted while it waits for its volume goes', () => {
	const run = simulate({
		seed: 1,
		nodes,
		files: {
			'pod.yaml': `apiVersion: v1
kind: Pod
metadata: {name: waits}
spec:
  containers: [{name: c, image: "web:v1"}]
  volumes: [{name: d, secret: {secretName: never}}]
`
		},
		steps: [
			{ atMs: 0, run: 'kubectl apply -f pod.yaml' },
			{ atMs: 3000, run: 'kubectl delete pod waits' }
		],
		untilMs: 30_000
	});
	expect(lastOf(run, '/registry/pods/default/waits')).toBeNull();
});
