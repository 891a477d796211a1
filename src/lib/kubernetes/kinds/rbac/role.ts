import type { KubeObject } from '../../object.ts';
import { column, nameColumn, type Printer } from '../../print/printer.ts';
import { type FieldError, invalidError, requiredError } from '../../validation/field-error.ts';
import { validateLabelSelector } from '../../validation/label-selector.ts';
import type { KindRules } from '../kind-rules.ts';
import { pathSegmentName } from '../path-segment-name.ts';

const apiVersion = 'rbac.authorization.k8s.io/v1';

interface Rule {
	readonly verbs?: readonly string[] | null;
	readonly apiGroups?: readonly string[];
	readonly resources?: readonly string[];
	readonly resourceNames?: readonly string[];
	readonly nonResourceURLs?: readonly string[];
}

const printer: Printer = {
	columns: [nameColumn, column('Created At', 'date')],
	row: ({ metadata }) => [metadata.name ?? '', metadata.creationTimestamp ?? null]
};

/** Models pkg/apis/rbac/validation/validation.go ValidatePolicyRule. */
function validateRule(rule: Rule, isNamespaced: boolean, path: string): FieldError[] {
	const errors: FieldError[] = [];
	const { apiGroups = [], resources = [], resourceNames = [] } = rule;
	const verbs = rule.verbs ?? [];
	if (verbs.length === 0) {
		errors.push(requiredError(`${path}.verbs`, 'verbs must contain at least one value'));
	}
	const { nonResourceURLs: urls = [] } = rule;
	if (urls.length > 0) {
		const at = `${path}.nonResourceURLs`;
		if (isNamespaced) {
			errors.push(invalidError(at, urls, 'namespaced rules cannot apply to non-resource URLs'));
		}
		if (apiGroups.length + resources.length + resourceNames.length > 0) {
			const why = 'rules cannot apply to both regular resources and non-resource URLs';
			errors.push(invalidError(at, urls, why));
		}
		return errors;
	}
	if (apiGroups.length === 0) {
		const why = 'resource rules must supply at least one api group';
		errors.push(requiredError(`${path}.apiGroups`, why));
	}
	if (resources.length === 0) {
		const why = 'resource rules must supply at least one resource';
		errors.push(requiredError(`${path}.resources`, why));
	}
	return errors;
}

function validateRules(object: KubeObject, isNamespaced: boolean): FieldError[] {
	const rules = (object['rules'] ?? []) as readonly Rule[];
	return rules.flatMap((rule, index) => validateRule(rule, isNamespaced, `rules[${index}]`));
}

/** Models ValidateClusterRole. */
function validateAggregation(object: KubeObject): FieldError[] {
	const rule = object['aggregationRule'] as
		{ clusterRoleSelectors?: readonly Record<string, never>[] } | undefined;
	if (rule === undefined) return [];
	const { clusterRoleSelectors: selectors = [] } = rule;
	const path = 'aggregationRule.clusterRoleSelectors';
	if (selectors.length === 0) {
		const why = 'at least one clusterRoleSelector required if aggregationRule is non-nil';
		return [requiredError(path, why)];
	}
	return selectors.flatMap((selector, index) =>
		validateLabelSelector(selector, `${path}[${index}]`)
	);
}

export const roleKind: KindRules = {
	apiVersion,
	kind: 'Role',
	nameRule: pathSegmentName,
	printer,
	validate: (object) => validateRules(object, true)
};

export const clusterRoleKind: KindRules = {
	apiVersion,
	kind: 'ClusterRole',
	nameRule: pathSegmentName,
	printer,
	validate: (object) => [...validateRules(object, false), ...validateAggregation(object)]
};
