import { isDeepEqual } from '../deep-equal.ts';
import type { Deployment, DeploymentStrategy } from '../deployment.ts';
import type { IntOrString } from '../int-or-string.ts';
import { type Selector, selectorMatches, selectorOf } from '../labels/selector.ts';
import type { PodTemplate } from '../pod-template.ts';
import type { ReplicaSet } from '../replica-set.ts';
import {
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError,
	requiredError
} from './field-error.ts';
import { validateLabelSelector } from './label-selector.ts';
import { nonNegative, ruled, validateAnnotations, validateLabels } from './metadata.ts';
import { percent } from './name-rules.ts';
import { validatePodAnnotations } from './pod-annotations.ts';
import { validatePodSpec } from './pod.ts';

type Spec = Pick<Deployment['spec'], 'selector' | 'template'>;

/** Models pkg/apis/apps/validation/validation.go ValidateDeploymentSpec. */
export function validateDeployment({ spec }: Deployment): FieldError[] {
	const { progressDeadlineSeconds: deadline, minReadySeconds = 0 } = spec;
	const errors = [
		...nonNegative(spec.replicas, 'spec.replicas'),
		...validateSelectorAndTemplate(spec),
		...validateStrategy(spec.strategy ?? {}, 'spec.strategy'),
		...nonNegative(minReadySeconds, 'spec.minReadySeconds'),
		...nonNegative(spec.revisionHistoryLimit, 'spec.revisionHistoryLimit'),
		...nonNegative(deadline, 'spec.progressDeadlineSeconds')
	];
	if (deadline !== undefined && deadline <= minReadySeconds) {
		const why = 'must be greater than minReadySeconds';
		errors.push(invalidError('spec.progressDeadlineSeconds', deadline, why));
	}
	return errors;
}

/** Models ValidateReplicaSetSpec. */
export function validateReplicaSet({ spec }: ReplicaSet): FieldError[] {
	return [
		...nonNegative(spec.replicas, 'spec.replicas'),
		...nonNegative(spec.minReadySeconds, 'spec.minReadySeconds'),
		...validateSelectorAndTemplate(spec)
	];
}

/** Models ValidateUpdate of pkg/registry/apps/{deployment,replicaset}/strategy.go. */
export function validateSelectorUpdate(
	{ spec }: Deployment | ReplicaSet,
	{ spec: old }: Deployment | ReplicaSet
): FieldError[] {
	return isDeepEqual(spec.selector, old.selector)
		? []
		: [invalidError('spec.selector', spec.selector, 'field is immutable')];
}

function validateSelectorAndTemplate({ selector, template }: Spec): FieldError[] {
	const path = 'spec.selector';
	const errors: FieldError[] = [];
	if (selector === undefined) errors.push(requiredError(path));
	else {
		errors.push(...validateLabelSelector(selector, path));
		const terms =
			Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions ?? []).length;
		if (terms === 0) {
			errors.push(invalidError(path, selector, 'empty selector is invalid for deployment'));
		}
	}
	try {
		errors.push(...validateTemplate(template, selectorOf(selector)));
	} catch {
		errors.push(invalidError(path, selector, 'invalid label selector'));
	}
	return errors;
}

/** Models ValidatePodTemplateSpecForReplicaSet and ValidatePodTemplateSpec. */
function validateTemplate({ metadata, spec }: PodTemplate, selector: Selector): FieldError[] {
	const path = 'spec.template';
	const errors: FieldError[] = [];
	if (selector.length > 0 && !selectorMatches(selector, metadata?.labels)) {
		const why = '`selector` does not match template `labels`';
		errors.push(invalidError(`${path}.metadata.labels`, metadata?.labels, why));
	}
	errors.push(
		...validateLabels(metadata?.labels, `${path}.labels`),
		...validateAnnotations(metadata?.annotations, `${path}.annotations`),
		...validatePodAnnotations(metadata?.annotations, `${path}.annotations`),
		...validatePodSpec(spec, `${path}.spec`)
	);
	if (((spec['ephemeralContainers'] as readonly unknown[] | undefined) ?? []).length > 0) {
		const why = 'ephemeral containers not allowed in pod template';
		errors.push(forbiddenError(`${path}.spec.ephemeralContainers`, why));
	}
	if (spec.restartPolicy !== 'Always') {
		errors.push(notSupportedError(`${path}.spec.restartPolicy`, spec.restartPolicy, ['Always']));
	}
	if (spec['activeDeadlineSeconds'] !== undefined) {
		const why = 'activeDeadlineSeconds in ReplicaSet is not Supported';
		errors.push(forbiddenError(`${path}.spec.activeDeadlineSeconds`, why));
	}
	return errors;
}

/** Models ValidateDeploymentStrategy and ValidateRollingUpdateDeployment. */
function validateStrategy(strategy: DeploymentStrategy, path: string): FieldError[] {
	const { type, rollingUpdate } = strategy;
	if (type === 'Recreate') {
		const why = "may not be specified when strategy `type` is 'Recreate'";
		return rollingUpdate ? [forbiddenError(`${path}.rollingUpdate`, why)] : [];
	}
	if (type !== 'RollingUpdate') {
		return [notSupportedError(path, goStrategy(strategy), ['Recreate', 'RollingUpdate'])];
	}
	const { maxUnavailable = 0, maxSurge = 0 } = rollingUpdate ?? {};
	const at = `${path}.rollingUpdate.maxUnavailable`;
	const errors = [
		...validateShare(maxUnavailable, at),
		...validateShare(maxSurge, `${path}.rollingUpdate.maxSurge`)
	];
	if (amountOf(maxUnavailable) === 0 && amountOf(maxSurge) === 0) {
		errors.push(invalidError(at, maxUnavailable, 'may not be 0 when `maxSurge` is 0'));
	}
	if (isPercent(maxUnavailable) && amountOf(maxUnavailable) > 100) {
		errors.push(invalidError(at, maxUnavailable, 'must not be greater than 100%'));
	}
	return errors;
}

/** How Go writes the internal struct that it refuses. */
function goStrategy({ type, rollingUpdate }: DeploymentStrategy): object {
	const shares = rollingUpdate && {
		MaxUnavailable: rollingUpdate.maxUnavailable ?? 0,
		MaxSurge: rollingUpdate.maxSurge ?? 0
	};
	return { Type: type ?? '', RollingUpdate: shares ?? null };
}

/** Models ValidatePositiveIntOrPercent. */
function validateShare(value: IntOrString, field: string): FieldError[] {
	return typeof value === 'number' ? nonNegative(value, field) : ruled(percent, value, field);
}

function isPercent(value: IntOrString): value is string {
	return typeof value === 'string' && percent(value).length === 0;
}

/** Models getIntOrPercentValue: a text that is no percentage is read as a number, 0 if it is none. */
function amountOf(value: IntOrString): number {
	if (typeof value === 'number') return value;
	if (isPercent(value)) return Number(value.slice(0, -1));
	return /^[+-]?\d+$/.test(value) ? Number(value) : 0;
}
