import { expect, test } from 'vitest';
import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import type { Write } from '#lib/trace/event.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { Step } from './scenario.ts';
import { simulate } from './simulate.ts';

function manifest(spec: object): string {
	return JSON.stringify({
		apiVersion: 'apps/v1',
		kind: 'Deployment',
		metadata: { name: 'web' },
		spec: {
			replicas: 4,
			selector: { matchLabels: { app: 'web' } },
			template: {
				metadata: { labels: { app: 'web' } },
				spec: { containers: [{ name: 'web', image: 'web:v1' }] }
			},
			...spec
		}
	});
}

/** A Deployment that is there and complete after 8 s, then the steps. */
function play(spec: object, steps: readonly Step[], untilMs = 30_000): Trace {
	return simulate({
		seed: 7,
		nodes: [1, 2].map((n) => ({ name: `worker-${n}`, cpu: '4', memory: '8Gi' })),
		imagesPresent: ['web:v1', 'web:v2', 'web:v3'],
		files: { 'web.json': manifest(spec) },
		steps: [{ atMs: 0, run: 'kubectl apply -f web.json' }, ...steps],
		untilMs
	});
}

const toV2: Step = { atMs: 8000, run: 'kubectl set image deployment/web web=web:v2' };

function writesOf<T extends KubeObject>(
	{ events }: Trace,
	kind: string
): readonly (Write & { object: T })[] {
	return events.filter(
		(event): event is Write & { object: T } => event.kind === 'write' && event.object?.kind === kind
	);
}

/** Each change of a ReplicaSet's size: which of them, counted from the first, before and after. */
function sizes(trace: Trace): readonly string[] {
	const names: string[] = [];
	return writesOf<ReplicaSet>(trace, 'ReplicaSet').flatMap(({ object, previous }) => {
		const name = object.metadata.name!;
		if (!names.includes(name)) names.push(name);
		const before = (previous as ReplicaSet | null)?.spec.replicas ?? 0;
		const after = object.spec.replicas ?? 0;
		return before === after ? [] : [`${names.indexOf(name) + 1}: ${before} → ${after}`];
	});
}

function last(trace: Trace): Deployment {
	return writesOf<Deployment>(trace, 'Deployment').at(-1)!.object;
}

function states(trace: Trace): readonly string[] {
	return trace.events.flatMap((event) =>
		event.kind === 'transition' && event.machine === 'rollout' ? [event.to] : []
	);
}

test('with four replicas and the defaults the sizes go as every textbook has it', () => {
	const trace = play({}, [toV2]);
	expect(sizes(trace)).toEqual([
		'1: 0 → 4',
		'2: 0 → 1',
		'1: 4 → 3',
		'2: 1 → 2',
		'1: 3 → 2',
		'2: 2 → 3',
		'1: 2 → 1',
		'2: 3 → 4',
		'1: 1 → 0'
	]);
	expect(states(trace).at(-1)).toBe('complete');
	expect(last(trace).status.terminatingReplicas).toBe(0);
});

test('Recreate makes nothing new before the last old Pod has ended', () => {
	const trace = play({ strategy: { type: 'Recreate' } }, [toV2]);
	expect(sizes(trace)).toEqual(['1: 0 → 4', '1: 4 → 0', '2: 0 → 4']);
	expect(states(trace)).toContain('waitingForOldToEnd');
	const created = writesOf<ReplicaSet>(trace, 'ReplicaSet').filter(
		({ previous }) => previous === null
	);
	const [, second] = created;
	const running = trace.events.filter(
		(event) =>
			event.kind === 'local' && event.fact.type === 'container-exited' && event.atMs < second!.atMs
	);
	expect(running).toHaveLength(4);
});

test('scaling is no rollout: no new ReplicaSet, no new revision', () => {
	const trace = play({}, [{ atMs: 8000, run: 'kubectl scale deployment web --replicas=6' }]);
	expect(sizes(trace)).toEqual(['1: 0 → 4', '1: 4 → 6']);
	expect(last(trace).metadata.annotations).toMatchObject({
		'deployment.kubernetes.io/revision': '1'
	});
	expect(last(trace).status.availableReplicas).toBe(6);
});

