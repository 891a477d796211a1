import { expect, test } from 'vitest';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { LocalFact, Write } from '#lib/trace/event.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { simulate } from './simulate.ts';

interface Given {
	readonly strategy?: 'RollingUpdate' | 'Recreate';
	/** Lines of the container, beside its image and probe. */
	readonly container?: string;
	readonly image?: string;
	readonly probe?: boolean;
}

const startMs = 15_000;

/** Four replicas behind a Service, 40 requests a second, and an update in the middle. */
function roll(
	{ strategy = 'RollingUpdate', container = '', image = 'web:v2', probe = true }: Given,
	seed: number
): Trace {
	return simulate({
		seed,
		nodes: ['worker-1', 'worker-2', 'worker-3'].map((name) => ({ name, cpu: '2', memory: '4Gi' })),
		imagesPresent: ['web:v1', 'web:v2', 'web:v2-broken', 'web:v2-crash'],
		files: {
			'web.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 4
  strategy: {type: ${strategy}}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - name: web
        image: web:v1
        ${probe ? 'readinessProbe: {httpGet: {path: /, port: 80}, periodSeconds: 1}' : ''}
        ${container}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
`
		},
		steps: [
			{ atMs: 0, run: 'kubectl apply -f web.yaml' },
			{ atMs: startMs, run: `kubectl set image deployment/web web=${image}` }
		],
		traffic: [{ service: 'default/web', perSecond: 40, fromMs: 10_000, untilMs: 45_000 }],
		untilMs: 50_000
	});
}

type Ended = Extract<LocalFact, { type: 'request-ended' }>;

function requestsOf({ events }: Trace): Ended[] {
	return events.flatMap((event) =>
		event.kind === 'local' && event.fact.type === 'request-ended' ? [event.fact] : []
	);
}

const lost = (trace: Trace): Ended[] =>
	requestsOf(trace).filter(({ outcome }) => outcome !== 'served');

function podWrites({ events }: Trace): Write[] {
	return events.filter(
		(event): event is Write =>
			event.kind === 'write' && (event.object ?? event.previous)?.kind === 'Pod'
	);
}

const seeds = [1, 2, 3];

test('a rolling update of a program that ends at once loses requests, and only to Pods that are going', () => {
	const all = seeds.map((seed) => roll({}, seed));
	expect(all.flatMap(lost).length).toBeGreaterThan(0);
	for (const trace of all) {
		const goingAtMs = new Map<string, number>(
			podWrites(trace)
				.filter(({ object }) => object?.metadata.deletionTimestamp !== undefined)
				.toReversed()
				.map(({ object, atMs }) => [`default/${object!.metadata.name}`, atMs] as const)
		);
		for (const { pod, sentAtMs } of lost(trace)) {
			expect(sentAtMs).toBeGreaterThan(goingAtMs.get(pod!)! - 50);
		}
	}
});

test.each([
	['a preStop pause', 'lifecycle: {preStop: {sleep: {seconds: 5}}}'],
	['a program that drains', 'env: [{name: TERM_DELAY, value: 5s}]']
])('with %s it loses none', (_what, container) => {
	for (const seed of seeds) expect(lost(roll({ container }, seed))).toEqual([]);
});

test('without a readiness probe, requests come to Pods that do not listen yet', () => {
	const trace = roll({ probe: false, container: 'env: [{name: START_DELAY, value: 2s}]' }, 1);
	const refusedByNew = lost(trace).filter(
		({ outcome, pod }) =>
			outcome === 'refused' &&
			podWrites(trace).some(
				({ object }) =>
					`default/${object?.metadata.name}` === pod &&
					(object as Pod).spec.containers[0]!.image === 'web:v2'
			)
	);
	expect(refusedByNew.length).toBeGreaterThan(10);
});

test('Recreate serves nobody from the first kill to the first new Pod that is ready', () => {
	for (const seed of seeds) {
		const trace = roll({ strategy: 'Recreate' }, seed);
		const killedMs = trace.events.find(
			(event) => event.kind === 'local' && event.fact.type === 'signal'
		)!.atMs;
		const served = requestsOf(trace).filter(({ outcome }) => outcome === 'served');
		const firstNew = served.find(({ version }) => version === 'v2')!;
		const lastOld = served.findLast(({ version }) => version === 'v1')!;
		expect(lastOld.sentAtMs).toBeLessThan(killedMs + 500);
		expect(firstNew.sentAtMs - lastOld.sentAtMs).toBeGreaterThan(500);
		const between = requestsOf(trace).filter(
			({ sentAtMs }) => sentAtMs > lastOld.sentAtMs && sentAtMs < firstNew.sentAtMs
		);
		expect(between.every(({ outcome }) => outcome !== 'served')).toBe(true);
	}
});

test('a version whose probe fails gets no request, and the old one goes on serving', () => {
	for (const image of ['web:v2-broken', 'web:v2-crash']) {
		const requests = requestsOf(roll({ image }, 1));
		const late = requests.filter(({ sentAtMs }) => sentAtMs > startMs + 10_000);
		expect(new Set(late.map(({ version }) => version))).toEqual(new Set(['v1']));
	}
});

test('without a probe a version that always fails is found out by its users', () => {
	const requests = requestsOf(roll({ image: 'web:v2-broken', probe: false }, 1));
	const last = requests.at(-1)!;
	expect(last).toMatchObject({ outcome: 'failed', code: 500, version: 'v2-broken' });
});
