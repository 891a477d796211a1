import { expect, it } from 'vitest';
import { threeWayPatch } from '#lib/kubectl/patch/three-way-patch.ts';
import { fieldValues, removed } from './field-values.ts';

const containers = (...items: object[]) => ({
	spec: { template: { spec: { containers: items } } }
});

it('a field has the same name in an object and in a patch for it, wherever its item stands', () => {
	const [a, b] = [
		{ name: 'a', image: 'a:1' },
		{ name: 'b', image: 'b:1' }
	];
	const live = fieldValues(containers(a, b), 'Deployment');
	const changed = containers(b, { ...a, image: 'a:2' });
	const patch = threeWayPatch(containers(a, b), changed, containers(a, b), 'Deployment');
	const name = 'spec.template.spec.containers[a].image';
	expect(live.get(name)).toBe('a:1');
	expect(fieldValues(patch, 'Deployment').get(name)).toBe('a:2');
});

it('what a patch takes away is said to go', () => {
	const patch = threeWayPatch(
		containers({ name: 'a' }, { name: 'b' }),
		containers({ name: 'a' }),
		containers({ name: 'a' }, { name: 'b' }),
		'Deployment'
	);
	expect(fieldValues(patch, 'Deployment').get('spec.template.spec.containers[b]')).toBe(removed);
	const gone = threeWayPatch({ data: { x: '1' } }, { data: {} }, { data: { x: '1' } }, 'ConfigMap');
	expect([...fieldValues(gone, 'ConfigMap')]).toEqual([['data.x', removed]]);
});

it('what the server notes about an object is no field of anybody’s file', () => {
	const object = {
		metadata: { uid: 'u', resourceVersion: '7', labels: { app: 'web' } },
		status: {}
	};
	expect([...fieldValues(object, 'Pod').keys()]).toEqual(['metadata.labels.app']);
});
