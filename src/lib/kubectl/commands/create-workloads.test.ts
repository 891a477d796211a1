import { expect, test } from 'vitest';
import { refused, type TypedLine, typeLine } from '../testing/typed-line.ts';
import { type Circumstances, scriptedServer } from '../testing/scripted-server.ts';

function typed(line: string, circumstances: Circumstances = {}): TypedLine {
	return typeLine(`kubectl ${line}`, { answer: scriptedServer(circumstances) });
}

test('create deployment labels everything with its name', () => {
	const { stdout, bodies, requests } = typed(
		'create deployment web --image=a/nginx:1,b/side@sha256:00 --port=80 -r 3'
	);
	expect(stdout).toBe('deployment.apps/web created\n');
	expect(requests).toEqual([
		'POST /apis/apps/v1/namespaces/default/deployments?fieldManager=kubectl-create&fieldValidation=Strict'
	]);
	expect(bodies[0]).toMatchObject({
		metadata: { name: 'web', labels: { app: 'web' }, namespace: 'default' },
		spec: {
			replicas: 3,
			selector: { matchLabels: { app: 'web' } },
			template: {
				spec: {
					containers: [
						{ name: 'nginx', image: 'a/nginx:1', ports: [{ containerPort: 80 }] },
						{ name: 'side', image: 'b/side@sha256:00' }
					]
				}
			}
		}
	});
});

test('an image whose name is no container name gets five letters behind it, always the same', () => {
	const nameOf = (image: string): string =>
		typed(
			`create deploy web --image=${image} --dry-run=client -o jsonpath={.spec.template.spec.containers[0].name}`
		).stdout;
	expect(nameOf('my_app.v2')).toMatch(/^my-app-v2-[a-z0-9]{5}$/);
	expect(nameOf('my_app.v2')).toBe(nameOf('my_app.v2'));
});

test.each([
	[
		'clusterip web --tcp=80:8080',
		{
			ports: [{ name: '80-8080', protocol: 'TCP', port: 80, targetPort: 8080 }],
			selector: { app: 'web' },
			type: 'ClusterIP'
		}
	],
	[
		'clusterip web --clusterip=None',
		{ selector: { app: 'web' }, clusterIP: 'None', type: 'ClusterIP' }
	],
	[
		'nodeport web --tcp=80:http --node-port=30080',
		{
			ports: [{ name: '80-http', protocol: 'TCP', port: 80, targetPort: 'http', nodePort: 30080 }],
			selector: { app: 'web' },
			type: 'NodePort'
		}
	],
	[
		'externalname web --external-name=a.example',
		{ selector: { app: 'web' }, type: 'ExternalName', externalName: 'a.example' }
	]
])('"create service %s" makes the Service', (line, spec) => {
	const { stdout, bodies } = typed(`create service ${line}`);
	expect(stdout).toBe('service/web created\n');
	expect((bodies[0] as { spec: unknown }).spec).toEqual(spec);
});

test.each([
	['create deployment', 'error: required flag(s) "image" not set\n'],
	[
		'create deployment web --image=a,b -- sleep 1',
		'error: cannot specify multiple --image options and command\n'
	],
	['create service clusterip web', 'error: at least one tcp port specifier must be provided\n'],
	['create svc clusterip web --tcp=x', 'error: strconv.ParseUint: parsing "x": invalid syntax\n'],
	[
		'create svc clusterip web --tcp=70000',
		'error: strconv.ParseUint: parsing "70000": value out of range\n'
	],
	['create svc clusterip web --tcp=80:0', 'error: must be between 1 and 65535, inclusive\n'],
	['create svc externalname web --external-name=A_', 'error: invalid service external name A_\n'],
	[
		'create service web',
		'error: unknown command "web"\nSee \'kubectl create service -h\' for help and examples\n'
	],
	['expose cm/a', 'error: cannot expose a ConfigMap\n'],
	['expose deploy/web', "error: couldn't find port via --port flag or introspection\n"],
	['expose deploy/web --port=http', 'error: strconv.Atoi: parsing "http": invalid syntax\n'],
	['expose deploy/web --port=80 --labels=a', 'error: unexpected label spec: a\n'],
	['expose deploy/web --port=80 --session-affinity=Odd', 'error: unknown session affinity: Odd\n'],
	[
		'run web --image=a --expose',
		"error: --port must be set when exposing a service\nSee 'kubectl run -h' for help and examples\n"
	]
])('"%s" creates nothing and says why', (line, error) => {
	const { stderr, exit, requests } = typed(line);
	expect([stderr, exit]).toEqual([error, 1]);
	expect(requests.some((request) => request.startsWith('POST'))).toBe(false);
});