test('while it is paused a new template waits; two changes make one ReplicaSet', () => {
	const trace = play({}, [
		{ atMs: 8000, run: 'kubectl rollout pause deployment/web' },
		{ atMs: 9000, run: 'kubectl set image deployment/web web=web:v2' },
		{ atMs: 10_000, run: 'kubectl set image deployment/web web=web:v3' },
		{ atMs: 12_000, run: 'kubectl rollout resume deployment/web' }
	]);
	const created = writesOf<ReplicaSet>(trace, 'ReplicaSet').filter(
		({ previous }) => previous === null
	);
	expect(created).toHaveLength(2);
	expect(created[1]!.atMs).toBeGreaterThan(trace.header.startMs + 12_000);
	expect(states(trace)).toContain('paused');
});

test('an undo takes the old ReplicaSet again, under a new revision', () => {
	const trace = play({}, [toV2, { atMs: 16_000, run: 'kubectl rollout undo deployment/web' }]);
	const sets = new Map(
		writesOf<ReplicaSet>(trace, 'ReplicaSet').map(({ object }) => [object.metadata.name, object])
	);
	expect(
		[...sets.values()].map(({ spec, metadata }) => [spec.replicas, metadata.annotations])
	).toMatchObject([
		[
			4,
			{
				'deployment.kubernetes.io/revision': '3',
				'deployment.kubernetes.io/revision-history': '1'
			}
		],
		[0, { 'deployment.kubernetes.io/revision': '2' }]
	]);
});

test('a missed deadline sets a condition and nothing else', () => {
	const trace = play({ progressDeadlineSeconds: 5 }, [
		{ atMs: 8000, run: 'kubectl set image deployment/web web=web:broken' }
	]);
	expect(sizes(trace)).toEqual(['1: 0 → 4', '2: 0 → 1', '1: 4 → 3', '2: 1 → 2']);
	const { conditions } = last(trace).status;
	expect(conditions!.find(({ type }) => type === 'Progressing')).toMatchObject({
		status: 'False',
		reason: 'ProgressDeadlineExceeded'
	});
	expect(states(trace).at(-1)).toBe('deadlineExceeded');
});

test.each([
	['', 0, 0],
	[' --cascade=orphan', 1, 4],
	[' --cascade=foreground', 0, 0]
])('kubectl delete deployment%s leaves %i ReplicaSets and %i Pods', (option, sets, pods) => {
	const trace = play({}, [{ atMs: 8000, run: `kubectl delete deployment web${option}` }]);
	const there = new Map<string, KubeObject>();
	for (const event of trace.events) {
		if (event.kind !== 'write') continue;
		if (event.object === null) there.delete(event.key);
		else there.set(event.key, event.object);
	}
	const count = (kind: string): number =>
		[...there.values()].filter((object) => object.kind === kind).length;
	expect([count('Deployment'), count('ReplicaSet'), count('Pod')]).toEqual([0, sets, pods]);
});

test('without the controller-manager a deleted Pod is not replaced; with it again it is, at once', () => {
	const trace = simulate({
		seed: 7,
		nodes: [{ name: 'worker-1', cpu: '4', memory: '8Gi' }],
		imagesPresent: ['web:v1'],
		files: { 'web.json': manifest({}) },
		steps: [
			{ atMs: 0, run: 'kubectl apply -f web.json' },
			{ atMs: 9000, run: 'kubectl delete pods -l app=web --wait=false' }
		],
		faults: [
			{ atMs: 8000, component: 'controller-manager', happens: 'stops' },
			{ atMs: 20_000, component: 'controller-manager', happens: 'starts' }
		],
		untilMs: 30_000
	});
	const created = writesOf<KubeObject>(trace, 'Pod')
		.filter(({ previous }) => previous === null)
		.map(({ atMs }) => atMs - trace.header.startMs);
	expect(created).toHaveLength(8);
	expect(created.filter((atMs) => atMs > 8000 && atMs < 20_000)).toEqual([]);
	expect(created.at(-1)).toBeLessThan(21_000);
	expect(last(trace).status.availableReplicas).toBe(4);
});

test('the same steps give the same trace, byte for byte', () => {
	const [first, second] = [play({}, [toV2]), play({}, [toV2])].map((trace) =>
		JSON.stringify(trace)
	);
	expect(first === second).toBe(true);
});
