import { expect, test } from 'vitest';
import { refused, type TypedLine, typeLine } from '../../testing/typed-line.ts';
import { type Circumstances, scriptedServer } from '../../testing/scripted-server.ts';

function typed(line: string, circumstances: Circumstances = {}): TypedLine {
	return typeLine(`kubectl set ${line}`, {
		answer: scriptedServer(circumstances),
		files: {
			'pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c}]}'
		}
	});
}

const containers = (change: object): object => ({
	spec: {
		template: {
			spec: {
				'$setElementOrder/containers': [{ name: 'nginx' }],
				containers: [{ name: 'nginx', ...change }]
			}
		}
	}
});

test.each([
	['image deploy/web nginx=nginx:2', { image: 'nginx:2' }, 'image updated'],
	["image deploy web '*=nginx:2'", { image: 'nginx:2' }, 'image updated'],
	[
		'resources deploy/web --limits=cpu=0.2,memory=64Mi --requests=cpu=100m',
		{ resources: { limits: { cpu: '200m', memory: '64Mi' }, requests: { cpu: '100m' } } },
		'resource requirements updated'
	],
	[
		'resources deploy/web -c nginx --limits=cpu=1',
		{ resources: { limits: { cpu: '1' } } },
		'resource requirements updated'
	],
	['env deploy/web A=b', { env: [{ name: 'A', value: 'b' }] }, 'env updated']
])('"set %s" patches the template', (line, change, operation) => {
	const { stdout, bodies, requests } = typed(line);
	expect(stdout).toBe(`deployment.apps/web ${operation}\n`);
	expect(bodies.at(-1)).toEqual(containers(change));
	expect(requests.at(-1)).toBe(
		'PATCH /apis/apps/v1/namespaces/default/deployments/web?fieldManager=kubectl-set'
	);
});

test.each([
	['image deploy/web other=nginx:2', 'error: unable to find container named "other"\n'],
	['image deploy/web', 'error: at least one image update is required\n'],
	['image deploy/web nginx-', 'error: invalid image format: nginx-\n'],
	[
		"image deploy/web '*=a' nginx=b",
		'error: all containers are already specified by *, but saw more than one container_name=container_image pairs\n'
	],
	[
		'image cm/c a=b',
		'error: configmaps/c the object is not a pod or does not have a pod template: *v1.ConfigMap\n'
	],
	['image deploy/nope a=b', 'Error from server (NotFound): deployments.apps "nope" not found\n'],
	[
		'resources deploy/web',
		'error: you must specify an update to requests or limits (in the form of --requests/--limits)\n'
	],
	[
		'resources deploy/web --limits=cpu',
		'error: Invalid argument syntax cpu, expected <resource>=<value>\n'
	],
	['resources deploy/web -c x --limits=cpu=1', 'error: unable to find container named x\n'],
	[
		'env',
		'error: one or more resources must be specified as <resource> <name> or <resource>/<name>\n'
	],
	[
		'env deploy/web A=b A-',
		'error: can not both modify and remove the same environment variable in the same command\n'
	],
	['selector deploy/web a=b', 'error: setting a selector is only supported for Services\n'],
	['selector', 'error: one selector is required\n'],
	['serviceaccount', 'error: serviceaccount is required\n']
])('"set %s" changes nothing and says why', (line, error) => {
	const { stderr, exit, requests } = typed(line);
	expect([stderr, exit]).toEqual([error, 1]);
	expect(requests.filter((request) => request.startsWith('PATCH'))).toEqual([]);
});

test('what is set already is passed over in silence', () => {
	const { stdout, exit, requests } = typed('image deploy/web nginx=nginx:1');
	expect([stdout, exit, requests.length]).toEqual(['', 0, 1]);
});

test('an image of a container that is there is set although another one is unknown', () => {
	const { stdout, stderr, exit } = typed('image deploy/web nginx=nginx:2 other=x');
	expect([stdout, stderr, exit]).toEqual([
		'deployment.apps/web image updated\n',
		'error: unable to find container named "other"\n',
		1
	]);
});

test('a refusal of the server is told behind what was tried', () => {
	const { stderr } = typed('image deploy/web nginx=nginx:2', {
		answer: ({ method }) =>
			method === 'PATCH'
				? refused(422, 'Invalid', 'Deployment.apps "web" is invalid: spec: bad')
				: undefined
	});
	expect(stderr).toBe(
		'error: failed to patch image update to pod template: Deployment.apps "web" is invalid: spec: bad\n'
	);
});

test('with --local a file is changed and nobody is asked', () => {
	const { stdout, requests } = typed(
		'image -f pod.yaml c=web:v2 --local -o jsonpath={.spec.containers[0].image}'
	);
	expect([stdout, requests]).toEqual(['web:v2', []]);
});

test('variables keep their place; those that are removed go', () => {
	const env = [
		{ name: 'A', value: '1' },
		{ name: 'B', value: '2' }
	];
	const over = {
		spec: { template: { spec: { containers: [{ name: 'nginx', image: 'nginx:1', env }] } } }
	};
	expect(typed('env deploy/web C=3 A=4 B- --list', { over }).stdout).toBe(
		'# Deployment web, container nginx\nA=4\nC=3\n'
	);
	expect(typed('env deploy/web A=4 --overwrite=false', { over }).stderr).toBe(
		"error: deployments/web 'A' already has a value (1), and --overwrite is false\n"
	);
});

test('keys of a ConfigMap become variables that name it', () => {
	const { stdout, stderr } = typed('env deploy/web --from=cm/conf --prefix=P_ --list', {
		over: { data: { 'app.color': 'blue', SIZE: '1' } }
	});
	expect(stdout).toBe(
		'# Deployment web, container nginx\n# P_SIZE from configmap conf, key SIZE\n# P_APP_COLOR from configmap conf, key app.color\n'
	);
	expect(stderr).toBe('Warning: key app.color transferred to APP_COLOR\n');
});

test('a selector replaces the one that a Service has', () => {
	const { stdout, bodies } = typed('selector svc web tier=front,app=shop');
	expect(stdout).toBe('service/web selector updated\n');
	expect(bodies.at(-1)).toEqual({ spec: { selector: { app: 'shop', tier: 'front' } } });
	expect(typed("selector svc web 'app in (a,b)'").stderr).toBe(
		'error: match expression [{app In [a b]}] not supported on this object\n'
	);
});
