import { describe, expect, test } from 'vitest';
import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import { ok, refused, typeLine } from '../testing/typed-line.ts';

const meta = { name: 'web', namespace: 'default', uid: 'u1', labels: { app: 'web' } };
const pod = {
	apiVersion: 'v1',
	kind: 'Pod',
	metadata: meta,
	spec: { containers: [{ name: 'web', image: 'web:v1' }] },
	status: {}
};
const node = {
	apiVersion: 'v1',
	kind: 'Node',
	metadata: { name: 'worker-1' },
	spec: {},
	status: {}
};

function echo(request: ApiRequest): ApiResponse {
	if (request.method === 'POST') return ok(request.body as object, 201);
	return ok(request.path.includes('/nodes') ? node : pod);
}

const file = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  k: v\n';

describe('kubectl run', () => {
	test('posts the Pod that kubectl makes', () => {
		const typed = typeLine(
			'kubectl run web --image=web:v1 --env=A=1 --port=80 --labels=b=2,a=1 -- sh -c x',
			{ answer: echo }
		);
		expect(typed.requests).toEqual([
			'POST /api/v1/namespaces/default/pods?fieldManager=kubectl-run'
		]);
		expect(typed.stdout).toBe('pod/web created\n');
		expect(typed.bodies[0]).toEqual({
			kind: 'Pod',
			apiVersion: 'v1',
			metadata: { name: 'web', labels: { a: '1', b: '2' }, namespace: 'default' },
			spec: {
				containers: [
					{
						name: 'web',
						image: 'web:v1',
						args: ['sh', '-c', 'x'],
						ports: [{ containerPort: 80 }],
						env: [{ name: 'A', value: '1' }],
						resources: {}
					}
				],
				restartPolicy: 'Always',
				dnsPolicy: 'ClusterFirst'
			},
			status: {}
		});
	});

	test('asks nothing in a client dry run, and prints fields as Go orders them', () => {
		const typed = typeLine(`kubectl run a --image=x --command --dry-run=client -o json -- y`);
		expect(typed.requests).toEqual([]);
		expect(typed.stdout.split('\n').slice(1, 3)).toEqual([
			'    "kind": "Pod",',
			'    "apiVersion": "v1",'
		]);
		expect(typed.stdout).toContain('"command": [');
	});

	test.each([
		[`--overrides='{"spec":{"nodeSelector":{"a":"b"}}}'`, { nodeSelector: { a: 'b' } }],
		['--restart=Never', { restartPolicy: 'Never' }]
	])('%s changes its spec', (flag, expected) => {
		const { bodies } = typeLine(`kubectl run a --image=x ${flag}`, { answer: echo });
		expect((bodies[0] as { spec: object }).spec).toMatchObject(expected);
	});

	test.each([
		["--image='web v1'", 'error: Invalid image name "web v1": invalid reference format\n'],
		['--image=WEB:v1', 'error: Invalid image name "WEB:v1": invalid reference format\n'],
		['--image=x --port=http', 'error: strconv.Atoi: parsing "http": invalid syntax\n'],
		["--image=x --overrides='{bad'", 'error: Invalid JSON Patch\n'],
		[
			'--image=x --dry-run=always',
			'error: Invalid dry-run value (always). Must be "none", "server", or "client".\n'
		]
	])('%s is refused', (flags, words) => {
		expect(typeLine(`kubectl run a ${flags}`)).toMatchObject({
			stderr: words,
			exit: 1,
			requests: []
		});
	});
});

