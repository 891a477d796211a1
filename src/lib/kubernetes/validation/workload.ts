import { isDeepEqual } from '../deep-equal.ts';
import type { Deployment, DeploymentStrategy } from '../deployment.ts';
import { selectorOf } from '../labels/selector.ts';
import type { ReplicaSet } from '../replica-set.ts';
import {
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError,
	requiredError
} from './field-error.ts';
import { validateLabelSelector } from './label-selector.ts';
import { nonNegative } from './metadata.ts';
import { validateControlled } from './pod-template.ts';
import { amountOf, notAboveHundred, validateShare } from './share.ts';

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
		errors.push(...validateControlled(template, selectorOf(selector), 'ReplicaSet'));
	} catch {
		errors.push(invalidError(path, selector, 'invalid label selector'));
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
	return [...errors, ...notAboveHundred(maxUnavailable, at)];
}

/** How Go writes the internal struct that it refuses. */
function goStrategy({ type, rollingUpdate }: DeploymentStrategy): object {
	const shares = rollingUpdate && {
		MaxUnavailable: rollingUpdate.maxUnavailable ?? 0,
		MaxSurge: rollingUpdate.maxSurge ?? 0
	};
	return { Type: type ?? '', RollingUpdate: shares ?? null };
}
