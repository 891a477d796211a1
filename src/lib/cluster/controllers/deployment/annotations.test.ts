import { expect, test } from 'vitest';
import type { Deployment } from '#lib/kubernetes/deployment.ts';
import { newSetAnnotations } from './annotations.ts';

const revision = 'deployment.kubernetes.io/revision';
const history = 'deployment.kubernetes.io/revision-history';

function deploymentWith(annotations: Record<string, string>): Deployment {
	return {
		apiVersion: 'apps/v1',
		kind: 'Deployment',
		metadata: { name: 'web', annotations },
		spec: { selector: {}, template: { spec: { containers: [] } } },
		status: {}
	};
}

test('a ReplicaSet takes over its Deployment’s annotations, but not kubectl’s and not the revision', () => {
	const deployment = deploymentWith({
		note: 'x',
		[revision]: '7',
		'kubectl.kubernetes.io/last-applied-configuration': '{}'
	});
	expect(newSetAnnotations(deployment, {}, 3)).toEqual({ note: 'x', [revision]: '3' });
});

test('nothing new leaves the very same annotations', () => {
	const known = { note: 'x', [revision]: '3' };
	expect(newSetAnnotations(deploymentWith({ note: 'x' }), known, 2)).toBe(known);
});

test('a ReplicaSet that is rolled back to remembers the revisions that it had', () => {
	const first = newSetAnnotations(deploymentWith({}), { [revision]: '1' }, 3);
	expect(first).toEqual({ [revision]: '3', [history]: '1' });
	expect(newSetAnnotations(deploymentWith({}), first, 5)).toEqual({
		[revision]: '5',
		[history]: '1,3'
	});
});

test('the history is cut where it grows beyond 2000 characters, the oldest first', () => {
	const long = Array.from({ length: 500 }, (_, index) => 1000 + index).join(',');
	const known = { [revision]: '1500', [history]: long };
	const after = newSetAnnotations(deploymentWith({}), known, 1501)[history]!;
	expect(after.length).toBeLessThanOrEqual(2000);
	expect(after.endsWith(',1499,1500')).toBe(true);
});
