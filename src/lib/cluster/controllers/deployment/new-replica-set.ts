import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { controllerRef } from '../controller-ref.ts';
import { podTemplateHash } from '../pod-template-hash/pod-template-hash.ts';
import { newSetAnnotations, sizeAnnotations } from './annotations.ts';
import { templateHashLabel } from './find-replica-sets.ts';
import { wantedReplicas } from './replica-counts.ts';
import { newReplicaSetSize } from './rolling-arithmetic.ts';

/**
 * The ReplicaSet for the Deployment's template, already as big as it may be. Models pkg/controller/deployment/sync.go
 * getNewReplicaSet, the part that makes one.
 */
export function newReplicaSet(
	deployment: Deployment,
	old: readonly ReplicaSet[],
	revision: number
): ReplicaSet {
	const { spec, status, metadata } = deployment;
	const hash = podTemplateHash(spec.template, status.collisionCount);
	const labels = { ...spec.template.metadata?.labels, [templateHashLabel]: hash };
	return {
		apiVersion: 'apps/v1',
		kind: 'ReplicaSet',
		metadata: {
			name: `${metadata.name}-${hash}`,
			namespace: metadata.namespace!,
			labels,
			annotations: {
				...newSetAnnotations(deployment, {}, revision),
				...sizeAnnotations(deployment)
			},
			ownerReferences: [controllerRef(deployment)]
		},
		spec: {
			replicas: newReplicaSetSize(spec, wantedReplicas(old), 0),
			...(spec.minReadySeconds ? { minReadySeconds: spec.minReadySeconds } : undefined),
			selector: {
				...spec.selector,
				matchLabels: { ...spec.selector.matchLabels, [templateHashLabel]: hash }
			},
			template: { ...spec.template, metadata: { ...spec.template.metadata, labels } }
		},
		status: { replicas: 0 }
	};
}