test('a Service that the server refuses is called by its type', () => {
	const { stderr } = typed('create service nodeport web --tcp=80', {
		answer: () => refused(422, 'Invalid', 'Service "web" is invalid')
	});
	expect(stderr).toBe('error: failed to create NodePort service: Service "web" is invalid\n');
});

const ports = (...list: object[]): object => ({
	spec: { template: { spec: { containers: [{ name: 'c', ports: list }] } } }
});

test('expose takes selector, labels and ports from what it exposes', () => {
	const { stdout, bodies, requests } = typed('expose deploy web', {
		over: {
			metadata: { labels: { team: 'a' } },
			...ports({ containerPort: 80 }, { containerPort: 53, protocol: 'UDP' })
		}
	});
	expect(stdout).toBe('service/web exposed\n');
	expect(requests.at(-1)).toBe(
		'POST /api/v1/namespaces/default/services?fieldManager=kubectl-expose'
	);
	expect(bodies.at(-1)).toEqual({
		kind: 'Service',
		apiVersion: 'v1',
		metadata: { name: 'web', labels: { team: 'a' }, namespace: 'default' },
		spec: {
			ports: [
				{ name: 'port-1', protocol: 'TCP', port: 80, targetPort: 80 },
				{ name: 'port-2', protocol: 'UDP', port: 53, targetPort: 53 }
			],
			selector: { app: 'web' }
		},
		status: { loadBalancer: {} }
	});
});

test('expose names both protocols of one port', () => {
	const { bodies } = typed('expose deploy web', {
		over: ports({ containerPort: 53 }, { containerPort: 53, protocol: 'UDP' })
	});
	expect(bodies.at(-1)).toMatchObject({
		spec: { ports: [{ name: 'port-1-tcp' }, { name: 'port-1-udp', protocol: 'UDP' }] }
	});
});

test('what is given on the line comes before what the object says', () => {
	const { bodies } = typed(
		'expose svc web --name=two --port=81 --target-port=http --type=LoadBalancer --load-balancer-ip=1.2.3.4 --external-ip=5.6.7.8 --session-affinity=ClientIP --selector=a=b --labels=c=d --protocol=SCTP'
	);
	expect(bodies.at(-1)).toMatchObject({
		metadata: { name: 'two', labels: { c: 'd' } },
		spec: {
			ports: [{ protocol: 'SCTP', port: 81, targetPort: 'http' }],
			selector: { a: 'b' },
			type: 'LoadBalancer',
			externalIPs: ['5.6.7.8'],
			sessionAffinity: 'ClientIP',
			loadBalancerIP: '1.2.3.4'
		}
	});
});

test('a selector with expressions is no map', () => {
	const matchExpressions = [{ key: 'a', operator: 'Exists' }];
	expect(
		typed('expose deploy web --port=80', { over: { spec: { selector: { matchExpressions } } } })
			.stderr
	).toBe(
		'error: couldn\'t retrieve selectors via --selector flag or introspection: couldn\'t convert expressions - "[{Key:a Operator:Exists Values:[]}]" to map-based selector format\n'
	);
});

test('run --expose makes a Service for the Pod and tells it first', () => {
	const { stdout, bodies } = typed('run web --image=a --port=80 --expose');
	expect(stdout).toBe('service/web created\npod/web created\n');
	expect(bodies.at(-1)).toMatchObject({
		spec: { ports: [{ protocol: 'TCP', port: 80, targetPort: 80 }], selector: { run: 'web' } }
	});
});
