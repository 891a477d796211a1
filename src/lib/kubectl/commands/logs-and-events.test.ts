import { describe, expect, test } from 'vitest';
import type { ApiRequest, ApiResponse, WatchEvent } from '#lib/kubernetes/api-client.ts';
import { ok, typeLine } from '../testing/typed-line.ts';

function podOf(name: string, fields: object = {}): object {
	const metadata = { name, namespace: 'default', uid: `uid-${name}`, labels: { app: name } };
	return {
		apiVersion: 'v1',
		kind: 'Pod',
		metadata,
		spec: { containers: [] },
		status: {},
		...fields
	};
}

describe('kubectl logs', () => {
	const pod = podOf('web', {
		spec: { containers: [{ name: 'main' }, { name: 'side' }], initContainers: [{ name: 'prep' }] }
	});
	const logs = ({ path }: ApiRequest): ApiResponse =>
		ok(path.endsWith('/log') ? { kind: 'Log', metadata: {}, text: 'one\ntwo\n' } : pod);

	test('asks for the first container, and says so', () => {
		const typed = typeLine('kubectl logs web --tail=2 --timestamps', { answer: logs });
		expect(typed.requests[1]).toBe(
			'GET /api/v1/namespaces/default/pods/web/log?container=main&tailLines=2&timestamps=true'
		);
		expect(typed).toMatchObject({
			stdout: 'one\ntwo\n',
			stderr: 'Defaulted container "main" out of: main, side, prep (init)\n'
		});
	});

	test('prints each container with --all-containers, and its name with --prefix', () => {
		const { stdout } = typeLine('kubectl logs web --all-containers --prefix', { answer: logs });
		expect(stdout.split('\n').slice(0, 3)).toEqual([
			'[pod/web/prep] one',
			'[pod/web/prep] two',
			'[pod/web/main] one'
		]);
	});

	test('-f prints the pieces that come', () => {
		const piece = (text: string): WatchEvent => ({
			type: 'ADDED',
			object: { kind: 'Log', apiVersion: 'v1', metadata: {}, text }
		});
		const typed = typeLine('kubectl logs web -c side -f', {
			answer: logs,
			events: [
				[5, piece('a\n')],
				[50, piece('b\n')]
			]
		});
		expect(typed.stdout).toBe('a\nb\n');
		expect(typed.requests[1]).toContain('follow=true');
	});

	test.each([
		['logs web -c none', 'error: container none is not valid for pod web\n'],
		['logs web --tail=-5', 'error: --tail must be greater than or equal to -1\n'],
		[
			'logs web --since=1h --since-time=x',
			'error: at most one of `sinceTime` or `sinceSeconds` may be specified\n'
		]
	])('%s', (line, words) => {
		expect(typeLine(`kubectl ${line}`, { answer: logs }).stderr).toBe(words);
	});

	test('a Pod that is not there', () => {
		expect(typeLine('kubectl logs none').stderr).toBe(
			'error: error from server (NotFound): pods "none" not found in namespace "default"\n'
		);
	});
});

describe('kubectl events', () => {
	const event = (name: string, fields: object): object => ({
		metadata: { name, namespace: 'default' },
		involvedObject: { kind: 'Pod', name: 'web' },
		type: 'Normal',
		reason: name,
		message: `${name} it`,
		...fields
	});
	const all = {
		apiVersion: 'v1',
		kind: 'EventList',
		metadata: {},
		items: [
			event('Scheduled', { eventTime: '2026-01-05T08:59:50.900000Z' }),
			event('Pulled', {
				firstTimestamp: '2026-01-05T08:59:20Z',
				lastTimestamp: '2026-01-05T08:59:55Z',
				count: 3
			}),
			event('Failed', {
				type: 'Warning',
				firstTimestamp: '2026-01-05T08:59:50Z',
				lastTimestamp: '2026-01-05T08:59:50Z'
			})
		]
	};

	test('are printed in the order of their last time', () => {
		expect(typeLine('kubectl events', { answer: () => ok(all) }).stdout).toBe(
			'LAST SEEN          TYPE      REASON      OBJECT    MESSAGE\n' +
				'10s                Warning   Failed      Pod/web   Failed it\n' +
				'9s                 Normal    Scheduled   Pod/web   Scheduled it\n' +
				'5s (x3 over 40s)   Normal    Pulled      Pod/web   Pulled it\n'
		);
	});

	test('can be chosen by type and object', () => {
		const typed = typeLine('kubectl events --types=Warning --for pod/web --no-headers', {
			answer: () => ok(all)
		});
		expect(typed.stdout).toBe('10s   Warning   Failed   Pod/web   Failed it\n');
		expect(typed.requests[0]).toContain('involvedObject.kind=Pod,involvedObject.name=web');
	});
});
