import { expect, test } from 'vitest';
import type { LocalFact, Message } from '#lib/trace/event.ts';
import { Cluster } from '../../cluster.ts';
import type { TrafficPlan } from './traffic-client.ts';

type Ended = Extract<LocalFact, { type: 'request-ended' }>;

interface Given {
	readonly env?: readonly { name: string; value: string }[];
	readonly service?: Record<string, unknown>;
	/** The endpoint's conditions; undefined: there is no slice. */
	readonly ready?: boolean | undefined;
	readonly plan?: Partial<TrafficPlan>;
	readonly deleteAtMs?: number;
}

/** One Pod, one Service and a slice that somebody wrote by hand, so that nothing takes the Pod out of it. */
function play({ env = [], service = {}, ready = true, plan = {}, deleteAtMs }: Given) {
	const cluster = new Cluster({
		seed: 1,
		epochMs: 0,
		nodes: ['worker-1', 'worker-2'].map((name) => ({ name, cpu: '2', memory: '4Gi' })),
		imagesPresent: ['web:v1']
	});
	const { kernel } = cluster;
	const client = cluster.clientFor('kubectl/1');
	kernel.runUntil(2000);
	const metadata = { name: 'web', labels: { app: 'web' } };
	const post = (path: string, body: object): void =>
		client.request({ method: 'POST', path, body }, () => {});
	post('/api/v1/namespaces/default/pods', {
		kind: 'Pod',
		apiVersion: 'v1',
		metadata,
		spec: { nodeName: 'worker-1', containers: [{ name: 'c', image: 'web:v1', env }] }
	});
	post('/api/v1/namespaces/default/services', {
		kind: 'Service',
		apiVersion: 'v1',
		metadata,
		spec: { ports: [{ port: 80 }], ...service }
	});
	post('/apis/discovery.k8s.io/v1/namespaces/default/endpointslices', {
		kind: 'EndpointSlice',
		apiVersion: 'discovery.k8s.io/v1',
		metadata: { name: 'web-1', labels: { 'kubernetes.io/service-name': 'web' } },
		addressType: 'IPv4',
		ports: [{ name: '', port: 80, protocol: 'TCP' }],
		endpoints: [
			{
				addresses: ['10.244.0.2'],
				nodeName: 'worker-1',
				conditions: { ready, serving: ready, terminating: false },
				targetRef: { kind: 'Pod', namespace: 'default', name: 'web' }
			}
		]
	});
	cluster.sendTraffic({
		service: 'default/web',
		perSecond: 100,
		fromMs: 5000,
		untilMs: 6000,
		...plan
	});
	if (deleteAtMs !== undefined) {
		kernel.after(deleteAtMs - kernel.nowMs, () =>
			client.request({ method: 'DELETE', path: '/api/v1/namespaces/default/pods/web' }, () => {})
		);
	}
	kernel.runUntil(20_000);
	const { events } = kernel.recorder;
	const ended = events.flatMap((event) =>
		event.kind === 'local' && event.fact.type === 'request-ended' ? [event.fact as Ended] : []
	);
	const hops = events.filter(
		(event): event is Message => event.kind === 'message' && event.protocol === 'traffic'
	);
	return { ended, hops, events };
}

function countByOutcome(ended: readonly Ended[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { outcome } of ended) counts[outcome] = (counts[outcome] ?? 0) + 1;
	return counts;
}

const hopsOf = (hops: readonly Message[], id: number): string[] =>
	hops
		.filter(({ content }) => content.type === 'traffic' && content.id === id)
		.map(({ from, to, content }) => `${from} ${to} ${content.type === 'traffic' && content.hop}`);

test('a request goes to the rules of the client’s node, to a Pod and back, and says which version answered', () => {
	const { ended, hops } = play({});
	expect(countByOutcome(ended)).toEqual({ served: 100 });
	expect(ended[0]).toMatchObject({ pod: 'default/web', code: 200, version: 'v1' });
	expect(hopsOf(hops, 1)).toEqual([
		'client kube-proxy/worker-1 request',
		'kube-proxy/worker-1 pod/default/web request',
		'pod/default/web client response'
	]);
});

