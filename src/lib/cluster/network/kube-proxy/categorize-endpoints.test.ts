import { expect, test } from 'vitest';
import { categorizeEndpoints, type ProxyEndpoint } from './categorize-endpoints.ts';

/** `r` ready, `s` serving, `t` terminating, `l` on this node. */
function endpoint(ip: string, flags: string): ProxyEndpoint {
	return {
		ip,
		port: 80,
		pod: `default/${ip}`,
		ready: flags.includes('r'),
		serving: flags.includes('s') || flags.includes('r'),
		terminating: flags.includes('t'),
		node: flags.includes('l') ? 'here' : 'there'
	};
}

test.each<[string, Record<string, string>, string[], string[], boolean]>([
	['no endpoints', {}, [], [], false],
	['all ready', { a: 'rl', b: 'r' }, ['a', 'b'], ['a'], true],
	['one that is not ready', { a: 'rl', b: '' }, ['a'], ['a'], true],
	['none ready', { a: 'l', b: '' }, [], [], false],
	['terminating ones are not used beside a ready one', { a: 'stl', b: 'r' }, ['b'], ['a'], true],
	['all terminating, still serving', { a: 'stl', b: 'st' }, ['a', 'b'], ['a'], true],
	['all terminating, one no longer serving', { a: 'tl', b: 'st' }, ['b'], [], true],
	['all terminating, none serving', { a: 'tl', b: 't' }, [], [], false]
])('%s', (_name, flags, cluster, local, any) => {
	const found = categorizeEndpoints(Object.entries(flags).map(([ip, each]) => endpoint(ip, each)));
	expect(found.cluster.map(({ ip }) => ip)).toEqual(cluster);
	expect(found.localTo('here').map(({ ip }) => ip)).toEqual(local);
	expect(found.any).toBe(any);
});
