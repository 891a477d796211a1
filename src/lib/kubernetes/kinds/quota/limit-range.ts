import type { KubeObject } from '../../object.ts';
import { nameColumn, type Printer } from '../../print/printer.ts';
import { compareQuantity, parseQuantity } from '../../quantity.ts';
import {
	duplicateError,
	type FieldError,
	forbiddenError,
	invalidError,
	requiredError
} from '../../validation/field-error.ts';
import { ruled } from '../../validation/metadata.ts';
import { qualifiedName } from '../../validation/name-rules.ts';
import type { KindRules } from '../kind-rules.ts';
import { validateLimitName } from './resource-names.ts';

type Amounts = Readonly<Record<string, string>>;

export interface Limit {
	readonly type: string;
	readonly max?: Amounts;
	readonly min?: Amounts;
	readonly default?: Amounts;
	readonly defaultRequest?: Amounts;
	readonly maxLimitRequestRatio?: Amounts;
}

export interface LimitRange extends KubeObject {
	readonly spec: { readonly limits: readonly Limit[] | null };
}

/** Models pkg/apis/core/v1/defaults.go SetDefaults_LimitRangeItem: of containers what isn't said follows from what is. */
function defaults(object: KubeObject): KubeObject {
	const { spec } = object as LimitRange;
	return { ...object, spec: { ...spec, limits: spec.limits?.map(defaultLimit) ?? null } };
}

function defaultLimit(limit: Limit): Limit {
	if (limit.type !== 'Container') return limit;
	const filled = { ...limit.max, ...limit.default };
	const requests = { ...limit.min, ...filled, ...limit.defaultRequest };
	return {
		...limit,
		...(Object.keys(filled).length > 0 && { default: filled }),
		...(Object.keys(requests).length > 0 && { defaultRequest: requests })
	};
}

const types = ['Pod', 'Container', 'PersistentVolumeClaim'];

/** Models pkg/apis/core/validation/validation.go ValidateLimitRange. */
function validate(object: KubeObject): FieldError[] {
	const limits = (object as LimitRange).spec.limits ?? [];
	return limits.flatMap((limit, index) => {
		const path = `spec.limits[${index}]`;
		const isSecond = limits.findIndex(({ type }) => type === limit.type) < index;
		return [
			...validateType(limit.type, `${path}.type`),
			...(isSecond ? [duplicateError(`${path}.type`, limit.type)] : []),
			...validateNames(limit, path),
			...validateAmounts(limit, path)
		];
	});
}

function validateType(type: string, path: string): FieldError[] {
	const errors = ruled(qualifiedName, type, path);
	if (errors.length > 0 || type.includes('/') || types.includes(type)) return errors;
	return [invalidError(path, type, 'must be a standard limit type or fully qualified')];
}

function validateNames(limit: Limit, path: string): FieldError[] {
	const { type, min, max, default: byDefault, defaultRequest } = limit;
	const named = (field: keyof Limit): FieldError[] =>
		Object.keys((limit[field] as Amounts | undefined) ?? {}).flatMap((name) =>
			validateLimitName(type, name, `${path}.${field}[${name}]`)
		);
	const errors = [...named('max'), ...named('min')];
	if (type === 'Pod') {
		const why = "may not be specified when `type` is 'Pod'";
		if (byDefault) errors.push(forbiddenError(`${path}.default`, why));
		if (defaultRequest) errors.push(forbiddenError(`${path}.defaultRequest`, why));
	} else errors.push(...named('default'), ...named('defaultRequest'));
	if (type === 'PersistentVolumeClaim' && !min?.['storage'] && !max?.['storage']) {
		const why = 'either minimum or maximum storage value is required, but neither was provided';
		errors.push(requiredError(`${path}.limits`, why));
	}
	return [...errors, ...named('maxLimitRequestRatio')];
}

function above(a: string | undefined, b: string | undefined): boolean {
	if (a === undefined || b === undefined) return false;
	return compareQuantity(parseQuantity(a), parseQuantity(b)) > 0;
}

function validateAmounts(limit: Limit, path: string): FieldError[] {
	const isPod = limit.type === 'Pod';
	const parts = [
		limit.max,
		limit.min,
		isPod ? undefined : limit.default,
		isPod ? undefined : limit.defaultRequest,
		limit.maxLimitRequestRatio
	];
	const names = new Set(parts.flatMap((part) => Object.keys(part ?? {})));
	return [...names].flatMap((name) => {
		const [max, min, byDefault, request, ratio] = parts.map((part) => part?.[name]);
		const errors: FieldError[] = [];
		const refuse = (field: string, value: string | undefined, why: string): void => {
			errors.push(invalidError(`${path}.${field}[${name}]`, value, why));
		};
		if (above(min, max)) refuse('min', min, `min value ${min} is greater than max value ${max}`);
		if (above(min, request)) {
			refuse(
				'defaultRequest',
				request,
				`min value ${min} is greater than default request value ${request}`
			);
		}
		if (above(request, max)) {
			refuse(
				'defaultRequest',
				request,
				`default request value ${request} is greater than max value ${max}`
			);
		}
		if (above(request, byDefault)) {
			refuse(
				'defaultRequest',
				request,
				`default request value ${request} is greater than default limit value ${byDefault}`
			);
		}
		if (above(min, byDefault)) {
			refuse('default', min, `min value ${min} is greater than default value ${byDefault}`);
		}
		if (above(byDefault, max)) {
			refuse('default', max, `default value ${byDefault} is greater than max value ${max}`);
		}
		if (above('1', ratio)) refuse('maxLimitRequestRatio', ratio, `ratio ${ratio} is less than 1`);
		return errors;
	});
}

const printer: Printer = {
	columns: [nameColumn, { name: 'Created At', type: 'date', format: '', wide: false }],
	row: ({ metadata }) => [metadata.name ?? '', metadata.creationTimestamp ?? null]
};

export const limitRangeKind: KindRules = {
	apiVersion: 'v1',
	kind: 'LimitRange',
	defaults,
	validate,
	printer
};
