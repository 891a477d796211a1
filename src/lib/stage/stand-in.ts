import type { Scenario } from '#lib/source/scenario.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { TraceEvent } from '#lib/trace/event.ts';

export function simulate(scenario: Scenario): Trace {
	const pod = {
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: {
			name: 'web',
			namespace: 'default',
			uid: 'u1',
			resourceVersion: '874',
			creationTimestamp: '2026-01-01T00:00:00Z'
		},
		spec: { containers: [{ name: 'web', image: 'web:v1' }], restartPolicy: 'Always' },
		status: { phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False' }] }
	};
	const bound = {
		...pod,
		metadata: { ...pod.metadata, resourceVersion: '875' },
		spec: { ...pod.spec, nodeName: 'worker-1' },
		status: { ...pod.status, conditions: [{ type: 'PodScheduled', status: 'True' }] }
	};
	const request = (
		id: number,
		verb: string,
		method: 'POST',
		path: string,
		resource: string,
		user: string,
		subresource?: string
	) =>
		({
			type: 'request',
			id,
			verb,
			method,
			path,
			resource,
			subresource,
			user,
			namespace: 'default'
		}) as const;
	const events = [
		{
			kind: 'output',
			atMs: 1000,
			cause: null,
			actor: 'terminal',
			command: 0,
			stream: 'input',
			text: scenario.steps[0]?.run ?? ''
		},
		{
			kind: 'message',
			atMs: 1050,
			cause: 0,
			from: 'kubectl/1',
			to: 'api-server',
			sentAtMs: 1050,
			receivedAtMs: 1052,
			protocol: 'http',
			content: request(
				1,
				'create',
				'POST',
				'/api/v1/namespaces/default/pods',
				'pods',
				'kubernetes-admin'
			)
		},
		{
			kind: 'transition',
			atMs: 1052,
			cause: 1,
			actor: 'request/1',
			machine: 'api-request',
			from: null,
			to: 'authenticating',
			event: 'received'
		},
		{
			kind: 'transition',
			atMs: 1053,
			cause: 2,
			actor: 'request/1',
			machine: 'api-request',
			from: 'authenticating',
			to: 'validating',
			event: 'next'
		},
		{
			kind: 'write',
			atMs: 1056,
			cause: 3,
			key: '/registry/pods/default/web',
			revision: 874,
			object: pod,
			previous: null,
			request: 1
		},
		{
			kind: 'message',
			atMs: 1057,
			cause: 4,
			from: 'api-server',
			to: 'scheduler',
			sentAtMs: 1057,
			receivedAtMs: 1059,
			protocol: 'watch',
			content: {
				type: 'watch-event',
				event: 'ADDED',
				resource: 'pods',
				namespace: 'default',
				name: 'web',
				revision: 874
			}
		},
		{
			kind: 'decision',
			atMs: 1062,
			cause: 5,
			actor: 'scheduler',
			decision: 'scheduling',
			pod: 'default/web',
			winner: 'worker-1',
			tied: 2,
			nodes: [
				{ node: 'worker-1', total: 394 },
				{ node: 'worker-2', total: 394 },
				{ node: 'worker-3', total: 271 }
			]
		},
		{
			kind: 'write',
			atMs: 1066,
			cause: 6,
			key: '/registry/pods/default/web',
			revision: 875,
			object: bound,
			previous: pod,
			request: 2
		}
	].map((event, seq) => ({ seq, ...event }) as unknown as TraceEvent);
	return {
		header: {
			format: 'kinetes-trace',
			version: 1,
			kubernetes: '1.35.4',
			seed: 1,
			epoch: '2026-01-01T00:00:00Z',
			nodes: scenario.nodes.map(({ name, cpu, memory }) => ({ name, cpu, memory, pods: 110 })),
			startMs: 1000,
			endMs: 3000,
			input: {}
		},
		events
	};
}