describe('kubectl create', () => {
	test('posts each object of a file and goes on after a refusal', () => {
		const typed = typeLine('kubectl create -f f.yaml', {
			files: { 'f.yaml': `${file}---\n${file.replace('name: a', 'name: b')}` },
			answer: (request) =>
				(request.body as typeof pod).metadata.name === 'a'
					? refused(409, 'AlreadyExists', 'configmaps "a" already exists')
					: echo(request)
		});
		expect(typed.requests).toEqual([
			'POST /api/v1/namespaces/default/configmaps?fieldManager=kubectl-create&fieldValidation=Strict',
			'POST /api/v1/namespaces/default/configmaps?fieldManager=kubectl-create&fieldValidation=Strict'
		]);
		expect(typed).toMatchObject({
			stdout: 'configmap/b created\n',
			stderr:
				'Error from server (AlreadyExists): error when creating "f.yaml": configmaps "a" already exists\n',
			exit: 1
		});
	});

	test.each([
		['kind: ConfigMap\n', 'error validating data: apiVersion not set'],
		['a: 1\n', 'error validating data: [apiVersion not set, kind not set]'],
		['text\n', 'error validating data: invalid object to validate'],
		[
			'apiVersion: v1\nkind: Pods\nmetadata: {name: a}\n',
			'no matches for kind "Pods" in version "v1"\nensure CRDs are installed first'
		],
		['a: b: c\n', 'error parsing f.yaml: error converting YAML to JSON: yaml: mapping values'],
		['# nothing\n', 'error: no objects passed to create']
	])('refuses the file %j', (text, words) => {
		const { stderr, exit } = typeLine('kubectl create -f f.yaml', { files: { 'f.yaml': text } });
		expect(stderr).toContain(words);
		expect(exit).toBe(1);
	});

	test('makes ConfigMaps and Secrets from literals and files', () => {
		const files = { 'dir/a.txt': 'A', 'dir/b.txt': 'B', 'e.env': '# c\nX=1\nY=\n' };
		const yaml = (line: string): string =>
			typeLine(`kubectl create ${line} --dry-run=client -o yaml`, { files }).stdout;
		expect(yaml('cm m --from-literal=k="v w" --from-file=dir')).toContain(
			'a.txt: A\n  b.txt: B\n  k: v w\n'
		);
		expect(yaml('cm m --from-env-file=e.env')).toContain('X: "1"\n  "Y": ""\n');
		expect(yaml('secret generic s --from-literal=k=v')).toContain('k: dg==\n');
	});

	test('names the kind that it failed to create', () => {
		const answer = (): ApiResponse =>
			refused(409, 'AlreadyExists', 'configmaps "m" already exists');
		expect(typeLine('kubectl create cm m', { answer }).stderr).toBe(
			'error: failed to create configmap: configmaps "m" already exists\n'
		);
	});
});

describe('kubectl apply', () => {
	const current = {
		...pod,
		metadata: {
			...meta,
			annotations: {
				'kubectl.kubernetes.io/last-applied-configuration': '{"metadata":{"labels":{"old":"1"}}}'
			},
			labels: { old: '1', app: 'web' }
		}
	};
	const yaml =
		'apiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {app: web}}\nspec: {containers: [{name: web, image: web:v2}]}\n';

	test('creates what is not there, with the annotation that remembers it', () => {
		const typed = typeLine('kubectl apply -f -', {
			stdin: file,
			answer: (request) => (request.method === 'GET' ? undefined : echo(request))
		});
		expect(typed.requests).toEqual([
			'GET /api/v1/namespaces/default/configmaps/a',
			'POST /api/v1/namespaces/default/configmaps?fieldManager=kubectl-client-side-apply&fieldValidation=Strict'
		]);
		expect(typed.stdout).toBe('configmap/a created\n');
		expect((typed.bodies[1] as typeof current).metadata.annotations).toEqual({
			'kubectl.kubernetes.io/last-applied-configuration':
				'{"apiVersion":"v1","data":{"k":"v"},"kind":"ConfigMap","metadata":{"annotations":{},"name":"a","namespace":"default"}}\n'
		});
	});

	test('patches what has changed, by a strategic three-way merge', () => {
		const typed = typeLine('kubectl apply -f f.yaml', {
			files: { 'f.yaml': yaml },
			answer: () => ok(current)
		});
		expect(typed.stdout).toBe('pod/web configured\n');
		expect(typed.contentTypes[1]).toBe('application/strategic-merge-patch+json');
		expect(typed.bodies[1]).toMatchObject({
			metadata: { labels: { old: null } },
			spec: { containers: [{ name: 'web', image: 'web:v2' }] }
		});
	});

	test('sends nothing when nothing has changed', () => {
		let stored: object | undefined;
		const answer = (request: ApiRequest): ApiResponse | undefined => {
			if (request.method === 'POST') stored = request.body as object;
			return stored && ok(stored);
		};
		const typed = typeLine('kubectl apply -f f.yaml; kubectl apply -f f.yaml', {
			files: { 'f.yaml': file },
			answer
		});
		expect(typed.stdout).toBe('configmap/a created\nconfigmap/a unchanged\n');
		expect(typed.requests).toHaveLength(3);
	});
});

