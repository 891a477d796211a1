import type { LabelSelector } from '../labels/selector.ts';
import {
	duplicateError,
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError,
	requiredError
} from './field-error.ts';
import { validateLabelSelector } from './label-selector.ts';
import { ruled } from './metadata.ts';
import { qualifiedName } from './name-rules.ts';

interface SpreadConstraint {
	readonly maxSkew: number;
	readonly topologyKey: string;
	readonly whenUnsatisfiable: string;
	readonly minDomains?: number;
	readonly nodeAffinityPolicy?: string;
	readonly nodeTaintsPolicy?: string;
	readonly matchLabelKeys?: readonly string[];
	readonly labelSelector?: LabelSelector;
}

const actions = ['DoNotSchedule', 'ScheduleAnyway'];
const policies = ['Honor', 'Ignore'];

/** Models pkg/apis/core/validation/validation.go validateTopologySpreadConstraints. */
export function validateSpread(
	constraints: readonly SpreadConstraint[],
	path: string
): FieldError[] {
	return constraints.flatMap((constraint, index) => {
		const at = `${path}[${index}]`;
		const later = constraints.slice(index + 1);
		return [
			...validateOwn(constraint, at),
			...(later.some((other) => samePlace(other, constraint))
				? [
						duplicateError(
							`${at}.{topologyKey, whenUnsatisfiable}`,
							`{${constraint.topologyKey}, ${constraint.whenUnsatisfiable}}`
						)
					]
				: []),
			...validateOptions(constraint, at)
		];
	});
}

function samePlace(a: SpreadConstraint, b: SpreadConstraint): boolean {
	return a.topologyKey === b.topologyKey && a.whenUnsatisfiable === b.whenUnsatisfiable;
}

function validateOwn(constraint: SpreadConstraint, path: string): FieldError[] {
	const { maxSkew = 0, topologyKey, whenUnsatisfiable = '' } = constraint;
	const errors: FieldError[] = [];
	if (maxSkew <= 0) {
		errors.push(invalidError(`${path}.maxSkew`, maxSkew, 'must be greater than zero'));
	}
	if (!topologyKey) errors.push(requiredError(`${path}.topologyKey`, 'can not be empty'));
	else errors.push(...ruled(qualifiedName, topologyKey, `${path}.topologyKey`));
	if (!actions.includes(whenUnsatisfiable)) {
		errors.push(notSupportedError(`${path}.whenUnsatisfiable`, whenUnsatisfiable, actions));
	}
	return errors;
}

function validateOptions(constraint: SpreadConstraint, path: string): FieldError[] {
	const { minDomains, whenUnsatisfiable, matchLabelKeys = [], labelSelector } = constraint;
	const errors: FieldError[] = [];
	if (minDomains !== undefined) {
		const at = `${path}.minDomains`;
		if (minDomains <= 0) errors.push(invalidError(at, minDomains, 'must be greater than 0'));
		if (whenUnsatisfiable !== 'DoNotSchedule') {
			const text = `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${whenUnsatisfiable}`;
			errors.push(invalidError(at, minDomains, text));
		}
	}
	for (const part of ['nodeAffinityPolicy', 'nodeTaintsPolicy'] as const) {
		const policy = constraint[part];
		if (policy !== undefined && !policies.includes(policy)) {
			errors.push(notSupportedError(`${path}.${part}`, policy, policies));
		}
	}
	if (matchLabelKeys.length > 0 && !labelSelector) {
		errors.push(
			forbiddenError(
				`${path}.matchLabelKeys`,
				'must not be specified when labelSelector is not set'
			)
		);
	}
	const selected = [
		...Object.keys(labelSelector?.matchLabels ?? {}),
		...(labelSelector?.matchExpressions ?? []).map(({ key }) => key)
	];
	matchLabelKeys.forEach((key, index) => {
		if (!labelSelector) return;
		const at = `${path}.matchLabelKeys[${index}]`;
		errors.push(...ruled(qualifiedName, key, at));
		if (selected.includes(key)) {
			errors.push(invalidError(at, key, 'exists in both matchLabelKeys and labelSelector'));
		}
	});
	return [...errors, ...validateLabelSelector(labelSelector, `${path}.labelSelector`)];
}
