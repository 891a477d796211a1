import type { IntOrString } from './int-or-string.ts';
import type { LabelSelector } from './labels/selector.ts';
import type { KubeObject } from './object.ts';
import type { ConditionStatus } from './pod.ts';
import type { PodTemplate } from './pod-template.ts';

/** apps/v1 Deployment. */
export interface Deployment extends KubeObject {
	readonly kind: 'Deployment';
	readonly spec: DeploymentSpec;
	readonly status: DeploymentStatus;
}

/** Defaults are filled in by the API server, so what has one is there. */
export interface DeploymentSpec {
	readonly replicas?: number;
	readonly selector: LabelSelector;
	readonly template: PodTemplate;
	readonly strategy?: DeploymentStrategy;
	/** Seconds that a Pod must be ready to count as available. */
	readonly minReadySeconds?: number;
	/** Old ReplicaSets that are kept. */
	readonly revisionHistoryLimit?: number;
	readonly paused?: boolean;
	/** Seconds without progress after which it has failed. */
	readonly progressDeadlineSeconds?: number;
	readonly [field: string]: unknown;
}

export interface DeploymentStrategy {
	readonly type?: 'Recreate' | 'RollingUpdate';
	readonly rollingUpdate?: {
		readonly maxSurge?: IntOrString;
		readonly maxUnavailable?: IntOrString;
	};
}

export interface DeploymentStatus {
	readonly observedGeneration?: number;
	readonly replicas?: number;
	readonly updatedReplicas?: number;
	readonly readyReplicas?: number;
	readonly availableReplicas?: number;
	readonly unavailableReplicas?: number;
	readonly terminatingReplicas?: number;
	readonly collisionCount?: number;
	readonly conditions?: readonly DeploymentCondition[];
	readonly [field: string]: unknown;
}

export interface DeploymentCondition {
	readonly type: 'Available' | 'Progressing' | 'ReplicaFailure';
	readonly status: ConditionStatus;
	readonly lastUpdateTime?: string | null;
	readonly lastTransitionTime?: string | null;
	readonly reason?: string;
	readonly message?: string;
}
