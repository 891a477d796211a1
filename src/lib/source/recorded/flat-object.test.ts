import { describe, expect, it } from 'vitest';
import { unflatten, withChanges } from './flat-object.ts';

const objectOf = (flat: Readonly<Record<string, unknown>>, kind = 'Pod') =>
	unflatten(new Map(Object.entries(flat)), kind);

describe('a flattened object', () => {
	it('keeps keys of labels and annotations whole, dots and all', () => {
		expect(
			objectOf({
				'metadata.labels.app.kubernetes.io/name': 'web',
				'spec.template.metadata.annotations.a.b/c': 'd'
			})
		).toEqual({
			metadata: { labels: { 'app.kubernetes.io/name': 'web' } },
			spec: { template: { metadata: { annotations: { 'a.b/c': 'd' } } } }
		});
	});

	it('knows a Service’s selector from that of a workload', () => {
		expect(objectOf({ 'spec.selector.a.b/c': 'd' }, 'Service')).toEqual({
			spec: { selector: { 'a.b/c': 'd' } }
		});
		expect(objectOf({ 'spec.selector.matchLabels.a.b/c': 'd' }, 'Deployment')).toEqual({
			spec: { selector: { matchLabels: { 'a.b/c': 'd' } } }
		});
	});

	it('has lists in order of their numbers, or as they were first named', () => {
		expect(
			objectOf({
				'spec.args[10]': 'k',
				'spec.args[2]': 'c',
				'spec.containers[web].name': 'web',
				'spec.containers[kube-api-access-<s>].name': 'kube-api-access-<s>',
				'spec.containers[web].image': 'web:v1'
			})
		).toEqual({
			spec: {
				args: ['c', 'k'],
				containers: [{ name: 'web', image: 'web:v1' }, { name: 'kube-api-access-<s>' }]
			}
		});
	});

	it('has what was empty filled, and emptied again, by its changes', () => {
		const first = withChanges(null, { status: {}, endpoints: null });
		expect(unflatten(first, 'Pod')).toEqual({ status: {}, endpoints: null });
		const filled = withChanges(first, { 'status.phase': 'Pending', status: null, endpoints: null });
		expect(unflatten(filled, 'Pod')).toEqual({ status: { phase: 'Pending' } });
		const emptied = withChanges(filled, { 'status.phase': null, status: {} });
		expect(unflatten(emptied, 'Pod')).toEqual({ status: {} });
	});
});
