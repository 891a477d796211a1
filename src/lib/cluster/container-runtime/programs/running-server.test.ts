import { expect, test } from 'vitest';
import { Kernel } from '../../kernel/kernel.ts';
import { RunningServer } from './running-server.ts';
import { serverProgram } from './server-program.ts';

interface Given {
	readonly image?: string;
	readonly env?: Readonly<Record<string, string>>;
	/** When a request is sent, ms. */
	readonly requestAtMs?: readonly number[];
	readonly termAtMs?: number;
	readonly killAtMs?: number;
}

function play({ image = 'web:v1', env = {}, requestAtMs = [], termAtMs, killAtMs }: Given) {
	const kernel = new Kernel(1, 0);
	const seen: string[] = [];
	const program = serverProgram(image, new Map(Object.entries(env)), [], 'pod-1');
	const server = new RunningServer(kernel, program, 'default/pod-1', {
		write: (text) => seen.push(`${kernel.nowMs} ${text.trim()}`),
		end: (code) => {
			seen.push(`${kernel.nowMs} ended ${code}`);
			server.kill();
		},
		spendCpu: (ms) => ms
	});
	for (const ms of requestAtMs) {
		kernel.after(ms, () => {
			if (!server.listensOn(80)) return seen.push(`${ms} refused`);
			server.request('/', (ended) =>
				seen.push(`${ms} ${'reset' in ended ? 'reset' : ended.answer.code}`)
			);
			return undefined;
		});
	}
	if (termAtMs !== undefined) kernel.after(termAtMs, () => server.terminate());
	if (killAtMs !== undefined) kernel.after(killAtMs, () => server.kill());
	kernel.runUntil(60_000);
	return seen;
}

test('it refuses until it listens, then answers', () => {
	const seen = play({ env: { START_DELAY: '2s' }, requestAtMs: [100, 1999, 2001] });
	expect(seen).toEqual(['100 refused', '1999 refused', '2000 listening v1', '2001 200']);
});

test('on SIGTERM it ends at once, and breaks what is under way', () => {
	const env = { RESPONSE_TIME: '100ms' };
	const seen = play({ env, requestAtMs: [50, 200], termAtMs: 60 });
	expect(seen).toEqual(['1 listening v1', '61 ended 0', '50 reset', '200 refused']);
});

test('with IGNORE_TERM it goes on until it is killed', () => {
	const env = { IGNORE_TERM: '1' };
	const seen = play({ env, requestAtMs: [500, 2000], termAtMs: 100, killAtMs: 1000 });
	expect(seen).toEqual(['1 listening v1', '500 200', '2000 refused']);
});

test('with TERM_DELAY it serves on, takes nothing new when that is over, and finishes what is under way', () => {
	const env = { TERM_DELAY: '1s', RESPONSE_TIME: '300ms' };
	const seen = play({ env, requestAtMs: [500, 900, 1200], termAtMs: 100 });
	expect(seen.slice(0, 3)).toEqual(['1 listening v1', '500 200', '1200 refused']);
	expect(seen[3]).toMatch(/^900 200$/);
	expect(seen[4]).toMatch(/ ended 0$/);
});

test.each([
	['web:v2-broken', {}, ['1 listening v2-broken', '100 500']],
	['web:v2', { FAIL: '1' }, ['1 listening v2', '100 500']],
	['web:v2-crash', {}, ['1 ended 1', '100 refused']],
	['web:latest', {}, ['1 listening v3', '100 200']],
	['unknown:1', {}, ['100 refused']]
])('%s with %j', (image, env, expected) => {
	expect(play({ image, env, requestAtMs: [100] })).toEqual(expected);
});
