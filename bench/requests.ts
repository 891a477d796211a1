/**
 * npm run bench:requests [-- OBJECTS]: what one request costs inside the API server, from the client's call to the answer, with
 * its stages, the transaction in etcd and everything that is written into the trace; and what a list as a table costs. Run
 * it on a machine that does nothing else.
 */
import { LoneServer } from '#lib/cluster/api-server/testing/lone-server.ts';
import type { Credential } from '#lib/cluster/api-server/authentication.ts';
import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';

const count = Number(process.argv[2] ?? 5000);
const admin: Credential = {
	type: 'certificate',
	commonName: 'admin',
	organizations: ['system:masters']
};

function pod(index: number): object {
	return {
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: { name: `web-${index}`, labels: { app: 'web', tier: 'front' } },
		spec: {
			containers: [
				{
					name: 'web',
					image: 'nginx:1.27',
					ports: [{ containerPort: 80 }],
					resources: { requests: { cpu: '100m', memory: '64Mi' } },
					readinessProbe: { httpGet: { path: '/', port: 80 } }
				}
			]
		}
	};
}

function configMap(index: number): object {
	return {
		apiVersion: 'v1',
		kind: 'ConfigMap',
		metadata: { name: `settings-${index}` },
		data: { colour: 'blue', index: String(index) }
	};
}

/** Asks one after another; µs a request, sorted. */
function measure(lone: LoneServer, requests: readonly ApiRequest[]): number[] {
	const client = lone.server.clientFor('bench', admin);
	const took: number[] = [];
	for (const request of requests) {
		const began = performance.now();
		let answer: ApiResponse | undefined;
		client.request(request, (given) => (answer = given));
		lone.kernel.runUntil(lone.kernel.nowMs + 20);
		if (answer === undefined || answer.code >= 300) throw new Error(JSON.stringify(answer));
		took.push((performance.now() - began) * 1000);
	}
	return took.sort((a, b) => a - b);
}

function print(name: string, took: readonly number[], events: number): void {
	const mean = took.reduce((sum, value) => sum + value, 0) / took.length;
	const at = (share: number): string => took[Math.floor(took.length * share)]!.toFixed(0);
	console.log(
		`${name.padEnd(28)} mean ${mean.toFixed(0)} µs, median ${at(0.5)} µs, p95 ${at(0.95)} µs, ${events.toFixed(0)} events each`
	);
}

const table = {
	method: 'GET',
	path: '/api/v1/namespaces/default/pods',
	asTable: true
} as const;

for (const [name, plural, make] of [
	['create a ConfigMap', 'configmaps', configMap],
	['create a Pod', 'pods', pod]
] as const) {
	const lone = new LoneServer();
	const path = `/api/v1/namespaces/default/${plural}`;
	const requests = Array.from({ length: count }, (_, index) => {
		return { method: 'POST', path, body: make(index) } as ApiRequest;
	});
	const before = lone.kernel.recorder.events.length;
	const took = measure(lone, requests);
	print(name, took, (lone.kernel.recorder.events.length - before) / count);
	if (plural === 'pods') {
		const rounds = measure(
			lone,
			Array.from({ length: 9 }, () => table as ApiRequest)
		);
		const ms = rounds.map((us) => us / 1000);
		console.log(
			`list ${count} Pods as a table: median ${ms[4]!.toFixed(1)} ms, slowest ${ms[8]!.toFixed(1)} ms`
		);
	}
}
