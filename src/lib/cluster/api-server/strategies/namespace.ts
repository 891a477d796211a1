import { forbidden } from '#lib/kubernetes/status.ts';
import type { Strategy } from './strategy.ts';

interface NamespaceSpec {
	readonly finalizers?: readonly string[];
}

const immortal = ['default', 'kube-system', 'kube-public'];

function specFinalizers(spec: unknown): readonly string[] {
	return (spec as NamespaceSpec | undefined)?.finalizers ?? [];
}

/** Models pkg/registry/core/namespace/strategy.go namespaceStrategy and storage/storage.go. */
export const namespaceStrategy: Strategy = {
	returnsDeleted: true,

	prepareForCreate(object) {
		const finalizers = specFinalizers(object.spec);
		const { name = '', labels } = object.metadata;
		return {
			...object,
			metadata: { ...object.metadata, labels: { ...labels, 'kubernetes.io/metadata.name': name } },
			spec: {
				finalizers: finalizers.includes('kubernetes') ? finalizers : [...finalizers, 'kubernetes']
			},
			status: { phase: 'Active' }
		};
	},

	prepareForUpdate: (updated, current) => ({ ...updated, spec: current.spec }),

	/** Models plugin/namespace/lifecycle/admission.go Admit. */
	refuseDelete({ metadata: { name = '' } }) {
		if (!immortal.includes(name)) return undefined;
		const named = { group: '', resource: 'namespaces' };
		return forbidden(named, name, 'this namespace may not be deleted');
	},

	/** It terminates until the namespace controller has emptied it. */
	deletes(current, { timestamp }) {
		const { deletionTimestamp } = current.metadata;
		if (deletionTimestamp === undefined) {
			return {
				...current,
				metadata: { ...current.metadata, deletionTimestamp: timestamp },
				status: { ...(current.status as object | undefined), phase: 'Terminating' }
			};
		}
		return specFinalizers(current.spec).length > 0 ? current : undefined;
	},

	staysDuringUpdate: ({ spec }) => specFinalizers(spec).length > 0
};
