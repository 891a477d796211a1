import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeObject } from './decode.ts';
import { applyStrategicMergePatch } from './patch/strategic-merge-patch.ts';

const before = decodeObject('Pod', 'v1', {
	metadata: { name: 'web', labels: { app: 'web' }, finalizers: ['a/b'] },
	spec: {
		containers: [
			{ name: 'a', image: 'a', env: [{ name: 'X', value: '1' }] },
			{ name: 'b', image: 'b' }
		]
	},
	status: { phase: 'Pending', conditions: [{ type: 'Ready', status: 'False' }] }
}).object;

const patch = fc.record(
	{
		metadata: fc.record(
			{ labels: fc.constantFrom({ app: 'x' }, { app: null }), nope: fc.constant(1) },
			{ requiredKeys: [] }
		),
		spec: fc.record(
			{
				nodeName: fc.constantFrom('n', '', null),
				containers: fc.constantFrom(
					[{ name: 'b', image: 'c', nope: true }],
					[{ name: 'z' }],
					[{ name: 'a', env: [{ name: 'X', value: '' }] }]
				)
			},
			{ requiredKeys: [] }
		),
		status: fc.record(
			{
				phase: fc.constantFrom('Running', ''),
				conditions: fc.constantFrom([{ type: 'Ready', status: 'True' }], [{ type: 'Other' }], [])
			},
			{ requiredKeys: [] }
		)
	},
	{ requiredKeys: [] }
);

it('reading what changed of an object gives what reading all of it gives', () => {
	fc.assert(
		fc.property(patch, (change) => {
			const patched = applyStrategicMergePatch(before, change, 'Pod');
			const anew: unknown = JSON.parse(JSON.stringify(patched));
			expect(decodeObject('Pod', 'v1', patched, before)).toEqual(decodeObject('Pod', 'v1', anew));
		})
	);
});
