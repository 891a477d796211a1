import { expect, test } from 'vitest';
import { applyJsonPatch } from './json-patch.ts';
import { applyMergePatch } from './merge-patch.ts';
import { applyStrategicMergePatch, PatchError } from './strategic-merge-patch.ts';

test('a merge patch merges objects, replaces lists and takes away what is null', () => {
	const target = { a: { b: 1, c: 2 }, list: [1, 2] };
	expect(applyMergePatch(target, { a: { b: null, d: 3 }, list: [9] })).toEqual({
		a: { c: 2, d: 3 },
		list: [9]
	});
	expect(target).toEqual({ a: { b: 1, c: 2 }, list: [1, 2] });
});

const pod = (spec: object): object => ({ kind: 'Pod', spec });

test.each<[string, object, object, object]>([
	[
		'containers are merged by name',
		{
			containers: [
				{ name: 'a', image: 'x' },
				{ name: 'b', image: 'y' }
			]
		},
		{ containers: [{ name: 'b', image: 'z' }, { name: 'c' }] },
		{ containers: [{ name: 'a', image: 'x' }, { name: 'b', image: 'z' }, { name: 'c' }] }
	],
	[
		'an item is deleted by its key',
		{ containers: [{ name: 'a' }, { name: 'b' }] },
		{ containers: [{ name: 'a', $patch: 'delete' }] },
		{ containers: [{ name: 'b' }] }
	],
	[
		'a list is replaced whole',
		{ containers: [{ name: 'a' }] },
		{ containers: [{ name: 'z' }, { $patch: 'replace' }] },
		{ containers: [{ name: 'z' }] }
	],
	[
		'a list without a key is replaced',
		{ tolerations: [{ key: 'a' }] },
		{ tolerations: [{ key: 'b' }] },
		{ tolerations: [{ key: 'b' }] }
	],
	[
		'items come in the order that is asked for',
		{ containers: [{ name: 'a' }, { name: 'b' }] },
		{ $setElementOrder_: 0, '$setElementOrder/containers': [{ name: 'b' }, { name: 'a' }] },
		{ containers: [{ name: 'b' }, { name: 'a' }] }
	],
	[
		'new items stand before those that the patch does not name',
		{ containers: [{ name: 'a' }] },
		{ containers: [{ name: 'side' }] },
		{ containers: [{ name: 'side' }, { name: 'a' }] }
	],
	[
		'items that the patch does not name keep their place before those that it names',
		{ containers: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] },
		{ containers: [{ name: 'c', image: 'x' }, { name: 'new' }] },
		{ containers: [{ name: 'a' }, { name: 'b' }, { name: 'c', image: 'x' }, { name: 'new' }] }
	],
	[
		'a map is replaced',
		{ nodeSelector: { a: '1' } },
		{ nodeSelector: { $patch: 'replace', b: '2' } },
		{ nodeSelector: { b: '2' } }
	],
	['null takes away', { nodeName: 'x', hostname: 'h' }, { nodeName: null }, { hostname: 'h' }]
])('strategic merge: %s', (_what, target, patch, expected) => {
	expect(applyStrategicMergePatch(pod(target), { spec: patch }, 'Pod')).toEqual(pod(expected));
});

test('an item without its merge key is refused', () => {
	expect(() =>
		applyStrategicMergePatch(
			pod({ containers: [{ name: 'a' }] }),
			{ spec: { containers: [{ image: 'x' }] } },
			'Pod'
		)
	).toThrow('does not contain declared merge key: name');
});

test.each<[object, string, number]>([
	[{ nodeSelector: { $patch: 'merge', c: 'd' } }, 'unknown patch type: merge in map: map[', 500],
	[
		{ containers: [{ name: 'a', $patch: 'merge' }] },
		'merging lists cannot yet be specified in the patch',
		500
	],
	[{ containers: [{ name: 'a', $patch: 'keep' }] }, 'unknown patch type: keep in map: map[', 500],
	[{ nodeSelector: { $retainKeys: ['a'], c: 'd' } }, 'invalid patch format of retainKeys', 400],
	[{ '$deleteFromPrimitiveList/tolerations': 'x' }, 'invalid patch format of primitive list', 400],
	[
		{
			'$setElementOrder/containers': [{ name: 'b' }, { name: 'a' }],
			containers: [{ name: 'a' }, { name: 'b' }]
		},
		"The order in patch list:\n[map[name:a] map[name:b]]\n doesn't match $setElementOrder list:",
		500
	]
])('a strategic merge patch with spec %j is refused', (spec, message, code) => {
	const target = pod({ containers: [{ name: 'a' }], nodeSelector: { a: 'b' } });
	let error: unknown;
	try {
		applyStrategicMergePatch(target, { spec }, 'Pod');
	} catch (reason) {
		error = reason;
	}
	expect(error).toBeInstanceOf(PatchError);
	expect((error as PatchError).message).toContain(message);
	expect((error as PatchError).code).toBe(code);
});

test('a map with a directive is nothing where there is nothing that it could change', () => {
	const patch = { spec: { nodeSelector: { $patch: 'replace', a: 'b' } } };
	expect(applyStrategicMergePatch(pod({}), patch, 'Pod')).toEqual(pod({}));
});

test.each<[object[], unknown]>([
	[[{ op: 'add', path: '/list/1', value: 9 }], { list: [1, 9, 2], map: { a: 1 } }],
	[[{ op: 'add', path: '/list/-', value: 9 }], { list: [1, 2, 9], map: { a: 1 } }],
	[[{ op: 'remove', path: '/list/0' }], { list: [2], map: { a: 1 } }],
	[[{ op: 'replace', path: '/map/a', value: 5 }], { list: [1, 2], map: { a: 5 } }],
	[[{ op: 'move', from: '/map/a', path: '/map/b' }], { list: [1, 2], map: { b: 1 } }],
	[[{ op: 'copy', from: '/map/a', path: '/map/x~1y' }], { list: [1, 2], map: { a: 1, 'x/y': 1 } }],
	[[{ op: 'test', path: '/map/a', value: 1 }], { list: [1, 2], map: { a: 1 } }],
	[[{ op: 'test', path: '/map/b', value: null }], { list: [1, 2], map: { a: 1 } }],
	[[{ op: 'replace', path: '/list/-1', value: 9 }], { list: [1, 9], map: { a: 1 } }],
	[[{ op: 'add', path: '/list/-1', value: 9 }], { list: [1, 2, 9], map: { a: 1 } }]
])('JSON patch %j', (operations, expected) => {
	expect(applyJsonPatch({ list: [1, 2], map: { a: 1 } }, operations)).toEqual(expected);
});

test.each<[unknown]>([
	[[{ op: 'remove', path: '/none' }]],
	[[{ op: 'test', path: '/a', value: 2 }]],
	[[{ op: 'add', path: '/list/9', value: 1 }]],
	[{ op: 'add' }],
	[[{ op: 'dance', path: '/a' }]],
	[[{ op: 'replace', path: '', value: {} }]],
	[[{ op: 'remove', path: '/list/-' }]],
	[[{ op: 'add', path: 5 }]],
	[[5]]
])('JSON patch %j is refused', (operations) => {
	expect(() => applyJsonPatch({ a: 1, list: [] }, operations)).toThrow(PatchError);
});
