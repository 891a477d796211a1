import type { LabelSelector } from '../labels/selector.ts';
import type { Affinity, NodeSelectorTerm } from '../pod.ts';
import { type FieldError, forbiddenError, invalidError, requiredError } from './field-error.ts';
import { validateExpression, validateLabelSelector } from './label-selector.ts';
import { ruled } from './metadata.ts';
import { dns1123Label, dns1123Subdomain, qualifiedName } from './name-rules.ts';

const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';

interface PodAffinityTerm {
	readonly labelSelector?: LabelSelector;
	readonly namespaces?: readonly string[];
	readonly topologyKey?: string;
	readonly matchLabelKeys?: readonly string[];
	readonly mismatchLabelKeys?: readonly string[];
}

interface PodAffinity {
	readonly [required]?: readonly PodAffinityTerm[];
	readonly [preferred]?: readonly {
		readonly weight: number;
		readonly podAffinityTerm: PodAffinityTerm;
	}[];
}

/** Models pkg/apis/core/validation/validation.go validateAffinity. */
export function validateAffinity(affinity: Affinity | undefined, path: string): FieldError[] {
	if (!affinity) return [];
	return [
		...validateNodeAffinity(affinity.nodeAffinity, `${path}.nodeAffinity`),
		...validatePodAffinity(affinity.podAffinity, `${path}.podAffinity`),
		...validatePodAffinity(affinity.podAntiAffinity, `${path}.podAntiAffinity`)
	];
}

function validateNodeAffinity(affinity: Affinity['nodeAffinity'], path: string): FieldError[] {
	const errors: FieldError[] = [];
	const selector = affinity?.[required];
	if (selector) {
		const at = `${path}.${required}.nodeSelectorTerms`;
		errors.push(...validateNodeTerms(selector.nodeSelectorTerms ?? [], at));
	}
	for (const [index, { weight, preference }] of (affinity?.[preferred] ?? []).entries()) {
		const at = `${path}.${preferred}[${index}]`;
		errors.push(...validateWeight(weight, at), ...validateTerm(preference, `${at}.preference`));
	}
	return errors;
}

/** Models ValidateNodeSelector. */
export function validateNodeTerms(terms: readonly NodeSelectorTerm[], path: string): FieldError[] {
	if (terms.length === 0) {
		return [requiredError(path, 'must have at least one node selector term')];
	}
	return terms.flatMap((term, index) => validateTerm(term, `${path}[${index}]`));
}

function validateTerm(term: NodeSelectorTerm | undefined, path: string): FieldError[] {
	return [
		...(term?.matchExpressions ?? []).flatMap((expression, index) =>
			validateExpression(expression, true, `${path}.matchExpressions[${index}]`)
		),
		...(term?.matchFields ?? []).flatMap((field, index) =>
			validateFieldExpression(field, `${path}.matchFields[${index}]`)
		)
	];
}

/** Models ValidateNodeFieldSelectorRequirement. */
function validateFieldExpression(
	{ key, operator, values = [] }: NonNullable<NodeSelectorTerm['matchFields']>[number],
	path: string
): FieldError[] {
	const errors: FieldError[] = [];
	if (operator !== 'In' && operator !== 'NotIn') {
		errors.push(invalidError(`${path}.operator`, operator, 'not a valid selector operator'));
	} else if (values.length !== 1) {
		const why = "must be only one value when `operator` is 'In' or 'NotIn' for node field selector";
		errors.push(requiredError(`${path}.values`, why));
	}
	if (key !== 'metadata.name') {
		errors.push(invalidError(`${path}.key`, key, 'not a valid field selector key'));
		return errors;
	}
	const wrong = values.flatMap((name, index) =>
		ruled(dns1123Subdomain, name, `${path}.values[${index}]`)
	);
	return [...errors, ...wrong];
}

function validateWeight(weight: number, path: string): FieldError[] {
	return weight >= 1 && weight <= 100
		? []
		: [invalidError(`${path}.weight`, weight ?? 0, 'must be in the range 1-100')];
}

function validatePodAffinity(affinity: PodAffinity | undefined, path: string): FieldError[] {
	return [
		...(affinity?.[required] ?? []).flatMap((term, index) =>
			validatePodTerm(term, `${path}.${required}[${index}]`)
		),
		...(affinity?.[preferred] ?? []).flatMap(({ weight, podAffinityTerm }, index) => {
			const at = `${path}.${preferred}[${index}]`;
			return [
				...validateWeight(weight, at),
				...validatePodTerm(podAffinityTerm, `${at}.podAffinityTerm`)
			];
		})
	];
}

/** Upstream leaves the index of a namespace out. */
function validatePodTerm(term: PodAffinityTerm, path: string): FieldError[] {
	const { labelSelector, namespaces = [], topologyKey } = term;
	return [
		...validateLabelSelector(labelSelector, `${path}.labelSelector`),
		...namespaces.flatMap((name) => ruled(dns1123Label, name, `${path}.namespace`)),
		...(topologyKey
			? ruled(qualifiedName, topologyKey, `${path}.topologyKey`)
			: [requiredError(`${path}.topologyKey`, 'can not be empty')]),
		...validateLabelKeys(term, 'matchLabelKeys', path),
		...validateLabelKeys(term, 'mismatchLabelKeys', path),
		...validateOverlap(term, path)
	];
}

/** Models validateMatchLabelKeysAndMismatchLabelKeys. */
function validateLabelKeys(
	term: PodAffinityTerm,
	field: 'matchLabelKeys' | 'mismatchLabelKeys',
	path: string
): FieldError[] {
	const keys = term[field] ?? [];
	const at = `${path}.${field}`;
	if (keys.length > 0 && term.labelSelector === undefined) {
		return [forbiddenError(at, 'must not be specified when labelSelector is not set')];
	}
	return keys.flatMap((key, index) => ruled(qualifiedName, key, `${at}[${index}]`));
}

function validateOverlap(
	{ matchLabelKeys = [], mismatchLabelKeys = [] }: PodAffinityTerm,
	path: string
): FieldError[] {
	return matchLabelKeys.flatMap((key, index) =>
		mismatchLabelKeys.includes(key)
			? [
					invalidError(
						`${path}.matchLabelKeys[${index}]`,
						key,
						'exists in both matchLabelKeys and mismatchLabelKeys'
					)
				]
			: []
	);
}
