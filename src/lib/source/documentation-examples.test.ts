import { expect, test } from 'vitest';
import type { Event, Pod } from '#lib/kubernetes/pod.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { simulate } from './simulate.ts';

/** Plays a manifest of the Kubernetes documentation (content/en/examples/pods) as it is. */
function play(manifest: string, seconds: number, then?: { atS: number; run: string }): Trace {
	return simulate({
		seed: 1,
		nodes: [{ name: 'worker-1', cpu: '2', memory: '4Gi' }],
		files: { 'pod.yaml': manifest },
		steps: [
			{ atMs: 0, run: 'kubectl apply -f pod.yaml' },
			...(then === undefined ? [] : [{ atMs: then.atS * 1000, run: then.run }])
		],
		untilMs: seconds * 1000
	});
}

function podsIn({ events }: Trace): Pod[] {
	return events.flatMap((event) =>
		event.kind === 'write' && event.object?.kind === 'Pod' ? [event.object as Pod] : []
	);
}

function told({ events }: Trace): string[] {
	return events.flatMap((event) => {
		if (event.kind !== 'write' || event.object?.kind !== 'Event') return [];
		const { reason, message } = event.object as Event;
		return [`${reason}: ${message}`];
	});
}

const restarts = (trace: Trace): number =>
	podsIn(trace).at(-1)!.status.containerStatuses![0]!.restartCount!;
const isReady = ({ status }: Pod): boolean =>
	status.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') === true;

test('exec-liveness.yaml: the file is removed after 30 s, and the container is restarted', () => {
	const trace = play(
		`apiVersion: v1
kind: Pod
metadata:
  labels:
    test: liveness
  name: liveness-exec
spec:
  containers:
  - name: liveness
    image: registry.k8s.io/busybox:1.27.2
    args:
    - /bin/sh
    - -c
    - touch /tmp/healthy; sleep 30; rm -f /tmp/healthy; sleep 600
    livenessProbe:
      exec:
        command:
        - cat
        - /tmp/healthy
      initialDelaySeconds: 5
      periodSeconds: 5
`,
		110
	);
	expect(told(trace)).toContain(
		"Unhealthy: Liveness probe failed: cat: can't open '/tmp/healthy': No such file or directory\n"
	);
	expect(told(trace)).toContain(
		'Killing: Container liveness failed liveness probe, will be restarted'
	);
	expect(restarts(trace)).toBe(1);
});

test('http-liveness.yaml: /healthz fails after 10 s, and the container is restarted', () => {
	const trace = play(
		`apiVersion: v1
kind: Pod
metadata:
  name: liveness-http
spec:
  containers:
  - name: liveness
    image: registry.k8s.io/e2e-test-images/agnhost:2.40
    args:
    - liveness
    livenessProbe:
      httpGet:
        path: /healthz
        port: 8080
        httpHeaders:
        - name: Custom-Header
          value: Awesome
      initialDelaySeconds: 3
      periodSeconds: 3
`,
		40
	);
	expect(told(trace)).toContain(
		'Unhealthy: Liveness probe failed: HTTP probe failed with statuscode: 500'
	);
	expect(restarts(trace)).toBeGreaterThanOrEqual(1);
});

test('tcp-liveness-readiness.yaml: the Pod becomes ready and stays', () => {
	const trace = play(
		`apiVersion: v1
kind: Pod
metadata:
  name: goproxy
  labels:
    app: goproxy
spec:
  containers:
  - name: goproxy
    image: registry.k8s.io/goproxy:0.1
    ports:
    - containerPort: 8080
    readinessProbe:
      tcpSocket:
        port: 8080
      initialDelaySeconds: 15
      periodSeconds: 10
    livenessProbe:
      tcpSocket:
        port: 8080
      initialDelaySeconds: 15
      periodSeconds: 10
`,
		60
	);
	expect(isReady(podsIn(trace).at(-1)!)).toBe(true);
	expect(restarts(trace)).toBe(0);
	expect(told(trace).filter((text) => text.startsWith('Unhealthy'))).toEqual([]);
});

const grpc = (port: number): string => `apiVersion: v1
kind: Pod
metadata:
  name: etcd-with-grpc
spec:
  containers:
  - name: etcd
    image: registry.k8s.io/etcd:3.5.1-0
    command: [ "/usr/local/bin/etcd", "--data-dir",  "/var/lib/etcd", "--listen-client-urls", "http://0.0.0.0:2379", "--advertise-client-urls", "http://127.0.0.1:2379", "--log-level", "debug"]
    ports:
    - containerPort: 2379
    livenessProbe:
      grpc:
        port: ${port}
      initialDelaySeconds: 10
`;

