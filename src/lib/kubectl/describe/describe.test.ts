import { describe, expect, test } from 'vitest';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { describeAnnotations } from './annotations.ts';
import { describeAny } from './any-object.ts';
import { probeText } from './containers.ts';
import { Description } from './description.ts';
import { describePod } from './pod.ts';
import { smallDescribers } from './small-kinds.ts';
import { longTime } from './times.ts';

const nowMs = Date.parse('2026-01-05T09:01:00Z');

const pod: Pod = {
	apiVersion: 'v1',
	kind: 'Pod',
	metadata: {
		name: 'p',
		namespace: 'default',
		uid: 'u',
		labels: { a: 'x' },
		ownerReferences: [
			{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'rs', uid: 'r', controller: true }
		]
	},
	spec: {
		containers: [
			{
				name: 'c',
				image: 'x',
				command: ['sh', '-c', 'one\ntwo'],
				envFrom: [{ prefix: 'S_', secretRef: { name: 'sec', optional: true } }],
				env: [
					{
						name: 'WHO',
						valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } }
					},
					{
						name: 'LABEL',
						valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: "metadata.labels['a']" } }
					},
					{ name: 'LIM', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } },
					{ name: 'K', valueFrom: { secretKeyRef: { name: 'sec', key: 'k' } } }
				],
				volumeMounts: [{ name: 'v', mountPath: '/v', subPath: 's' }]
			}
		],
		volumes: [
			{ name: 'v', emptyDir: { medium: 'Memory' } },
			{ name: 'h', hostPath: { path: '/tmp', type: 'Directory' } },
			{
				name: 'd',
				downwardAPI: { items: [{ path: 'name', fieldRef: { fieldPath: 'metadata.name' } }] }
			},
			{ name: 'q', quobyte: {} }
		],
		tolerations: [
			{ operator: 'Exists' },
			{ key: 'a', value: 'b', effect: 'NoExecute', tolerationSeconds: 5 }
		]
	},
	status: {
		phase: 'Running',
		qosClass: 'BestEffort',
		containerStatuses: [
			{
				name: 'c',
				restartCount: 1,
				state: { waiting: { reason: 'CrashLoopBackOff' } },
				lastState: {
					terminated: {
						exitCode: 137,
						signal: 9,
						reason: 'Error',
						startedAt: '2026-01-05T09:00:00Z',
						finishedAt: '2026-01-05T09:00:30Z'
					}
				}
			}
		]
	}
};

describe('describe pod', () => {
	const lines = describePod(pod, [], nowMs).split('\n');

	test.each([
		'Node:           <none>',
		'Controlled By:  ReplicaSet/rs',
		'IPs:            <none>',
		'    Container ID:  ',
		'      one',
		'      two',
		'    State:          Waiting',
		'      Reason:       CrashLoopBackOff',
		'    Last State:     Terminated',
		'      Exit Code:    137',
		'      Signal:       9',
		'      Finished:     Mon, 05 Jan 2026 09:00:30 +0000',
		"      sec  Secret with prefix 'S_'  Optional: true",
		'      WHO:    p (v1:metadata.name)',
		"      LABEL:  x (v1:metadata.labels['a'])",
		'      LIM:    node allocatable (limits.cpu)',
		"      K:      <set to the key 'k' in secret 'sec'>  Optional: false",
		'      /v from v (rw,path="s")',
		'    Medium:     Memory',
		'    HostPathType:  Directory',
		'      metadata.name -> name',
		'  <unknown>',
		'Tolerations:     op=Exists',
		'                 a=b:NoExecute for 5s',
		'Events:          <none>'
	])('has the line %j', (line) => {
		expect(lines).toContain(line);
	});

	test('says how long it will be ending', () => {
		const metadata = {
			...pod.metadata,
			deletionTimestamp: '2026-01-05T09:01:08Z',
			deletionGracePeriodSeconds: 8
		};
		const text = describePod({ ...pod, metadata }, undefined, nowMs);
		expect(text).toContain(
			'Status:                    Terminating (lasts <invalid>)\nTermination Grace Period:  8s\n'
		);
		expect(text).not.toContain('Events:');
	});
});

describe('parts of descriptions', () => {
	test('a long annotation is shortened, the one of apply is left out', () => {
		const description = new Description();
		describeAnnotations(description, {
			'kubectl.kubernetes.io/last-applied-configuration': '{}',
			long: 'x'.repeat(200),
			short: 'y'
		});
		expect(description.toString()).toBe(
			`Annotations:  long:\n                ${'x'.repeat(138)}...\n              short: y\n`
		);
	});

	test.each([
		[{ exec: { command: ['cat', '/a'] } }, 'exec [cat /a]'],
		[{ httpGet: { path: 'x', port: 80, scheme: 'HTTPS' } }, 'http-get https://:80/x'],
		[{ tcpSocket: { port: 80 } }, 'tcp-socket :80'],
		[{ grpc: { port: 80, service: 's' } }, 'grpc <pod>:80 s']
	])('the probe %j reads %s', (probe, text) => {
		expect(probeText({ ...probe, periodSeconds: 10 })).toBe(
			`${text} delay=0s timeout=0s period=10s #success=0 #failure=0`
		);
	});

	test('a time is written out', () => {
		expect(longTime('2026-11-07T03:04:05Z')).toBe('Sat, 07 Nov 2026 03:04:05 +0000');
	});

	test('a Secret shows sizes, not contents', () => {
		const secret = {
			apiVersion: 'v1',
			kind: 'Secret',
			metadata: { name: 's' },
			type: 'Opaque',
			data: { k: 'dg==' }
		};
		expect(smallDescribers.Secret!(secret, undefined, nowMs)).toBe(
			'Name:         s\nLabels:       <none>\nAnnotations:  <none>\n\nType:  Opaque\n\nData\n====\nk:  1 bytes\n'
		);
	});

	test('a kind without a describer is described by its fields', () => {
		const lease = {
			apiVersion: 'coordination.k8s.io/v1',
			kind: 'Lease',
			metadata: { name: 'l', uid: 'u' },
			spec: { holderIdentity: 'me' }
		};
		expect(describeAny(lease, [], nowMs)).toContain(
			'API Version:  coordination.k8s.io/v1\nKind:         Lease\nMetadata:\n  UID:  u\nSpec:\n  Holder Identity:  me\nEvents:             <none>\n'
		);
	});
});
