import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyStrategicMergePatch } from '#lib/kubernetes/patch/strategic-merge-patch.ts';
import { strategicDiff } from './strategic-diff.ts';
import { threeWayPatch } from './three-way-patch.ts';

const web = {
	spec: { containers: [{ name: 'web', image: 'web:v1', env: [{ name: 'A', value: '1' }] }] }
};

describe('strategicDiff', () => {
	test('names only the item of a list that changed, and the order of all', () => {
		const changed = { spec: { containers: [{ ...web.spec.containers[0], image: 'web:v2' }] } };
		expect(strategicDiff(web, changed, 'Pod')).toEqual({
			spec: {
				'$setElementOrder/containers': [{ name: 'web' }],
				containers: [{ image: 'web:v2', name: 'web' }]
			}
		});
	});

	test('removes an item by a directive and a field by null', () => {
		const changed = { spec: { containers: [{ name: 'web', image: 'web:v1', env: [] }] } };
		expect(strategicDiff({ ...web, x: 1 }, changed, 'Pod')).toEqual({
			x: null,
			spec: {
				'$setElementOrder/containers': [{ name: 'web' }],
				containers: [
					{ env: [{ $patch: 'delete', name: 'A' }], '$setElementOrder/env': [], name: 'web' }
				]
			}
		});
	});

	test('takes single values out of a set', () => {
		expect(
			strategicDiff(
				{ metadata: { finalizers: ['a', 'b'] } },
				{ metadata: { finalizers: ['b'] } },
				'Pod'
			)
		).toEqual({
			metadata: {
				'$setElementOrder/finalizers': ['b'],
				'$deleteFromPrimitiveList/finalizers': ['a']
			}
		});
	});

	test('is empty for the same', () => {
		expect(strategicDiff(web, structuredClone(web), 'Pod')).toEqual({});
	});

	test('makes the modified object out of the original', () => {
		const container = fc.record({
			name: fc.constantFrom('a', 'b', 'c'),
			image: fc.constantFrom('x', 'y')
		});
		const pod = fc.record({
			metadata: fc.record({
				labels: fc.dictionary(fc.constantFrom('k', 'l'), fc.constantFrom('1', '2'))
			}),
			spec: fc.record({
				containers: fc.uniqueArray(container, { selector: ({ name }) => name, minLength: 1 })
			})
		});
		fc.assert(
			fc.property(pod, pod, (original, modified) => {
				const patch = strategicDiff(original, modified, 'Pod');
				expect(applyStrategicMergePatch(original, patch, 'Pod')).toEqual(modified);
			})
		);
	});
});

describe('threeWayPatch', () => {
	test('leaves alone what others set, changes what is new, removes what was applied before', () => {
		const patch = threeWayPatch(
			{ metadata: { labels: { old: '1', kept: '1' } } },
			{ metadata: { labels: { kept: '2' } } },
			{ metadata: { labels: { old: '1', kept: '1', theirs: 'x' } }, status: {} },
			'ConfigMap'
		);
		expect(patch).toEqual({ metadata: { labels: { old: null, kept: '2' } } });
	});

	test('removes a container that was applied before and changes the other', () => {
		const container = (name: string, image: string): object => ({ name, image });
		const patch = threeWayPatch(
			{ spec: { containers: [container('a', 'x'), container('b', 'x')] } },
			{ spec: { containers: [container('a', 'y')] } },
			{ spec: { containers: [container('a', 'x'), container('b', 'x'), container('c', 'z')] } },
			'Pod'
		);
		expect(patch).toEqual({
			spec: {
				'$setElementOrder/containers': [{ name: 'a' }],
				containers: [
					{ image: 'y', name: 'a' },
					{ $patch: 'delete', name: 'b' }
				]
			}
		});
	});

	test('knows ports of a Service by their number', () => {
		const port = (number: number, more = {}): object => ({ name: 'p', port: number, ...more });
		const patch = threeWayPatch(
			{ spec: { ports: [port(80), port(81)] } },
			{ spec: { ports: [port(80, { targetPort: 8080 })] } },
			{ spec: { ports: [port(80, { targetPort: 80 }), port(81, { targetPort: 81 })] } },
			'Service'
		);
		expect(patch).toEqual({
			spec: {
				'$setElementOrder/ports': [{ port: 80 }],
				ports: [
					{ port: 80, targetPort: 8080 },
					{ $patch: 'delete', port: 81 }
				]
			}
		});
	});

	test('names what a changed strategy keeps, so that the server forgets its defaults', () => {
		const patch = threeWayPatch(
			{ spec: {} },
			{ spec: { strategy: { type: 'Recreate' } } },
			{ spec: { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } } } },
			'Deployment'
		);
		expect(patch).toEqual({ spec: { strategy: { $retainKeys: ['type'], type: 'Recreate' } } });
	});

	test('takes away an item alone', () => {
		const containers = (...names: string[]): object => ({
			spec: { containers: names.map((name) => ({ name })) }
		});
		expect(
			threeWayPatch(containers('a', 'b'), containers('a'), containers('a', 'b'), 'Pod')
		).toEqual({
			spec: {
				'$setElementOrder/containers': [{ name: 'a' }],
				containers: [{ $patch: 'delete', name: 'b' }]
			}
		});
	});
});
