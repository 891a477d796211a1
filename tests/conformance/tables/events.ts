import type { Event } from '#lib/kubernetes/pod.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import { simulate } from '#lib/source/simulate.ts';
import { failed, passed, skipped } from '../outcome.ts';
import type { CaseRunner, TableRunners } from '../table.ts';

/** Files of the scenario below. */
const files = {
	'probes.yaml': `apiVersion: v1
kind: Pod
metadata: {name: probed}
spec:
  containers:
  - name: c
    image: busybox:1.36
    command: [sh, -c, "sleep 600"]
    readinessProbe: {exec: {command: ["false"]}, periodSeconds: 1}
    livenessProbe: {exec: {command: ["false"]}, periodSeconds: 2, failureThreshold: 2}
---
apiVersion: v1
kind: Pod
metadata: {name: starting}
spec:
  containers:
  - name: c
    image: busybox:1.36
    command: [sh, -c, "sleep 600"]
    startupProbe: {exec: {command: ["false"]}, periodSeconds: 1}
`,
	'odd.yaml': `apiVersion: v1
kind: Pod
metadata: {name: mounts}
spec:
  volumes: [{name: v, configMap: {name: missing}}]
  containers: [{name: c, image: "busybox:1.36", command: [sleep, "600"], volumeMounts: [{name: v, mountPath: /v}]}]
---
apiVersion: v1
kind: Pod
metadata: {name: hooks}
spec:
  containers:
  - name: c
    image: busybox:1.36
    command: [sh, -c, "sleep 600"]
    lifecycle: {preStop: {exec: {command: ["false"]}}}
---
apiVersion: v1
kind: Pod
metadata: {name: begins}
spec:
  containers:
  - name: c
    image: busybox:1.36
    command: [sh, -c, "sleep 600"]
    lifecycle: {postStart: {exec: {command: ["false"]}}}
---
apiVersion: v1
kind: Pod
metadata: {name: never}
spec:
  containers: [{name: c, image: "web:v2", imagePullPolicy: Never}]
---
apiVersion: v1
kind: Pod
metadata: {name: badname}
spec:
  containers: [{name: c, image: "WEB:v1"}]
---
apiVersion: apps/v1
kind: ReplicaSet
metadata: {name: accountless}
spec:
  selector: {matchLabels: {app: none}}
  template:
    metadata: {labels: {app: none}}
    spec: {serviceAccountName: nobody, containers: [{name: c, image: "web:v1"}]}
`
};

/** A day on which much goes wrong. */
const scenario: Scenario = {
	seed: 3,
	nodes: [{ name: 'worker-1', cpu: '4', memory: '8Gi' }],
	imagesPresent: ['busybox:1.36', 'web:v1'],
	files,
	steps: [
		{ atMs: 0, run: 'kubectl create deployment web --image=web:v1 --replicas=2' },
		{ atMs: 10, run: 'kubectl apply -f probes.yaml -f odd.yaml' },
		{ atMs: 20, run: 'kubectl run crash --image=busybox:1.36 -- sh -c "exit 1"' },
		{ atMs: 30, run: 'kubectl run nope --image=web:nope' },
		{ atMs: 40, run: 'kubectl run pulled --image=web:v3' },
		{
			atMs: 50,
			run: `kubectl run big --image=web:v1 --overrides='{"spec":{"nodeSelector":{"disk":"ssd"}}}'`
		},
		{ atMs: 9000, run: 'kubectl set image deployment/web web=web:v2' },
		{ atMs: 30_000, run: 'kubectl delete pod hooks --wait=false' }
	],
	untilMs: 60_000
};

interface Told {
	readonly about: string;
	readonly component: string;
	readonly type: string;
	readonly reason: string;
	readonly message: string;
}

let known: readonly Told[] | undefined;

/** Every Event of that day. */
function told(): readonly Told[] {
	known ??= simulate(scenario).events.flatMap((entry): Told[] => {
		if (entry.kind !== 'write' || entry.object?.kind !== 'Event') return [];
		const event = entry.object as Event;
		return [
			{
				about: event.involvedObject.kind ?? '',
				component: event.reportingComponent || event.source?.component || '',
				type: event.type ?? '',
				reason: event.reason ?? '',
				message: event.message ?? ''
			}
		];
	});
	return known;
}

/** Go's verbs as a pattern. */
function patternOf(format: string): RegExp {
	const source = format
		.split(/(%[a-z])/)
		.map((part) => {
			if (part === '%q') return '"[^"]*"';
			if (part === '%d') return String.raw`\d+`;
			if (/^%[a-z]$/.test(part)) return String.raw`[\s\S]*`;
			return part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
		})
		.join('');
	return new RegExp(`^${source}`);
}

const eventReason: CaseRunner = ({ input, expected }) => {
	const { involvedObject, component } = input as { involvedObject: string; component: string };
	const { type, reason, message } = expected as { type: string; reason: string; message: string };
	const candidates = told().filter(
		(event) =>
			event.about === involvedObject && event.component === component && event.reason === reason
	);
	if (candidates.length === 0) return skipped(`no part says ${reason} yet`);
	const pattern = patternOf(message);
	const isTold = candidates.some((event) => event.type === type && pattern.test(event.message));
	return isTold ? passed : failed(expected, [...new Set(candidates.map((event) => event.message))]);
};

export const eventTables: TableRunners = { 'event-reasons': eventReason };
