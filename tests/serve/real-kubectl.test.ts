import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Table } from '../conformance/table.ts';
import { realKubectlFolder } from './real-kubectl.ts';
import { runRealSession } from './run-real-session.ts';
import { Workplace } from './workplace.ts';

/** Undefined where the real kubectl can't run: it is packed for Linux on x86-64. */
const kubectl = realKubectlFolder();

/** Recorded sessions that tell much in little time; `npm run conformance:serve` types all of them. */
const chosen: Readonly<Record<string, readonly string[]>> = {
	'apply-family': [
		'apply several documents and dry runs',
		'server-side apply against set and scale',
		'diff of a deployment',
		'patch, three types',
		'delete by name, label and all',
		'drain pods of one application'
	],
	describe: ['a deployment after a rollout', 'roles, bindings, service accounts'],
	'exec-logs': ['exec: commands and exit codes', 'exec: standard input, terminals, working files'],
	get: ['pods: selectors', 'pods: custom columns and templates', 'one pod as json'],
	meta: ['auth: a limited service account'],
	rollout: ['undo to a revision'],
	'run-create': ['create -f: broken files', 'create quota', 'create services as yaml']
};

const definition = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: cats.shop.example }
spec:
  group: shop.example
  names: { kind: Cat, plural: cats }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                name: { type: string, description: How it is called. }
`;

function sessionsOf(topic: string): Table {
	const file = join(import.meta.dirname, `../conformance/truth/kubectl-sessions-${topic}.json`);
	return JSON.parse(readFileSync(file, 'utf8')) as Table;
}

describe.skipIf(kubectl === undefined)('the real kubectl (Linux on x86-64 only)', () => {
	for (const [topic, names] of Object.entries(chosen)) {
		const { table, cases } = sessionsOf(topic);
		for (const entry of cases.filter(({ name }) => names.includes(name))) {
			it(`prints what it printed against a real cluster: ${topic}, ${entry.name}`, async () => {
				const results = await runRealSession(kubectl!, table, entry);
				expect(results.filter(({ outcome }) => outcome.status === 'failed')).toEqual([]);
			}, 60_000);
		}
	}

	describe('at work', () => {
		let place: Workplace;
		beforeAll(async () => {
			place = await Workplace.open(kubectl!, {
				'web.yaml':
					'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replica: 2\n',
				'editor.sh': '#!/bin/sh\nsed -i "s/replicas: 1/replicas: 2/" "$1"\n',
				'cats.yaml': definition
			});
		}, 30_000);
		afterAll(() => place.close());

		async function prints(line: string, environment = {}): Promise<string> {
			const { stdout, stderr } = await place.run(line, '', environment);
			return stdout + stderr;
		}

		it('shows each change of what it watches, as it comes', async () => {
			const watch = place.start('kubectl get pods -w');
			await prints('kubectl run one --image=web:v1');
			await prints('kubectl wait --for=condition=Ready pod/one --timeout=20s');
			await prints('kubectl delete pod one --wait=true');
			watch.interrupt();
			const { stdout } = await watch.ended;
			expect(stdout).toMatch(/^NAME +READY +STATUS +RESTARTS +AGE\n/);
			const words = [...stdout.matchAll(/^one +\S+ +(\S+)/gm)].map(([, status]) => status);
			const order = ['Pending', 'ContainerCreating', 'Running', 'Terminating'];
			expect(order.filter((word) => words.includes(word))).toEqual(order);
			expect(stdout.match(/NAME/g)).toHaveLength(1);
		}, 30_000);

		it('edits with the editor that it is told to use', async () => {
			await prints('kubectl create deployment web --image=web:v1');
			await prints('chmod +x editor.sh');
			const edited = await prints('kubectl edit deploy web', { KUBE_EDITOR: './editor.sh' });
			expect(edited).toBe('deployment.apps/web edited\n');
			expect(await prints("kubectl get deploy web -o jsonpath='{.spec.replicas}'")).toBe('2');
		}, 30_000);

		it('is told about a field that there is not, and nothing is made', async () => {
			expect(await prints('kubectl create -f web.yaml')).toContain(
				'strict decoding error: unknown field "spec.replica"'
			);
		});

		it('explains fields from the OpenAPI documents', async () => {
			const text = await prints('kubectl explain deployment.spec.template.spec.containers.ports');
			expect(text).toMatch(/GROUP: +apps\nKIND: +Deployment\nVERSION: +v1\n/);
			expect(text).toContain('containerPort\t<integer> -required-');
			expect(text).toContain('enum: SCTP, TCP, UDP');
		});

		it('learns of kinds that someone defines', async () => {
			await prints('kubectl apply -f cats.yaml');
			await prints('kubectl wait --for=condition=Established crd/cats.shop.example --timeout=10s');
			expect(await prints('kubectl explain cats.spec')).toContain('How it is called.');
			expect(await prints('kubectl get cats')).toBe('No resources found in default namespace.\n');
		}, 30_000);

		it('reads raw answers, and tells what it does when it is asked to', async () => {
			expect(await prints('kubectl get --raw /readyz')).toBe('ok');
			expect(await prints('kubectl get --raw /version')).toContain('"gitVersion": "v1.35');
			expect(await prints('kubectl get --raw /')).toContain('"/openapi/v3"');
			expect(JSON.parse(await prints('kubectl get --raw /api/v1/nodes'))).toMatchObject({
				kind: 'NodeList'
			});
			expect(await prints('kubectl get nodes --v=8')).toContain('status="200 OK"');
		});

		it('attaches to what a Pod prints, and to a shell that waits for it', async () => {
			const image = '--image=busybox:1.36 --restart=Never';
			const late = await prints(`kubectl run late --rm -i ${image} -- sh -c 'sleep 2; echo late'`);
			expect(late).toContain('late\npod "late" deleted');
			const shell = await place.run(`kubectl run box --rm -i ${image} -- sh`, 'hostname');
			expect(shell.stdout).toBe('box\npod "box" deleted from default namespace\n');
			expect(shell.exit).toBe(0);
		}, 30_000);

		it('is told clearly what is not simulated', async () => {
			await prints('kubectl run two --image=web:v1');
			await prints('kubectl wait --for=condition=Ready pod/two --timeout=20s');
			expect(await prints('kubectl port-forward two 8080:80')).toContain('has no port-forward');
			expect(await prints('kubectl top pods')).toBe('error: Metrics API not available\n');
		}, 30_000);

		it('is somebody else with the token of a service account', async () => {
			await prints('kubectl create serviceaccount bob');
			const who = await prints('kubectl --token="$(kubectl create token bob)" auth whoami');
			expect(who).toContain('system:serviceaccount:default:bob');
			const refused = await prints('kubectl --token="$(kubectl create token bob)" get pods');
			expect(refused).toContain('Error from server (Forbidden)');
			writeFileSync(join(place.folder, 'work', 'token'), 'wrong');
			expect(await prints('kubectl --token="$(cat token)" get pods')).toContain(
				'You must be logged in to the server'
			);
		}, 30_000);
	});
});