test('a Service without ready endpoints refuses, and no Pod sees the request', () => {
	const { ended, hops } = play({ ready: false });
	expect(countByOutcome(ended)).toEqual({ refused: 100 });
	expect(hopsOf(hops, 1)).toEqual([
		'client kube-proxy/worker-1 request',
		'kube-proxy/worker-1 client refusal'
	]);
});

test('a program that does not listen yet refuses', () => {
	const { ended } = play({ env: [{ name: 'START_DELAY', value: '60s' }] });
	expect(countByOutcome(ended)).toEqual({ refused: 100 });
	expect(ended[0]!.pod).toBe('default/web');
});

test('while a rule still leads to a Pod that goes: refused once the program has ended, lost once its network is gone', () => {
	const { ended } = play({
		env: [{ name: 'RESPONSE_TIME', value: '20ms' }],
		plan: { timeoutMs: 300 },
		deleteAtMs: 5200
	});
	const order = ended
		.toSorted((a, b) => a.id - b.id)
		.map(({ outcome }) => outcome)
		.filter((outcome, index, all) => outcome !== all[index - 1]);
	expect(order).toEqual(['served', 'reset', 'refused', 'timeout']);
});

test('a program that drains breaks no connection', () => {
	const { ended } = play({
		env: [
			{ name: 'RESPONSE_TIME', value: '20ms' },
			{ name: 'TERM_DELAY', value: '200ms' }
		],
		deleteAtMs: 5200
	});
	expect(countByOutcome(ended).reset).toBeUndefined();
	expect(countByOutcome(ended).served).toBeGreaterThan(35);
});

test('an answer of 500 is a failed request, not a lost one', () => {
	const { ended } = play({ plan: { path: '/fail' } });
	expect(countByOutcome(ended)).toEqual({ failed: 100 });
	expect(ended[0]!.code).toBe(500);
});

test('a slow answer comes too late for a client that does not wait', () => {
	const { ended } = play({
		env: [{ name: 'RESPONSE_TIME', value: '2s' }],
		plan: { timeoutMs: 200 }
	});
	expect(countByOutcome(ended)).toEqual({ timeout: 100 });
});

test('the client asks DNS for the Service’s name once, and again only after its answer’s time to live', () => {
	const { events } = play({ plan: { untilMs: 6000 } });
	const asked = events.filter(
		(event) => event.kind === 'message' && event.protocol === 'dns' && event.to === 'coredns'
	);
	expect(asked).toHaveLength(1);
});

test('the name of a headless Service leads straight to the Pods: no rule is asked', () => {
	const { ended, hops } = play({ service: { clusterIP: 'None' } });
	expect(countByOutcome(ended)).toEqual({ served: 100 });
	expect(hopsOf(hops, 1)[0]).toBe('client pod/default/web request');
});

test('a port of the Service that does not exist is refused', () => {
	expect(countByOutcome(play({ plan: { port: 81 } }).ended)).toEqual({ refused: 100 });
});

const nodePort = { type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] };

test('every node answers on a NodePort, wherever the Pod is', () => {
	for (const viaNode of ['worker-1', 'worker-2']) {
		const { ended } = play({ service: nodePort, plan: { viaNode, port: 30080 } });
		expect(countByOutcome(ended)).toEqual({ served: 100 });
	}
});

test('with externalTrafficPolicy Local a node without a Pod drops what comes to its NodePort', () => {
	const service = { ...nodePort, externalTrafficPolicy: 'Local' };
	const { ended } = play({ service, plan: { viaNode: 'worker-2', port: 30080, timeoutMs: 100 } });
	expect(countByOutcome(ended)).toEqual({ timeout: 100 });
	const here = play({ service, plan: { viaNode: 'worker-1', port: 30080 } });
	expect(countByOutcome(here.ended)).toEqual({ served: 100 });
});
