import { isDeepEqual } from '../../deep-equal.ts';
import type { KubeObject } from '../../object.ts';
import { age, ageColumn, column, nameColumn } from '../../print/printer.ts';
import { compareQuantity, parseQuantity } from '../../quantity.ts';
import {
	type FieldError,
	forbiddenError,
	invalidError,
	requiredError
} from '../../validation/field-error.ts';
import { withStatus } from '../generation.ts';
import type { KindRules } from '../kind-rules.ts';
import { isStandardQuota, isWhole, validateQuotaName } from './resource-names.ts';

type Amounts = Readonly<Record<string, string>>;

export interface ScopeRequirement {
	readonly scopeName: string;
	readonly operator: string;
	readonly values?: readonly string[];
}

export interface ResourceQuota extends KubeObject {
	readonly spec: {
		readonly hard?: Amounts;
		readonly scopes?: readonly string[];
		readonly scopeSelector?: { readonly matchExpressions?: readonly ScopeRequirement[] };
	};
	readonly status?: { readonly hard?: Amounts; readonly used?: Amounts };
}

const scopeNames = [
	'Terminating',
	'NotTerminating',
	'BestEffort',
	'NotBestEffort',
	'PriorityClass',
	'CrossNamespacePodAffinity',
	'VolumeAttributesClass'
];
const ofPods = [
	'pods',
	'cpu',
	'memory',
	'limits.cpu',
	'limits.memory',
	'requests.cpu',
	'requests.memory'
];

/** Models pkg/apis/core/validation/validation.go ValidateResourceQuotaSpec. */
function validate(object: KubeObject): FieldError[] {
	const { spec } = object as ResourceQuota;
	return [
		...validateAmounts(spec.hard ?? {}, 'spec.hard'),
		...validateScopes(spec),
		...validateSelector(spec)
	];
}

function validateAmounts(amounts: Amounts, path: string): FieldError[] {
	return Object.entries(amounts).flatMap(([name, value]) => {
		const at = `${path}[${name}]`;
		const errors = validateQuotaName(name, at);
		const quantity = parseQuantity(value);
		if (compareQuantity(quantity, parseQuantity('0')) < 0) {
			errors.push(invalidError(at, value, 'must be greater than or equal to 0'));
		}
		if (isWhole(name) && /m$/.test(value) && Number(value.slice(0, -1)) % 1000 !== 0) {
			errors.push(invalidError(at, value, 'must be an integer'));
		}
		return errors;
	});
}

function fits(scope: string, resource: string): boolean {
	if (!isStandardQuota(resource) || !scopeNames.includes(scope)) return true;
	if (scope === 'BestEffort') return resource === 'pods';
	if (scope === 'VolumeAttributesClass') return resource === 'persistentvolumeclaims';
	return ofPods.includes(resource);
}

const contraries = [
	['BestEffort', 'NotBestEffort'],
	['Terminating', 'NotTerminating']
];

function validateScopes({ scopes = [], hard = {} }: ResourceQuota['spec']): FieldError[] {
	const path = 'spec.scopes';
	const errors: FieldError[] = [];
	for (const scope of scopes) {
		if (!scopeNames.includes(scope)) errors.push(invalidError(path, scopes, 'unsupported scope'));
		for (const name of Object.keys(hard).sort()) {
			if (fits(scope, name)) continue;
			errors.push(invalidError(path, scopes, 'unsupported scope applied to resource'));
		}
	}
	if (contraries.some((pair) => pair.every((scope) => scopes.includes(scope)))) {
		errors.push(invalidError(path, scopes, 'conflicting scopes'));
	}
	return errors;
}

/** Models validateScopedResourceSelectorRequirement; upstream names no index, and prints its own structs. */
function validateSelector({ scopeSelector, hard = {} }: ResourceQuota['spec']): FieldError[] {
	const path = 'spec.scopeSelector.matchExpressions';
	const errors: FieldError[] = [];
	for (const { scopeName, operator, values = [] } of scopeSelector?.matchExpressions ?? []) {
		if (!scopeNames.includes(scopeName)) {
			errors.push(invalidError(`${path}.scopeName`, scopeName, 'unsupported scope'));
		}
		for (const name of Object.keys(hard).sort()) {
			if (fits(scopeName, name)) continue;
			const given = { ScopeName: scopeName, Operator: operator, Values: values };
			errors.push(invalidError(path, given, 'unsupported scope applied to resource'));
		}
		const isPlain = ['BestEffort', 'NotBestEffort', 'Terminating', 'NotTerminating'];
		if ([...isPlain, 'CrossNamespacePodAffinity'].includes(scopeName) && operator !== 'Exists') {
			const why = `must be 'Exist' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity`;
			errors.push(invalidError(`${path}.operator`, operator, why));
		}
		switch (operator) {
			case 'In':
			case 'NotIn':
				if (values.length === 0) {
					const why =
						"must be at least one value when `operator` is 'In' or 'NotIn' for scope selector";
					errors.push(requiredError(`${path}.values`, why));
				}
				break;
			case 'Exists':
			case 'DoesNotExist':
				if (values.length > 0) {
					const why =
						"must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector";
					errors.push(invalidError(`${path}.values`, values, why));
				}
				break;
			default:
				errors.push(invalidError(`${path}.operator`, operator, 'not a valid selector operator'));
		}
	}
	return errors;
}

/** Models ValidateResourceQuotaUpdate. */
function validateUpdate(object: KubeObject, old: KubeObject): FieldError[] {
	const { scopes = [] } = (object as ResourceQuota).spec;
	const before = (old as ResourceQuota).spec.scopes ?? [];
	const errors = validate(object);
	if (isDeepEqual([...scopes].sort(), [...before].sort())) return errors;
	return [...errors, invalidError('spec.scopes', scopes, 'field is immutable')];
}

/** Models ValidateResourceQuotaStatusUpdate. */
function validateStatus(object: KubeObject): FieldError[] {
	const { metadata, status } = object as ResourceQuota;
	return [
		...(metadata.resourceVersion ? [] : [forbiddenError('resourceVersion', '')]),
		...validateAmounts(status?.hard ?? {}, 'status.hard'),
		...validateAmounts(status?.used ?? {}, 'status.used')
	];
}

/** Models printResourceQuota. */
function usage({ status }: ResourceQuota): { requests: string; limits: string } {
	const texts = Object.keys(status?.hard ?? {})
		.sort()
		.map(
			(name) => [name, `${name}: ${status?.used?.[name] ?? '0'}/${status?.hard?.[name]}`] as const
		);
	const of = (limits: boolean): string =>
		texts
			.filter(([name]) => name.startsWith('limits.') === limits)
			.map(([, text]) => text)
			.join(', ');
	return { requests: of(false), limits: of(true) };
}

export const resourceQuotaKind: KindRules = {
	apiVersion: 'v1',
	kind: 'ResourceQuota',
	validate,
	validateUpdate,
	validateStatus,
	strategy: { prepareForCreate: withStatus({}), returnsDeleted: true },
	printer: {
		columns: [nameColumn, column('Request'), column('Limit'), ageColumn],
		row(object, nowMs) {
			const { requests, limits } = usage(object as ResourceQuota);
			return [object.metadata.name ?? '', requests, limits, age(object, nowMs)];
		}
	}
};
