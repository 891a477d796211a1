import { compareQuantity, parseQuantity } from '../../quantity.ts';
import type { KubeObject } from '../../object.ts';
import {
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError,
	requiredError
} from '../../validation/field-error.ts';
import { nonNegative, ruled } from '../../validation/metadata.ts';
import { dns1123Label } from '../../validation/name-rules.ts';
import { pathSegmentName } from '../path-segment-name.ts';
import type { Autoscaler, Metric, Reference, ScalingRules, Source, Target } from './autoscaler.ts';

const zero = parseQuantity('0');

/** Models pkg/apis/autoscaling/validation/validation.go validateHorizontalPodAutoscalerSpec. */
export function validateAutoscaler(object: KubeObject): FieldError[] {
	const {
		minReplicas,
		maxReplicas,
		scaleTargetRef,
		metrics = [],
		behavior
	} = (object as Autoscaler).spec;
	const errors: FieldError[] = [];
	if (minReplicas !== undefined && minReplicas < 1) {
		const why = 'must be greater than or equal to 1';
		errors.push(invalidError('spec.minReplicas', minReplicas, why));
	}
	if (maxReplicas < 1) {
		errors.push(invalidError('spec.maxReplicas', maxReplicas, 'must be greater than 0'));
	}
	if (minReplicas !== undefined && maxReplicas < minReplicas) {
		const why = 'must be greater than or equal to `minReplicas`';
		errors.push(invalidError('spec.maxReplicas', maxReplicas, why));
	}
	errors.push(...validateReference(scaleTargetRef, 'spec.scaleTargetRef'));
	metrics.forEach((metric, index) => {
		errors.push(...validateMetric(metric, `spec.metrics[${index}]`));
	});
	const hasOther = metrics.some(({ type }) => type === 'Object' || type === 'External');
	if (minReplicas === 0 && !hasOther) {
		const why =
			'must specify at least one Object or External metric to support scaling to zero replicas';
		errors.push(forbiddenError('spec.metrics', why));
	}
	for (const way of ['scaleUp', 'scaleDown'] as const) {
		const rules = behavior?.[way];
		if (rules) errors.push(...validateRules(rules, `spec.behavior.${way}`));
	}
	return errors;
}

/** Models ValidateHorizontalPodAutoscalerStatusUpdate. */
export function validateAutoscalerStatus(object: KubeObject): FieldError[] {
	const { currentReplicas, desiredReplicas } = (object as Autoscaler).status ?? {};
	return [
		...nonNegative(currentReplicas, 'status.currentReplicas'),
		...nonNegative(desiredReplicas, 'status.desiredReplicas')
	];
}

function validateReference({ kind, name }: Reference, path: string): FieldError[] {
	return [
		...(kind ? ruled(pathSegmentName, kind, `${path}.kind`) : [requiredError(`${path}.kind`)]),
		...(name ? ruled(pathSegmentName, name, `${path}.name`) : [requiredError(`${path}.name`)])
	];
}

const sourceOf = {
	Object: 'object',
	Pods: 'pods',
	Resource: 'resource',
	External: 'external',
	ContainerResource: 'containerResource'
} as const;
const sources = ['object', 'external', 'pods', 'resource', 'containerResource'] as const;
const types = Object.keys(sourceOf).sort();

/** Models validateMetricSpec; only the first source is looked into. */
function validateMetric(metric: Metric, path: string): FieldError[] {
	const { type = '' } = metric;
	const errors: FieldError[] = [];
	if (type === '') {
		errors.push(requiredError(`${path}.type`, 'must specify a metric source type'));
	}
	const wrongType = notSupportedError(`${path}.type`, type, types);
	const expected = sourceOf[type as keyof typeof sourceOf];
	if (expected === undefined) errors.push(wrongType);
	const present = sources.filter((source) => metric[source] !== undefined);
	const [first] = present;
	if (first) errors.push(...validateSource(first, metric[first]!, `${path}.${first}`));
	if (expected === undefined) errors.push(wrongType);
	else if (metric[expected] === undefined) {
		const why = 'must populate information for the given metric source';
		errors.push(requiredError(`${path}.${expected}`, why));
	}
	if (present.length === 1) return errors;
	const others = present.filter((source) => source !== expected);
	const why = 'must populate the given metric source only';
	return [...errors, ...others.map((source) => forbiddenError(`${path}.${source}`, why))];
}

