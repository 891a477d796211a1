import { describe, expect, test } from 'vitest';
import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import { ok, typeLine } from '../testing/typed-line.ts';

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

describe('commands that patch', () => {
	test.each([
		[
			'label pod web tier=front',
			'kubectl-label',
			{ metadata: { labels: { tier: 'front' } } },
			'labeled'
		],
		['label pod web app-', 'kubectl-label', { metadata: { labels: { app: null } } }, 'unlabeled'],
		['label pod web app=web', 'kubectl-label', {}, 'not labeled'],
		[
			'label pod web app=x --overwrite',
			'kubectl-label',
			{ metadata: { labels: { app: 'x' } } },
			'labeled'
		],
		[
			'annotate pod web a=b',
			'kubectl-annotate',
			{ metadata: { annotations: { a: 'b' } } },
			'annotated'
		],
		[`patch pod web --type=merge -p '{"x":1}'`, 'kubectl-patch', { x: 1 }, 'patched (no change)']
	])('%s', (line, manager, body, operation) => {
		const typed = typeLine(`kubectl ${line}`, { answer: echo });
		expect(typed.requests).toEqual([
			'GET /api/v1/namespaces/default/pods/web',
			`PATCH /api/v1/namespaces/default/pods/web?fieldManager=${manager}`
		]);
		expect(typed.bodies[1]).toEqual(body);
		expect(typed.contentTypes[1]).toBe('application/merge-patch+json');
		expect(typed.stdout).toBe(`pod/web ${operation}\n`);
	});

	test('set image names the container only', () => {
		const typed = typeLine('kubectl set image pod/web web=web:v2', { answer: echo });
		expect(typed.requests[1]).toBe(
			'PATCH /api/v1/namespaces/default/pods/web?fieldManager=kubectl-set'
		);
		expect(typed.bodies[1]).toEqual({
			spec: {
				'$setElementOrder/containers': [{ name: 'web' }],
				containers: [{ image: 'web:v2', name: 'web' }]
			}
		});
		expect(typed.stdout).toBe('pod/web image updated\n');
	});

	test('cordon and taint change the node', () => {
		const cordoned = typeLine('kubectl cordon worker-1', { answer: echo });
		expect([cordoned.requests[1], cordoned.bodies[1], cordoned.stdout]).toEqual([
			'PATCH /api/v1/nodes/worker-1',
			{ spec: { unschedulable: true } },
			'node/worker-1 cordoned\n'
		]);
		const tainted = typeLine('kubectl taint nodes worker-1 a=b:NoSchedule', { answer: echo });
		expect([tainted.requests[1], tainted.bodies[1], tainted.stdout]).toEqual([
			'PATCH /api/v1/nodes/worker-1?fieldManager=kubectl-taint&fieldValidation=Strict',
			{ spec: { taints: [{ key: 'a', value: 'b', effect: 'NoSchedule' }] } },
			'node/worker-1 tainted\n'
		]);
	});

	test.each([
		['label pod web', 'error: at least one label update is required\n'],
		[
			'label',
			'error: one or more resources must be specified as <resource> <name> or <resource>/<name>\n'
		],
		['label pod web a=b a-', 'error: can not both modify and remove a label in the same command\n'],
		['label pod web app=x', "error: 'app' already has a value (web), and --overwrite is false\n"],
		['uncordon worker-1', ''],
		['set image pod/web none=x', 'error: unable to find container named "none"\n'],
		['set image', /^error: You must provide one or more resources by argument or filename\./],
		[
			'taint nodes worker-1 a=b:Never',
			"error: invalid taint effect: Never, unsupported taint effect\nSee 'kubectl taint -h' for help and examples\n"
		],
		['taint nodes worker-1 a-', 'error: taint "a" not found\n'],
		['taint worker-1 a=b:NoSchedule', `the server doesn't have a resource type "worker-1"\n`],
		[
			'patch pod web',
			'error: must specify --patch or --patch-file containing the contents of the patch\n'
		],
		[`patch pod web -p '{"a":'`, 'Error from server (BadRequest): unexpected end of JSON input\n'],
		[
			'patch pod web --type=xml -p {}',
			'error: --type must be one of [json merge strategic], not "xml"\n'
		]
	])('%s is told in kubectl’s words', (line, words) => {
		const { stderr } = typeLine(`kubectl ${line}`, { answer: echo });
		if (typeof words === 'string') expect(stderr).toBe(words);
		else expect(stderr).toMatch(words);
	});
});
