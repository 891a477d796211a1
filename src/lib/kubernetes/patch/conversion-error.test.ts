import { expect, it } from 'vitest';
import { conversionError } from './conversion-error.ts';
import { goText } from './go-text.ts';

it.each<[object, string | undefined]>([
	[{ spec: { replicas: 3, paused: true } }, undefined],
	[{ spec: { replicas: null } }, undefined],
	[{ spec: { template: { spec: { containers: 'x' } } } }, 'cannot restore slice from string'],
	[{ spec: { selector: { matchLabels: ['a'] } } }, 'cannot restore map from slice'],
	[{ spec: [] }, 'cannot restore struct from: slice']
])('of the patch %j the converter says %s', (patch, text) => {
	expect(conversionError(patch, 'Deployment')).toBe(text);
});

it('Go prints maps in order of their keys', () => {
	expect(goText({ b: [1, 'x'], a: { c: null } })).toBe('map[a:map[c:<nil>] b:[1 x]]');
});
