import { describe, expect, test } from 'vitest';
import { Cluster } from '#lib/cluster/cluster.ts';
import { runCommandLine } from './kubectl.ts';

interface Printed {
	readonly stdout: string;
	readonly stderr: string;
	readonly exit: number | null;
}

/** Someone at a terminal of a simulated cluster, one command after another. */
class Terminal {
	readonly #cluster: Cluster;
	readonly #files: Readonly<Record<string, string>>;
	#commands = 0;

	constructor(files: Readonly<Record<string, string>> = {}) {
		this.#files = files;
		this.#cluster = new Cluster({
			seed: 1,
			epochMs: Date.parse('2026-01-05T09:00:00Z'),
			nodes: ['worker-1', 'worker-2'].map((name) => ({ name, cpu: '2', memory: '4Gi' })),
			imagesPresent: ['web:v1', 'busybox:1.36']
		});
		this.#cluster.kernel.runUntil(2000);
	}

	/** Runs a line until it ends, at most two minutes of the cluster's time. */
	type(line: string): Printed {
		const { kernel } = this.#cluster;
		const printed = { stdout: '', stderr: '', exit: null as number | null };
		this.#commands += 1;
		kernel.because(null, () =>
			runCommandLine(line, {
				client: this.#cluster.clientFor(`kubectl/${this.#commands}`),
				files: this.#files,
				nowMs: () => kernel.wallMs,
				after: (delayMs, then) => {
					kernel.after(delayMs, then);
				},
				print: (stream, text) => {
					printed[stream] += text;
				},
				exit: (code) => {
					printed.exit = code;
				}
			})
		);
		const endMs = kernel.nowMs + 120_000;
		while (printed.exit === null && kernel.nowMs < endMs) kernel.step();
		return printed;
	}
}

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: hello
  labels: {app: hello}
spec:
  terminationGracePeriodSeconds: 1
  containers:
  - name: c
    image: web:v1
    ports: [{containerPort: 80, name: http}]
    resources: {requests: {cpu: 10m, memory: 16Mi}, limits: {memory: 64Mi}}
`;

describe('kubectl on a simulated cluster', () => {
	test('a Pod is created, waited for, described and deleted', () => {
		const terminal = new Terminal({ 'p.yaml': pod });
		expect(terminal.type('kubectl create -f p.yaml').stdout).toBe('pod/hello created\n');
		expect(terminal.type('kubectl wait --for=condition=Ready pod/hello').stdout).toBe(
			'pod/hello condition met\n'
		);
		expect(terminal.type('kubectl get pods').stdout).toMatch(
			/^NAME {4}READY {3}STATUS {4}RESTARTS {3}AGE\nhello {3}1\/1 {5}Running {3}0 {10}\d+s\n$/
		);
		const description = terminal.type('kubectl describe pod hello').stdout;
		expect(description).toContain(
			'    Port:           80/TCP (http)\n    Host Port:      0/TCP (http)\n'
		);
		expect(description).toContain(
			'    Limits:\n      memory:  64Mi\n    Requests:\n      cpu:        10m\n'
		);
		expect(description).toContain('\nQoS Class:                   Burstable\n');
		expect(description).toMatch(
			/\n {2}Normal {2}Started {4}\d+s {3,4}kubelet {12}spec\.containers\{c\}: Container started\n$/
		);
		expect(terminal.type('kubectl delete pod hello')).toEqual({
			stdout: 'pod "hello" deleted from default namespace\n',
			stderr: '',
			exit: 0
		});
		expect(terminal.type('kubectl get pods').stderr).toBe(
			'No resources found in default namespace.\n'
		);
	});

	test('apply says created, unchanged and configured', () => {
		const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  color: red\n';
		const terminal = new Terminal({ 'a.yaml': map, 'b.yaml': map.replace('red', 'blue') });
		expect(terminal.type('kubectl apply -f a.yaml').stdout).toBe('configmap/a created\n');
		expect(terminal.type('kubectl apply -f a.yaml').stdout).toBe('configmap/a unchanged\n');
		expect(terminal.type('kubectl apply -f b.yaml').stdout).toBe('configmap/a configured\n');
		expect(terminal.type("kubectl get cm a -o jsonpath='{.data}'").stdout).toBe('{"color":"blue"}');
	});

	test('an unknown field is refused with the words of the server', () => {
		const terminal = new Terminal({ 'p.yaml': pod.replace('image:', 'imagee: x\n    image:') });
		expect(terminal.type('kubectl create -f p.yaml').stderr).toBe(
			'Error from server (BadRequest): error when creating "p.yaml": Pod in version "v1" cannot be handled as a Pod: strict decoding error: unknown field "spec.containers[0].imagee"\n'
		);
	});

	test('a name that breaks two rules is told in two lines', () => {
		const { stderr, exit } = new Terminal().type('kubectl run Nginx --image=web:v1');
		expect(stderr.split('\n').map((line) => line.slice(0, 32))).toEqual([
			'The Pod "Nginx" is invalid: ',
			'* metadata.name: Invalid value: ',
			'* spec.containers[0].name: Inval',
			''
		]);
		expect(exit).toBe(1);
	});

	test('a node is described with its Pods and what they ask for', () => {
		const terminal = new Terminal({
			'p.yaml': pod.replace('spec:', 'spec:\n  nodeName: worker-2')
		});
		terminal.type('kubectl create -f p.yaml');
		terminal.type('kubectl wait --for=condition=Ready pod/hello');
		terminal.type('kubectl taint nodes worker-2 a=b:PreferNoSchedule');
		const description = terminal.type('kubectl describe node worker-2').stdout;
		expect(description).toContain('Name:               worker-2\nRoles:              <none>\n');
		expect(description).toContain(
			'\nTaints:             a=b:PreferNoSchedule\nUnschedulable:      false\n'
		);
		expect(description).toContain('\nNon-terminated Pods:          (1 in total)\n');
		expect(description).toMatch(
			/\n {2}default {21}hello {4}10m \(0%\) {6}0 \(0%\) {6}16Mi \(0%\) {8}64Mi \(\d%\) {6}\d+s\n/
		);
		expect(description).toMatch(/\n {2}cpu {16}10m \(0%\) {3}0 \(0%\)\n/);
	});

	test('describe of ConfigMaps whose names begin alike prints each', () => {
		const terminal = new Terminal();
		terminal.type('kubectl create cm conf-a --from-literal=a=1');
		terminal.type('kubectl create cm conf-b');
		expect(terminal.type('kubectl describe cm conf-').stdout).toBe(
			'Name:         conf-a\nNamespace:    default\nLabels:       <none>\nAnnotations:  <none>\n\nData\n====\na:\n----\n1\n\n\nBinaryData\n====\n\nEvents:  <none>\n\n' +
				'Name:         conf-b\nNamespace:    default\nLabels:       <none>\nAnnotations:  <none>\n\nData\n====\n\nBinaryData\n====\n\nEvents:  <none>\n\n'
		);
	});
});
