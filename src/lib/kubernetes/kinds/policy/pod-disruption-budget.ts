import type { IntOrString } from '../../int-or-string.ts';
import type { LabelSelector } from '../../labels/selector.ts';
import type { KubeObject } from '../../object.ts';
import { age, ageColumn, column, nameColumn } from '../../print/printer.ts';
import { type FieldError, invalidError, notSupportedError } from '../../validation/field-error.ts';
import { validateLabelSelector } from '../../validation/label-selector.ts';
import { nonNegative } from '../../validation/metadata.ts';
import { notAboveHundred, validateShare } from '../../validation/share.ts';
import { specChanges, withStatus } from '../generation.ts';
import type { KindRules } from '../kind-rules.ts';

interface Budget extends KubeObject {
	readonly spec: {
		readonly minAvailable?: IntOrString;
		readonly maxUnavailable?: IntOrString;
		readonly selector?: LabelSelector;
		readonly unhealthyPodEvictionPolicy?: string;
	};
	readonly status?: Readonly<Record<string, number | undefined>>;
}

const counts = ['disruptionsAllowed', 'currentHealthy', 'desiredHealthy', 'expectedPods'];
const policies = ['AlwaysAllow', 'IfHealthyBudget'];

/** Models pkg/apis/policy/validation/validation.go ValidatePodDisruptionBudgetSpec; upstream prints its own struct. */
function validate(object: KubeObject): FieldError[] {
	const { spec } = object as Budget;
	const { minAvailable, maxUnavailable, selector, unhealthyPodEvictionPolicy: policy } = spec;
	const errors: FieldError[] = [];
	if (minAvailable !== undefined && maxUnavailable !== undefined) {
		const given = {
			MinAvailable: minAvailable,
			Selector: selector ?? null,
			MaxUnavailable: maxUnavailable,
			UnhealthyPodEvictionPolicy: policy ?? null
		};
		const why = 'minAvailable and maxUnavailable cannot be both set';
		errors.push(invalidError('spec', given, why));
	}
	for (const [field, value] of Object.entries({ minAvailable, maxUnavailable })) {
		if (value === undefined) continue;
		const path = `spec.${field}`;
		errors.push(...validateShare(value, path), ...notAboveHundred(value, path));
	}
	errors.push(...validateLabelSelector(selector, 'spec.selector'));
	if (policy !== undefined && !policies.includes(policy)) {
		errors.push(notSupportedError('spec.unhealthyPodEvictionPolicy', policy, policies));
	}
	return errors;
}

export const podDisruptionBudgetKind: KindRules = {
	apiVersion: 'policy/v1',
	kind: 'PodDisruptionBudget',
	validate,
	validateStatus: ({ status }) =>
		counts.flatMap((field) =>
			nonNegative((status as Budget['status'])?.[field], `status.${field}`)
		),
	strategy: {
		prepareForCreate: withStatus(Object.fromEntries(counts.map((field) => [field, 0]))),
		changesGeneration: specChanges,
		needsVersion: true
	},
	printer: {
		columns: [
			nameColumn,
			column('Min Available'),
			column('Max Unavailable'),
			column('Allowed Disruptions', 'integer'),
			ageColumn
		],
		row(object, nowMs) {
			const { metadata, spec, status } = object as Budget;
			return [
				metadata.name ?? '',
				String(spec.minAvailable ?? 'N/A'),
				String(spec.maxUnavailable ?? 'N/A'),
				status?.['disruptionsAllowed'] ?? 0,
				age(object, nowMs)
			];
		}
	}
};