function validateSource(
	kind: (typeof sources)[number],
	{ name, container, metric, describedObject, target }: Source,
	path: string
): FieldError[] {
	const errors: FieldError[] = [];
	if (kind === 'object') {
		errors.push(...validateReference(describedObject ?? {}, `${path}.describedObject`));
	}
	if (kind === 'resource' || kind === 'containerResource') {
		if (!name) errors.push(requiredError(`${path}.name`, 'must specify a resource name'));
		if (kind === 'containerResource') {
			errors.push(
				...(container
					? ruled(dns1123Label, container, `${path}.container`)
					: [requiredError(`${path}.container`, 'must specify a container')])
			);
		}
	} else {
		const at = `${path}.metric.name`;
		errors.push(
			...(metric?.name
				? ruled(pathSegmentName, metric.name, at)
				: [requiredError(at, 'must specify a metric name')])
		);
	}
	return [
		...errors,
		...validateTarget(target, `${path}.target`),
		...validateChoice(kind, target, `${path}.target`)
	];
}

/** A target says one of the ways to measure. */
function validateChoice(
	kind: (typeof sources)[number],
	{ value, averageValue, averageUtilization }: Target,
	path: string
): FieldError[] {
	const hasNone = averageValue === undefined;
	switch (kind) {
		case 'object':
			return hasNone && value === undefined
				? [requiredError(`${path}.averageValue`, 'must set either a target value or averageValue')]
				: [];
		case 'external': {
			if (hasNone && value === undefined) {
				const why = 'must set either a target value for metric or a per-pod target';
				return [requiredError(`${path}.averageValue`, why)];
			}
			const why = 'may not set both a target value for metric and a per-pod target';
			return !hasNone && value !== undefined ? [forbiddenError(`${path}.value`, why)] : [];
		}
		case 'pods':
			return hasNone
				? [requiredError(`${path}.averageValue`, 'must specify a positive target averageValue')]
				: [];
		default: {
			if (hasNone && averageUtilization === undefined) {
				const why = 'must set either a target raw value or a target utilization';
				return [requiredError(`${path}.averageUtilization`, why)];
			}
			const why = 'may not set both a target raw value and a target utilization';
			return !hasNone && averageUtilization !== undefined
				? [forbiddenError(`${path}.averageValue`, why)]
				: [];
		}
	}
}

function validateTarget(target: Target, path: string): FieldError[] {
	const { type = '', averageUtilization } = target;
	const errors: FieldError[] = [];
	if (type === '') errors.push(requiredError(`${path}.type`, 'must specify a metric target type'));
	if (!['Utilization', 'Value', 'AverageValue'].includes(type)) {
		const why = 'must be either Utilization, Value, or AverageValue';
		errors.push(invalidError(`${path}.type`, type, why));
	}
	for (const field of ['value', 'averageValue'] as const) {
		const value = target[field];
		if (value !== undefined && compareQuantity(parseQuantity(value), zero) <= 0) {
			errors.push(invalidError(`${path}.${field}`, value, 'must be positive'));
		}
	}
	if (averageUtilization !== undefined && averageUtilization < 1) {
		const why = 'must be greater than 0';
		errors.push(invalidError(`${path}.averageUtilization`, averageUtilization, why));
	}
	return errors;
}

/** Models validateScalingRules. */
function validateRules(rules: ScalingRules, path: string): FieldError[] {
	const { stabilizationWindowSeconds: window, selectPolicy, tolerance, policies = [] } = rules;
	const errors: FieldError[] = [];
	const at = `${path}.stabilizationWindowSeconds`;
	if (window !== undefined && window < 0) {
		errors.push(invalidError(at, window, 'must be greater than or equal to zero'));
	}
	if (window !== undefined && window > 3600) {
		errors.push(invalidError(at, window, 'must be less than or equal to 3600'));
	}
	const ways = ['Disabled', 'Max', 'Min'];
	if (selectPolicy !== undefined && !ways.includes(selectPolicy)) {
		errors.push(notSupportedError(`${path}.selectPolicy`, selectPolicy, ways));
	}
	if (policies.length === 0) {
		errors.push(requiredError(`${path}.policies`, 'must specify at least one Policy'));
	}
	policies.forEach(({ type = '', value = 0, periodSeconds = 0 }, index) => {
		const policy = `${path}.policies[${index}]`;
		if (type !== 'Pods' && type !== 'Percent') {
			errors.push(notSupportedError(`${policy}.type`, type, ['Percent', 'Pods']));
		}
		const positive = 'must be greater than zero';
		if (value <= 0) errors.push(invalidError(`${policy}.value`, value, positive));
		const period = `${policy}.periodSeconds`;
		if (periodSeconds <= 0) errors.push(invalidError(period, periodSeconds, positive));
		if (periodSeconds > 1800) {
			errors.push(invalidError(period, periodSeconds, 'must be less than or equal to 1800'));
		}
	});
	if (tolerance !== undefined && compareQuantity(parseQuantity(tolerance), zero) < 0) {
		const why = 'must be greater than or equal to 0';
		errors.push(invalidError(`${path}.tolerance`, tolerance, why));
	}
	return errors;
}
