import type { LabelSelector } from './labels/selector.ts';
import type { KubeObject } from './object.ts';
import type { ConditionStatus } from './pod.ts';
import type { PodTemplate } from './pod-template.ts';

/** apps/v1 ReplicaSet. */
export interface ReplicaSet extends KubeObject {
	readonly kind: 'ReplicaSet';
	readonly spec: ReplicaSetSpec;
	readonly status: ReplicaSetStatus;
}

export interface ReplicaSetSpec {
	readonly replicas?: number;
	/** Seconds that a Pod must be ready to count as available. */
	readonly minReadySeconds?: number;
	readonly selector: LabelSelector;
	readonly template: PodTemplate;
	readonly [field: string]: unknown;
}

export interface ReplicaSetStatus {
	readonly replicas: number;
	/** Pods with every label of the template. */
	readonly fullyLabeledReplicas?: number;
	readonly readyReplicas?: number;
	readonly availableReplicas?: number;
	readonly terminatingReplicas?: number;
	readonly observedGeneration?: number;
	readonly conditions?: readonly ReplicaSetCondition[];
	readonly [field: string]: unknown;
}

export interface ReplicaSetCondition {
	readonly type: 'ReplicaFailure';
	readonly status: ConditionStatus;
	readonly lastTransitionTime?: string | null;
	readonly reason?: string;
	readonly message?: string;
}
