import { expect, it } from 'vitest';
import type { KubeObject } from '../object.ts';
import { objectWarnings } from './object-warnings.ts';

const pod = (name: string, env: readonly object[]): KubeObject => ({
	apiVersion: 'v1',
	kind: 'Pod',
	metadata: { name },
	spec: { containers: [{ name: 'c', image: 'i', env }] }
});

it('a variable that hides another is warned of, one that is made of it is not', () => {
	const hidden = pod('web', [
		{ name: 'A', value: '1' },
		{ name: 'A', value: '2' }
	]);
	expect(objectWarnings(hidden)).toEqual([
		'spec.containers[0].env[1]: hides previous definition of "A", which may be dropped when using apply'
	]);
	const longer = pod('web', [
		{ name: 'A', value: '1' },
		{ name: 'A', value: '$(A)2' }
	]);
	expect(objectWarnings(longer)).toEqual([]);
});

it('a name that is no DNS label is warned of', () => {
	expect(objectWarnings(pod('a.b', []))[0]).toContain('a DNS label is recommended');
	expect(objectWarnings(pod('a-b', []))).toEqual([]);
});
