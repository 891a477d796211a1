import { expect, test } from 'vitest';
import { ok, refused, type TypedLine, typeLine } from '../testing/typed-line.ts';
import { type Circumstances, scriptedServer } from '../testing/scripted-server.ts';

function typed(line: string, circumstances: Circumstances = {}): TypedLine {
	return typeLine(`kubectl scale ${line}`, { answer: scriptedServer(circumstances) });
}

const scale = (replicas: number, reached = replicas): object => ({
	apiVersion: 'autoscaling/v1',
	kind: 'Scale',
	metadata: { name: 'web', namespace: 'default', resourceVersion: '7' },
	spec: { replicas },
	status: { replicas: reached }
});

test('several are scaled blindly, one after another', () => {
	const { stdout, requests, bodies } = typed('deploy/a rs/b --replicas=2');
	expect(stdout).toBe('deployment.apps/a scaled\nreplicaset.apps/b scaled\n');
	expect(requests.filter((request) => request.startsWith('PATCH'))).toEqual([
		'PATCH /apis/apps/v1/namespaces/default/deployments/a/scale',
		'PATCH /apis/apps/v1/namespaces/default/replicasets/b/scale'
	]);
	expect(bodies.at(-1)).toEqual({ spec: { replicas: 2 } });
});

test('--current-replicas looks first and puts the whole scale', () => {
	const answer: Circumstances['answer'] = ({ path, method }) =>
		path.endsWith('/scale') && method === 'GET' ? ok(scale(3)) : undefined;
	const { stdout, requests, bodies } = typed('deploy web --replicas=5 --current-replicas=3', {
		answer
	});
	expect(stdout).toBe('deployment.apps/web scaled\n');
	expect(requests.at(-1)).toBe('PUT /apis/apps/v1/namespaces/default/deployments/web/scale');
	expect(bodies.at(-1)).toEqual({ ...scale(3), spec: { replicas: 5 } });
	const other = typed('deploy web --replicas=5 --current-replicas=2', { answer });
	expect([other.stderr, other.exit]).toEqual(['error: Expected replicas to be 2, was 3\n', 1]);
	expect(typed('deploy web --replicas=5 --resource-version=6', { answer }).stderr).toBe(
		'error: Expected resource version to be 6, was 7\n'
	);
});

test('a conflict is tried again, anything else is not', () => {
	let tries = 0;
	const { stdout, requests } = typed('deploy web --replicas=5', {
		answer({ method }) {
			if (method !== 'PATCH') return undefined;
			tries += 1;
			return tries < 3 ? refused(409, 'Conflict', 'modified') : undefined;
		}
	});
	expect([stdout, requests.length]).toEqual(['deployment.apps/web scaled\n', 4]);
	const forbidden = typed('deploy web --replicas=5', {
		answer: ({ method }) => (method === 'PATCH' ? refused(403, 'Forbidden', 'no') : undefined)
	});
	expect([forbidden.stderr, forbidden.requests.length]).toEqual([
		'Error from server (Forbidden): no\n',
		2
	]);
});

test('--timeout waits until the replicas are there, or gives up', () => {
	let looks = 0;
	const { stdout } = typed('deploy web --replicas=5 --timeout=10s', {
		answer({ path, method }) {
			if (!path.endsWith('/scale') || method !== 'GET') return undefined;
			looks += 1;
			return ok(scale(5, looks < 3 ? 4 : 5));
		}
	});
	expect([stdout, looks]).toEqual(['deployment.apps/web scaled\n', 3]);
	const late = typed('deploy web --replicas=5 --timeout=3s', {
		answer: ({ path, method }) =>
			path.endsWith('/scale') && method === 'GET' ? ok(scale(5, 4)) : undefined
	});
	expect(late.stderr).toBe('error: timed out waiting for "web" to be synced\n');
});

test.each([
	['deploy web', 'error: required flag(s) "replicas" not set\n'],
	[
		'deploy web --replicas=-1',
		'error: The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0\n'
	],
	[
		'deploy web --replicas=1 --current-replicas=-2',
		'error: The --current-replicas must specify an integer of -1 or greater\n'
	],
	['deploy --replicas=1', 'error: resource(s) were provided, but no name was specified\n'],
	['deploy --all --replicas=1', 'error: no objects passed to scale\n'],
	[
		'deploy a b --replicas=1 --resource-version=1',
		'error: cannot use --resource-version with multiple resources\n'
	]
])('"scale %s" changes nothing and says why', (line, error) => {
	const { stderr, exit, requests } = typed(line);
	expect([stderr, exit]).toEqual([error, 1]);
	expect(requests.every((request) => request.startsWith('GET'))).toBe(true);
});

test('a dry run of the client asks for nothing to be changed', () => {
	const { stdout, requests } = typed('deploy web --replicas=9 --dry-run=client');
	expect([stdout, requests.length]).toEqual(['deployment.apps/web scaled (dry run)\n', 1]);
});
