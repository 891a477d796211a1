/**
 * npm run bench:cluster [-- PODS [NODES]]: how long it takes to record a cluster, beside @ngrok/webernetes bringing the same
 * number of Pods to Running in the same run; and how long a rollout behind a Service takes, small and large. Prints costs and
 * ratios; run it on a machine that does nothing else.
 */
import { BaseImage, Cluster, type ProcessContext } from '@ngrok/webernetes';
import { rolloutScenario } from '#lib/source/rollout-scenario.ts';
import { usualSettings } from '#lib/source/rollout-settings.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import { simulate } from '#lib/source/simulate.ts';
import type { Trace } from '#lib/trace/trace.ts';

const pods = Number(process.argv[2] ?? 1000);
const nodes = Number(process.argv[3] ?? 50);
const giveUpMs = 300_000;

const manifest = Array.from(
	{ length: pods },
	(_, i) =>
		`apiVersion: v1\nkind: Pod\nmetadata: {name: web-${i}}\nspec:\n  containers:\n  - {name: web, image: "web:v1"}\n`
).join('---\n');

const many: Scenario = {
	seed: 1,
	nodes: Array.from({ length: nodes }, (_, i) => ({
		name: `worker-${i + 1}`,
		cpu: '8',
		memory: '16Gi'
	})),
	imagesPresent: ['web:v1'],
	files: { 'pods.yaml': manifest },
	steps: [{ atMs: 0, run: 'kubectl create -f pods.yaml' }]
};

const one: Scenario = {
	seed: 1,
	nodes: [1, 2, 3].map((i) => ({ name: `worker-${i}`, cpu: '2', memory: '3610176Ki' })),
	steps: [
		{ atMs: 0, run: 'kubectl get pods -w' },
		{ atMs: 700, run: 'kubectl run web --image=web:v1' }
	]
};

/** The client of the replica set controller may send 20 requests a second: so long for each Pod of a rollout, ms. */
const perPodMs = 50;

/** An update of so many replicas, each with a readiness probe, on 12 nodes behind a Service that nobody uses. */
function rollout(replicas: number): Scenario {
	const ready = 6000 + replicas * perPodMs;
	const twelve = Array.from({ length: 12 }, (_, i) => ({
		name: `worker-${i + 1}`,
		cpu: '16',
		memory: '64Gi',
		pods: 250
	}));
	const steps = [{ atMs: ready, run: 'kubectl set image deployment/web web=web:v2' }];
	const settings = { ...usualSettings, replicas, requestsPerSecond: 0, steps };
	const untilMs = ready + 14_000 + 2 * replicas * perPodMs;
	return { ...rolloutScenario(settings, 'RollingUpdate', twelve), untilMs };
}

/** Whether the last that was written of the Deployment says that all replicas are of the new version. */
function isRolledOut({ events }: Trace, replicas: number): boolean {
	const last = events.findLast(
		(event) => event.kind === 'write' && event.key === '/registry/deployments/default/web'
	);
	const object = last?.kind === 'write' ? last.object : undefined;
	const { updatedReplicas, availableReplicas } = (object?.status ?? {}) as Record<string, number>;
	const image = JSON.stringify(object?.spec ?? {}).includes('"web:v2"');
	return image && updatedReplicas === replicas && availableReplicas === replicas;
}

/** Prints what it took; µs an event. */
function benchRollout(replicas: number, times: number): number {
	const { ms, trace } = timed(rollout(replicas), times);
	const { events } = trace;
	const update = events.findIndex(
		(event) => event.kind === 'output' && event.text.includes('set image')
	);
	const perEvent = (ms * 1000) / events.length;
	console.log(
		`rollout of ${replicas}: ${ms.toFixed(0)} ms, ${events.length} events (${events.length - update} from the update on), ${perEvent.toFixed(1)} µs an event${isRolledOut(trace, replicas) ? '' : ', not complete'}`
	);
	return perEvent;
}

function runningIn({ events }: Trace): number {
	const running = events.flatMap((event) =>
		event.kind === 'write' &&
		(event.object?.status as { phase?: string } | undefined)?.phase === 'Running'
			? [event.key]
			: []
	);
	return new Set(running).size;
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function timed(scenario: Scenario, times: number): { ms: number; trace: Trace } {
	const took: number[] = [];
	let trace: Trace | undefined;
	for (let i = 0; i < times; i++) {
		const began = performance.now();
		trace = simulate(scenario);
		took.push(performance.now() - began);
	}
	return { ms: median(took), trace: trace! };
}

class Server extends BaseImage {
	static readonly imageName = 'web';
	static readonly imageVersion = 'v1';
	readonly defaultCommand = ['server'];

	override async exec(context: ProcessContext): Promise<number> {
		return await context.waitUntilKilled();
	}
}

/** Wall time until every Pod is Running there, or undefined when it gives up. */
async function webernetes(): Promise<number | undefined> {
	const cluster = new Cluster({ nodes });
	cluster.registerImage(Server);
	await cluster.init();
	const running = new Set<string>();
	cluster.informer('pods', (_type, pod) => {
		if (pod.status?.phase === 'Running') running.add(pod.metadata!.name!);
	});
	const began = performance.now();
	await cluster.apply(
		Array.from({ length: pods }, (_, i) => ({
			apiVersion: 'v1' as const,
			kind: 'Pod' as const,
			metadata: { name: `web-${i}`, namespace: 'default' },
			spec: { containers: [{ name: 'web', image: 'web:v1' }] }
		}))
	);
	while (running.size < pods) {
		if (performance.now() - began > giveUpMs) return undefined;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return performance.now() - began;
}

const small = timed(one, 15);
console.log(`create-pod: ${small.ms.toFixed(1)} ms, ${small.trace.events.length} events`);

const warm = timed(rolloutScenario(usualSettings, 'RollingUpdate', one.nodes), 15);
console.log(
	`rollout of 4 under 20 requests a second: ${warm.ms.toFixed(1)} ms, ${warm.trace.events.length} events`
);
const few = benchRollout(50, 5);
const thousand = benchRollout(1000, 1);
console.log(`µs an event, 1000 ÷ 50 replicas: ${(thousand / few).toFixed(2)}`);

const large = timed(many, 3);
const events = large.trace.events.length;
console.log(
	`${pods} Pods on ${nodes} nodes: ${large.ms.toFixed(0)} ms, ${events} events, ${((large.ms * 1000) / events).toFixed(1)} µs an event, ${(large.ms / pods).toFixed(2)} ms a Pod, ${runningIn(large.trace)} Running, ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB of heap`
);

const theirs = await webernetes();
if (theirs === undefined) {
	console.log(
		`@ngrok/webernetes: not all Running after ${giveUpMs / 1000} s, so more than ${(giveUpMs / large.ms).toFixed(0)} times as long`
	);
} else {
	console.log(
		`@ngrok/webernetes: ${theirs.toFixed(0)} ms, ${(theirs / large.ms).toFixed(0)} times as long`
	);
}
process.exit(0);
