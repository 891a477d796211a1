import type { LabelSelector } from '../../labels/selector.ts';
import type { KubeObject } from '../../object.ts';

export interface Target {
	readonly type?: string;
	readonly value?: string;
	readonly averageValue?: string;
	readonly averageUtilization?: number;
}

interface Identified {
	readonly name?: string;
	readonly selector?: LabelSelector;
}

export interface Reference {
	readonly kind?: string;
	readonly name?: string;
	readonly apiVersion?: string;
}

/** Where a metric comes from; which fields are there depends on its type. */
export interface Source {
	readonly name?: string;
	readonly container?: string;
	readonly metric?: Identified;
	readonly describedObject?: Reference;
	readonly target: Target;
	/** In a status: what it is now. */
	readonly current?: Target;
}

export interface Metric {
	readonly type?: string;
	readonly object?: Source;
	readonly external?: Source;
	readonly pods?: Source;
	readonly resource?: Source;
	readonly containerResource?: Source;
}

export interface ScalingRules {
	readonly stabilizationWindowSeconds?: number;
	readonly selectPolicy?: string;
	readonly tolerance?: string;
	readonly policies?: readonly {
		readonly type?: string;
		readonly value?: number;
		readonly periodSeconds?: number;
	}[];
}

/** autoscaling/v2 HorizontalPodAutoscaler. */
export interface Autoscaler extends KubeObject {
	readonly spec: {
		readonly scaleTargetRef: Reference;
		readonly minReplicas?: number;
		readonly maxReplicas: number;
		readonly metrics?: readonly Metric[];
		readonly behavior?: { readonly scaleUp?: ScalingRules; readonly scaleDown?: ScalingRules };
	};
	readonly status?: {
		readonly currentReplicas?: number;
		readonly desiredReplicas?: number;
		readonly currentMetrics?: readonly Metric[] | null;
		readonly observedGeneration?: number;
		readonly lastScaleTime?: string;
	};
}
