import { expect, it } from 'vitest';
import { simulate } from '#lib/source/simulate.ts';
import type { Fact } from './fact.ts';
import { lessons } from './index.ts';
import { refute } from './refute.ts';

const traceOf = (id: string) => simulate(lessons.find((one) => one.id === id)!.scenario);

/** What doesn't hold is told with what does. */
it.each<readonly [string, Fact, string]>([
	[
		'resources',
		{ claim: 'uses', pod: 'default/busy', milliCpu: 2000 },
		'default/busy never takes that, but 1000m, 0.5 throttled, 0 bytes'
	],
	[
		'resources',
		{ claim: 'uses', pod: 'default/none' },
		'default/none never takes that, but nothing'
	],
	[
		'resources',
		{ claim: 'evicted', first: ['default/batch'] },
		'the order was default/cache, default/batch, default/api, default/db'
	],
	[
		'yaml',
		{ claim: 'written', key: 'pods/default/web', part: 'spec', field: 'nodeName', by: 'you' },
		'spec.nodeName was written by scheduler, not by you'
	],
	[
		'yaml',
		{ claim: 'written', key: 'pods/default/web', part: 'spec', field: 'none', by: 'you' },
		'spec.none was written by nobody, not by you'
	],
	['contexts', { claim: 'context', is: 'laptop' }, 'the context is shop'],
	['contexts', { claim: 'context', is: 'shop', user: 'admin' }, 'shop names office, ann, shop'],
	[
		'contexts',
		{ claim: 'context', is: 'shop', at: { beat: 'evicting' } },
		'evicting #0 never comes'
	],
	['yaml', { claim: 'context', is: 'shop' }, 'the context is none']
])('in %s it is not so: %o', (id, fact, why) => {
	expect(refute(traceOf(id), fact)).toContain(why);
});
