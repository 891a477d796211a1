import { describe, expect, it } from 'vitest';
import type { Deployment, DeploymentSpec } from '../deployment.ts';
import { applyDefaults } from '../defaults/apply-defaults.ts';
import { errorText } from './field-error.ts';
import { validateObject, validateStatusUpdate, validateUpdate } from './validate-object.ts';

function deployment(spec: Partial<DeploymentSpec> = {}, status: object = {}): Deployment {
	const labels = { app: 'web' };
	return applyDefaults({
		apiVersion: 'apps/v1',
		kind: 'Deployment',
		metadata: { name: 'web', namespace: 'default' },
		spec: {
			selector: { matchLabels: labels },
			template: { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'i' }] } },
			...spec
		},
		status
	}) as Deployment;
}

const rolling = (rollingUpdate: object): Partial<DeploymentSpec> => ({
	strategy: { type: 'RollingUpdate', rollingUpdate }
});

const wrong = (spec: Partial<DeploymentSpec>): string[] =>
	validateObject(deployment(spec)).map(errorText);

describe('a Deployment', () => {
	it('with nothing but Pods and a selector is valid', () => {
		expect(wrong({})).toEqual([]);
	});

	it.each<[string, Partial<DeploymentSpec>, string]>([
		[
			'that neither adds nor takes away a Pod',
			rolling({ maxSurge: 0, maxUnavailable: '0%' }),
			'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "0%": may not be 0 when `maxSurge` is 0'
		],
		[
			'that takes away more than all',
			rolling({ maxUnavailable: '150%' }),
			'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "150%": must not be greater than 100%'
		],
		[
			'with a negative surge',
			rolling({ maxSurge: -1 }),
			'spec.strategy.rollingUpdate.maxSurge: Invalid value: -1: must be greater than or equal to 0'
		],
		[
			'that recreates with a rolling update',
			{ strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 1 } } },
			"spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'"
		],
		[
			'whose selector is not of its Pods',
			{ selector: { matchLabels: { app: 'other' } } },
			'spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`'
		],
		[
			'that gives up before a Pod can count',
			{ minReadySeconds: 600 },
			'spec.progressDeadlineSeconds: Invalid value: 600: must be greater than minReadySeconds'
		]
	])('%s is refused', (_what, spec, text) => {
		expect(wrong(spec)).toEqual([text]);
	});

	it('keeps its selector', () => {
		const now = deployment({ selector: { matchLabels: { app: 'web', tier: 'x' } } });
		const texts = validateUpdate(now, deployment()).map(errorText);
		expect(texts.at(-1)).toBe(
			'spec.selector: Invalid value: {"matchLabels":{"app":"web","tier":"x"}}: field is immutable'
		);
	});

	it('has no more Pods available than ready, nor ready than there are', () => {
		const now = deployment({}, { replicas: 1, readyReplicas: 2, availableReplicas: 3 });
		expect(validateStatusUpdate(now, deployment()).map(({ field }) => field)).toEqual([
			'status.readyReplicas',
			'status.availableReplicas',
			'status.availableReplicas'
		]);
	});
});

it('nothing is added to the finalizers of what is being deleted', () => {
	const metadata = { name: 'web', namespace: 'default', deletionTimestamp: '2026-01-01T00:00:00Z' };
	const old = { ...deployment(), metadata: { ...metadata, finalizers: ['a/b'] } };
	const now = { ...old, metadata: { ...metadata, finalizers: ['a/b', 'c/d'] } };
	expect(validateUpdate(now, old).map(errorText)[0]).toContain(
		'found new finalizers []string{"c/d"}'
	);
	expect(validateUpdate({ ...old, metadata: { ...metadata, finalizers: [] } }, old)).toEqual([]);
});
