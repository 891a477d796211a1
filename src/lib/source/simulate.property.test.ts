import fc from 'fast-check';
import { expect, test } from 'vitest';
import { milliValue } from '#lib/kubernetes/quantity.ts';
import { requestsOf } from '#lib/cluster/scheduler/node-info.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Write } from '#lib/trace/event.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { simulate } from './simulate.ts';

const script = fc.constantFrom(
	'sleep 1; exit 0',
	'exit 1',
	'sleep 2; exit 3',
	'sleep 600',
	"trap 'exit 0' TERM; while true; do sleep 1; done",
	'echo out; nosuch; exit 4'
);

const container = fc.record({
	image: fc.constantFrom('web:v1', 'busybox:1.36', 'web:nope', 'private/x:1', 'WEB:v1'),
	script: fc.option(script),
	cpu: fc.option(fc.constantFrom('100m', '900m', '3'))
});

const pod = fc.record({
	containers: fc.array(container, { minLength: 1, maxLength: 2 }),
	init: fc.option(fc.record({ script, sidecar: fc.boolean() })),
	restartPolicy: fc.constantFrom('Always', 'OnFailure', 'Never'),
	grace: fc.integer({ min: 0, max: 5 }),
	deletedAtMs: fc.integer({ min: 100, max: 40_000 }),
	forced: fc.boolean()
});

type RandomPod = typeof pod extends fc.Arbitrary<infer P> ? P : never;

const shell = (text: string): string[] => ['sh', '-c', text];

function manifest(random: RandomPod, name: string): string {
	return JSON.stringify({
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: { name },
		spec: {
			restartPolicy: random.restartPolicy,
			terminationGracePeriodSeconds: random.grace,
			...(random.init === null
				? undefined
				: {
						initContainers: [
							{
								name: 'init',
								image: 'busybox:1.36',
								command: shell(random.init.script),
								...(random.init.sidecar ? { restartPolicy: 'Always' } : undefined)
							}
						]
					}),
			containers: random.containers.map(({ image, script: text, cpu }, index) => ({
				name: `c${index}`,
				image,
				...(text === null ? undefined : { command: shell(text) }),
				...(cpu === null ? undefined : { resources: { requests: { cpu } } })
			}))
		}
	});
}

function play(pods: readonly RandomPod[], seed: number): Trace {
	const files = Object.fromEntries(
		pods.map((random, index) => [`p${index}.json`, manifest(random, `p${index}`)])
	);
	return simulate({
		seed,
		nodes: [1, 2].map((i) => ({ name: `worker-${i}`, cpu: '2', memory: '4Gi' })),
		imagesPresent: ['busybox:1.36'],
		files,
		steps: pods
			.flatMap(({ deletedAtMs, forced }, index) => [
				{ atMs: index * 50, run: `kubectl create -f p${index}.json` },
				{
					atMs: 1000 + deletedAtMs,
					run: `kubectl delete pod p${index} --wait=false${forced ? ' --force --grace-period=0' : ''}`
				}
			])
			.sort((a, b) => a.atMs - b.atMs),
		untilMs: 120_000
	});
}

const podWrites = ({ events }: Trace): Write[] =>
	events.filter(
		(event): event is Write => event.kind === 'write' && event.key.startsWith('/registry/pods/')
	);

test('whatever Pods are made and deleted: they go, a terminal phase stays, no node is overbooked, no process is left', () => {
	fc.assert(
		fc.property(fc.array(pod, { minLength: 1, maxLength: 4 }), fc.nat(1000), (pods, seed) => {
			const trace = play(pods, seed);
			const now = new Map<string, Pod>();
			expect(new Set(podWrites(trace).map(({ key }) => key)).size).toBe(pods.length);
			for (const { key, object, previous } of podWrites(trace)) {
				const before = previous as Pod | null;
				const after = object as Pod | null;
				if (after === null) now.delete(key);
				else now.set(key, after);
				if (before !== null && after !== null && isTerminal(before)) {
					expect(after.status.phase, key).toBe(before.status.phase);
				}
				for (const node of ['worker-1', 'worker-2']) {
					const asked = [...now.values()]
						.filter((each) => each.spec.nodeName === node && !isTerminal(each))
						.reduce((sum, each) => sum + requestsOf(each).milliCpu, 0);
					expect(asked).toBeLessThanOrEqual(milliValue('2'));
				}
			}
			expect([...now.keys()]).toEqual([]);
			expect(processesLeft(trace)).toEqual([]);
		}),
		{ numRuns: 60 }
	);
}, 120_000);

function isTerminal({ status }: Pod): boolean {
	return status.phase === 'Succeeded' || status.phase === 'Failed';
}

/** Containers that were started and never ended. */
function processesLeft({ events }: Trace): string[] {
	const running = new Set<string>();
	for (const event of events) {
		if (event.kind !== 'local') continue;
		const { fact } = event;
		if (fact.type === 'container-started')
			running.add(`${fact.uid}/${fact.container}/${fact.attempt}`);
		if (fact.type === 'container-exited')
			running.delete(`${fact.uid}/${fact.container}/${fact.attempt}`);
	}
	return [...running];
}
