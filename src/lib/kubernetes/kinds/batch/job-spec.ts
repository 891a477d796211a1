import type { LabelSelector } from '../../labels/selector.ts';
import type { KubeObject } from '../../object.ts';
import type { PodTemplate } from '../../pod-template.ts';

export interface FailureRule {
	readonly action?: string;
	readonly onExitCodes?: {
		readonly operator?: string;
		readonly containerName?: string;
		readonly values?: readonly number[];
	};
	readonly onPodConditions?: readonly { readonly type?: string; readonly status?: string }[];
}

export interface SuccessRule {
	readonly succeededIndexes?: string;
	readonly succeededCount?: number;
}

/** batch/v1 JobSpec. */
export interface JobSpec {
	readonly parallelism?: number;
	readonly completions?: number;
	readonly activeDeadlineSeconds?: number;
	readonly backoffLimit?: number;
	readonly backoffLimitPerIndex?: number;
	readonly maxFailedIndexes?: number;
	readonly ttlSecondsAfterFinished?: number;
	readonly completionMode?: string;
	readonly suspend?: boolean;
	readonly manualSelector?: boolean;
	readonly managedBy?: string;
	readonly podReplacementPolicy?: string;
	readonly podFailurePolicy?: { readonly rules: readonly FailureRule[] };
	readonly successPolicy?: { readonly rules: readonly SuccessRule[] };
	readonly selector?: LabelSelector;
	readonly template: PodTemplate;
}

export interface Job extends KubeObject {
	readonly spec: JobSpec;
	readonly status?: Readonly<Record<string, unknown>>;
}