test('grpc-liveness.yaml: etcd answers, and nothing is restarted', () => {
	const trace = play(grpc(2379), 60);
	expect(restarts(trace)).toBe(0);
	expect(isReady(podsIn(trace).at(-1)!)).toBe(true);
});

test('a gRPC probe of a port where nobody listens fails when its time is up', () => {
	const trace = play(grpc(2380), 60);
	expect(told(trace)).toContain(
		'Unhealthy: Liveness probe failed: timeout: failed to connect service "10.244.0.2:2380" within 1s: context deadline exceeded'
	);
	expect(restarts(trace)).toBe(1);
});

test('lifecycle-events.yaml: postStart writes its file, preStop lets nginx end well within its grace', () => {
	const trace = play(
		`apiVersion: v1
kind: Pod
metadata:
  name: lifecycle-demo
spec:
  containers:
  - name: lifecycle-demo-container
    image: nginx
    lifecycle:
      postStart:
        exec:
          command: ["/bin/sh", "-c", "echo Hello from the postStart handler > /usr/share/message"]
      preStop:
        exec:
          command: ["/bin/sh","-c","nginx -s quit; while killall -0 nginx; do sleep 1; done"]
`,
		60,
		{ atS: 20, run: 'kubectl delete pod lifecycle-demo' }
	);
	const gone = trace.events.find(
		(event) => event.kind === 'write' && event.previous?.kind === 'Pod' && event.object === null
	)!;
	expect(gone.atMs - trace.header.startMs).toBeLessThan(25_000);
	const ended = podsIn(trace).at(-1)!.status.containerStatuses![0]!.state!.terminated!;
	expect(ended.exitCode).toBe(0);
	expect(told(trace).filter((text) => text.startsWith('FailedPostStart'))).toEqual([]);
});

test('a postStart that fails ends its container, says so, and the container is tried again', () => {
	const trace = play(
		`apiVersion: v1
kind: Pod
metadata: {name: hooked}
spec:
  terminationGracePeriodSeconds: 1
  containers:
  - name: c
    image: busybox:1.36
    command: [sleep, "3600"]
    lifecycle: {postStart: {exec: {command: [sh, -c, "echo no; exit 3"]}}}
`,
		30
	);
	expect(told(trace)).toContain('FailedPostStartHook: PostStartHook failed');
	expect(told(trace)).toContain('Killing: FailedPostStartHook');
	const waiting = podsIn(trace).flatMap(
		({ status }) => status.containerStatuses?.[0]?.state?.waiting?.reason ?? []
	);
	expect(waiting).toContain('PostStartHookError');
	expect(restarts(trace)).toBeGreaterThan(0);
});

test('a preStop over HTTP that nobody answers is told, and the Pod goes all the same', () => {
	const trace = play(
		`apiVersion: v1
kind: Pod
metadata: {name: hooked}
spec:
  containers:
  - name: c
    image: web:v1
    lifecycle: {preStop: {httpGet: {path: /stop, port: 81}}}
`,
		30,
		{ atS: 5, run: 'kubectl delete pod hooked' }
	);
	expect(told(trace)).toContain('FailedPreStopHook: PreStopHook failed');
	expect(
		trace.events.some(
			(event) => event.kind === 'write' && event.previous?.kind === 'Pod' && event.object === null
		)
	).toBe(true);
});

test('an init container that waits for a Service goes on when its name is there', () => {
	const trace = play(
		`apiVersion: v1
kind: Pod
metadata: {name: myapp-pod}
spec:
  containers:
  - name: myapp-container
    image: busybox:1.28
    command: ['sh', '-c', 'echo The app is running! && sleep 3600']
  initContainers:
  - name: init-myservice
    image: busybox:1.28
    command: ['sh', '-c', "until nslookup myservice.$(cat /var/run/secrets/kubernetes.io/serviceaccount/namespace).svc.cluster.local; do echo waiting for myservice; sleep 2; done"]
`,
		40,
		{ atS: 15, run: 'kubectl create service clusterip myservice --tcp=80:9376' }
	);
	const running = podsIn(trace).find(({ status }) => status.phase === 'Running');
	expect(running).toBeDefined();
});