describe('kubectl delete', () => {
	const gone = {
		apiVersion: 'v1',
		kind: 'Status',
		metadata: {},
		status: 'Success',
		details: { uid: 'u1' }
	};

	test('deletes, then watches until the object is gone', () => {
		const typed = typeLine('kubectl delete pod web', {
			answer: () => ok(pod),
			events: [
				[10, { type: 'ADDED', object: pod as never }],
				[900, { type: 'DELETED', object: pod as never }]
			]
		});
		expect(typed.requests).toEqual([
			'DELETE /api/v1/namespaces/default/pods/web',
			'GET /api/v1/namespaces/default/pods/web',
			'GET /api/v1/namespaces/default/pods?allowWatchBookmarks=true&fieldSelector=metadata.name=web&resourceVersionMatch=NotOlderThan&sendInitialEvents=true&watch=true'
		]);
		expect(typed).toMatchObject({ stdout: 'pod "web" deleted from default namespace\n', exit: 0 });
		expect(typed.bodies[0]).toEqual({
			kind: 'DeleteOptions',
			apiVersion: 'v1',
			propagationPolicy: 'Background'
		});
	});

	test('is done when the GET finds nothing, or another object', () => {
		const answer = (other: ApiResponse | undefined) => (request: ApiRequest) =>
			request.method === 'DELETE' ? ok(gone) : other;
		expect(typeLine('kubectl delete pod web', { answer: answer(undefined) }).exit).toBe(0);
		const other = ok({ ...pod, metadata: { ...meta, uid: 'u2' } });
		expect(typeLine('kubectl delete pod web', { answer: answer(other) }).exit).toBe(0);
	});

	test('gives up waiting after --timeout', () => {
		expect(
			typeLine('kubectl delete pod web --timeout=2s', { answer: () => ok(pod) })
		).toMatchObject({
			stdout: 'pod "web" deleted from default namespace\n',
			stderr: 'error: timed out waiting for the condition on pods/web\n',
			exit: 1
		});
	});

	test.each([
		['--force --grace-period=0', 0, 'force deleted'],
		['--force', 0, 'force deleted'],
		['--now', 1, 'deleted'],
		['--grace-period=0', 1, 'deleted'],
		['--grace-period=5', 5, 'deleted']
	])('%s asks for %i s', (flags, seconds, words) => {
		const typed = typeLine(`kubectl delete pod web --wait=false ${flags}`, {
			answer: () => ok(pod)
		});
		expect(typed.bodies[0]).toMatchObject({ gracePeriodSeconds: seconds });
		expect(typed.stdout).toBe(`pod "web" ${words} from default namespace\n`);
		expect(typed.stderr !== '').toBe(flags.includes('--force'));
	});

	test('finds what a selector means, and says when that is nothing', () => {
		const list = { apiVersion: 'v1', kind: 'PodList', metadata: {}, items: [] };
		const typed = typeLine('kubectl delete pods -l app=x', { answer: () => ok(list) });
		expect(typed.requests).toEqual([
			'GET /api/v1/namespaces/default/pods?labelSelector=app=x&limit=500'
		]);
		expect(typed).toMatchObject({ stdout: 'No resources found\n', exit: 0 });
	});
});
