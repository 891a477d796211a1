import type { Container } from '../pod.ts';
import { compareQuantity, intValue, parseQuantity, roundUp } from '../quantity.ts';
import {
	duplicateError,
	type FieldError,
	forbiddenError,
	invalidError,
	notFoundError,
	notSupportedError,
	requiredError
} from './field-error.ts';
import { qualifiedName } from './name-rules.ts';
import { ruled } from './metadata.ts';

type Amounts = Readonly<Record<string, string>>;

const standardResources = ['cpu', 'memory', 'ephemeral-storage', 'storage', 'pods'];
const containerResources = ['cpu', 'memory', 'ephemeral-storage'];
const hugePages = 'hugepages-';

/**
 * Limits first, then requests, each compared with its limit.
 *
 * Models pkg/apis/core/validation/validation.go ValidateContainerResourceRequirements.
 */
export function validateResources(
	resources: NonNullable<Container['resources']>,
	path: string,
	claims: readonly string[] = []
): FieldError[] {
	const { limits = {}, requests = {} } = resources;
	return [
		...Object.entries(limits).flatMap(([name, amount]) =>
			validateAmount(name, amount, `${path}.limits[${name}]`)
		),
		...Object.entries(requests).flatMap(([name, amount]) => [
			...validateAmount(name, amount, `${path}.requests[${name}]`),
			...compareWithLimit(name, amount, limits, `${path}.requests`)
		]),
		...validateHugePages([...Object.keys(limits), ...Object.keys(requests)], path),
		...validateClaimNames(
			(resources as { readonly claims?: [] }).claims ?? [],
			claims,
			`${path}.claims`
		)
	];
}

function validateHugePages(names: readonly string[], path: string): FieldError[] {
	const isAlone = !names.includes('cpu') && !names.includes('memory');
	return isAlone && names.some((name) => name.startsWith(hugePages))
		? [forbiddenError(path, 'HugePages require cpu or memory')]
		: [];
}

/** Models validateResourceClaimNames. */
function validateClaimNames(
	claims: readonly { readonly name?: string }[],
	known: readonly string[],
	path: string
): FieldError[] {
	const seen = new Set<string>();
	return claims.flatMap(({ name = '' }, index) => {
		const at = `${path}[${index}]`;
		if (name === '') return [requiredError(at)];
		const errors = seen.has(name) ? [duplicateError(at, name)] : [];
		seen.add(name);
		if (!known.includes(name)) {
			const which = known.length === 0 ? ' which is empty' : `: ${[...known].sort().join(', ')}`;
			const detail = `must be one of the names in pod.spec.resourceClaims${which}`;
			errors.push({ ...notFoundError(at, name), detail });
		}
		return errors;
	});
}

function validateAmount(name: string, amount: string, path: string): FieldError[] {
	return [...validateName(name, path), ...validateQuantity(name, amount, path)];
}

function validateName(name: string, path: string): FieldError[] {
	const errors = ruled(qualifiedName, name, path);
	if (errors.length > 0) return errors;
	if (name.startsWith(hugePages)) return [];
	if (!name.includes('/')) {
		if (!standardResources.includes(name)) {
			errors.push(invalidError(path, name, 'must be a standard resource type or fully qualified'));
		}
		if (!containerResources.includes(name)) {
			errors.push(invalidError(path, name, 'must be a standard resource for containers'));
		}
	} else if (name.startsWith('requests.')) {
		errors.push(invalidError(path, name, "doesn't follow extended resource name standard"));
	}
	return errors;
}

function validateQuantity(name: string, amount: string, path: string): FieldError[] {
	const quantity = parseQuantity(amount);
	if (quantity.unscaled < 0n) {
		return [invalidError(path, amount, 'must be greater than or equal to 0')];
	}
	const counted = name.includes('/') || name.startsWith(hugePages);
	if (counted && !roundUp(quantity, 0).exact) {
		return [invalidError(path, amount, 'must be an integer')];
	}
	if (name.startsWith(hugePages) && !isMultiple(name, amount)) {
		return [invalidError(path, amount, `${amount} is not positive integer multiple of ${name}`)];
	}
	return [];
}

function isMultiple(name: string, amount: string): boolean {
	const size = intValue(name.slice(hugePages.length));
	return size > 0 && intValue(amount) % size === 0;
}

function compareWithLimit(
	name: string,
	amount: string,
	limits: Amounts,
	path: string
): FieldError[] {
	const limit = limits[name];
	const fixed = name.includes('/') || name.startsWith(hugePages);
	if (limit === undefined) {
		return fixed
			? [invalidError(path, amount, `limit must be set for non overcommitable resources`)]
			: [];
	}
	const order = compareQuantity(parseQuantity(amount), parseQuantity(limit));
	if (fixed && order !== 0) {
		return [invalidError(path, amount, `must be equal to ${name} limit of ${limit}`)];
	}
	return !fixed && order > 0
		? [invalidError(path, amount, `must be less than or equal to ${name} limit of ${limit}`)]
		: [];
}

/** What a Pod states for itself may only be CPU, memory and huge pages. Models validatePodResourceRequirements. */
export function validatePodResources(
	resources: NonNullable<Container['resources']>,
	path: string
): FieldError[] {
	const supported = ['cpu', hugePages, 'memory'];
	const named = (list: Amounts | undefined, part: string) =>
		Object.keys(list ?? {})
			.filter((name) => name !== 'cpu' && name !== 'memory' && !name.startsWith(hugePages))
			.map((name) => notSupportedError(`${path}.${part}[${name}]`, name, supported));
	const errors = [...named(resources.limits, 'limits'), ...named(resources.requests, 'requests')];
	return errors.length > 0 ? errors : validateResources(resources, path);
}
