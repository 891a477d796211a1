import type { Strategy } from './strategy.ts';

interface NamespaceSpec {
	readonly finalizers?: readonly string[];
}

/** Models pkg/registry/core/namespace/strategy.go namespaceStrategy. */
export const namespaceStrategy: Strategy = {
	prepareForCreate(object) {
		const { finalizers = [] } = (object.spec ?? {}) as NamespaceSpec;
		const { name = '', labels } = object.metadata;
		return {
			...object,
			metadata: {
				...object.metadata,
				labels: { ...labels, 'kubernetes.io/metadata.name': name }
			},
			spec: {
				finalizers: finalizers.includes('kubernetes') ? finalizers : [...finalizers, 'kubernetes']
			},
			status: { phase: 'Active' }
		};
	},

	prepareForUpdate: (updated, current) => ({ ...updated, spec: current.spec })
};
