/**
 * npm run bench:cluster [-- PODS [NODES]]: how long it takes to record a cluster, beside @ngrok/webernetes bringing the same
 * number of Pods to Running in the same run. Prints costs and the ratio; run it on a machine that does nothing else.
 */
import { BaseImage, Cluster, type ProcessContext } from '@ngrok/webernetes';
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
