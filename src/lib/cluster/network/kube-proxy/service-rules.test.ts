import { expect, test } from 'vitest';
import { Random } from '../../kernel/random.ts';
import type { ProxyEndpoint } from './categorize-endpoints.ts';
import { ServiceRules } from './service-rules.ts';

const endpoints = ['10.244.0.2', '10.244.1.2', '10.244.2.2'].map<ProxyEndpoint>((ip) => ({
	ip,
	port: 80,
	pod: `default/${ip}`,
	ready: true,
	serving: true,
	terminating: false
}));

function picks(rules: ServiceRules, count: number, client = 'c'): string[] {
	const random = new Random(1).stream('test');
	return Array.from({ length: count }, (_, index) => {
		const verdict = rules.pick(client, random, index);
		return verdict.type === 'forward' ? verdict.endpoint.ip : verdict.type;
	});
}

test('each endpoint has the same chance', () => {
	const found = picks(
		new ServiceRules('default/web', endpoints, false, undefined, undefined),
		9000
	);
	for (const { ip } of endpoints) {
		expect(found.filter((picked) => picked === ip).length / 9000).toBeCloseTo(1 / 3, 1);
	}
});

test('without endpoints connections are refused', () => {
	expect(picks(new ServiceRules('default/web', [], false, undefined, undefined), 1)).toEqual([
		'reject'
	]);
});

test('with endpoints on other nodes only, policy Local drops', () => {
	expect(picks(new ServiceRules('default/web', [], true, undefined, undefined), 1)).toEqual([
		'drop'
	]);
});

test('a client that sticks stays with its endpoint, also when the rules are written anew', () => {
	const before = new ServiceRules('default/web', endpoints, false, 60_000, undefined);
	const [first, ...rest] = picks(before, 20);
	expect(new Set(rest)).toEqual(new Set([first]));
	const after = new ServiceRules('default/web', endpoints, false, 60_000, before);
	expect(new Set(picks(after, 20))).toEqual(new Set([first]));
	const without = endpoints.filter(({ ip }) => ip !== first);
	const moved = picks(new ServiceRules('default/web', without, false, 60_000, after), 20);
	expect(new Set(moved).size).toBe(1);
	expect(moved[0]).not.toBe(first);
});

test('a client is forgotten when the time of its affinity is over', () => {
	const rules = new ServiceRules('default/web', endpoints, false, 1, undefined);
	expect(new Set(picks(rules, 50)).size).toBe(3);
});
