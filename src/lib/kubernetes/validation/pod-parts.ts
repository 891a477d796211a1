import type { PodSpec } from '../pod.ts';
import {
	duplicateError,
	type FieldError,
	invalidError,
	notSupportedError,
	requiredError
} from './field-error.ts';
import { validateIp } from './ip.ts';
import { ruled } from './metadata.ts';
import { dns1123Label, dns1123Subdomain, qualifiedName } from './name-rules.ts';

/** Models pkg/apis/core/validation/validation.go ValidateHostAliases. */
export function validateHostAliases(spec: PodSpec, path: string): FieldError[] {
	const aliases = (spec['hostAliases'] ?? []) as readonly {
		readonly ip?: string;
		readonly hostnames?: readonly string[];
	}[];
	return aliases.flatMap(({ ip = '', hostnames = [] }, index) => {
		const at = `${path}.hostAliases[${index}]`;
		return [
			...validateIp(ip, `${at}.ip`),
			...hostnames.flatMap((name, place) =>
				ruled(dns1123Subdomain, name, `${at}.hostnames[${place}]`)
			)
		];
	});
}

/** Models validateSchedulingGates. */
export function validateGates(spec: PodSpec, path: string): FieldError[] {
	const gates = (spec['schedulingGates'] ?? []) as readonly { readonly name: string }[];
	const seen = new Set<string>();
	return gates.flatMap(({ name }, index) => {
		const at = `${path}.schedulingGates[${index}]`;
		const errors = ruled(qualifiedName, name, at);
		if (seen.has(name)) errors.push(duplicateError(at, name));
		seen.add(name);
		return errors;
	});
}

interface PodClaim {
	readonly name?: string;
	readonly resourceClaimName?: string;
	readonly resourceClaimTemplateName?: string;
}

/** Models validatePodResourceClaims. */
export function validateClaims(spec: PodSpec, path: string): FieldError[] {
	const claims = (spec['resourceClaims'] ?? []) as readonly PodClaim[];
	const seen = new Set<string>();
	return claims.flatMap((claim, index) => {
		const { name = '', resourceClaimName: own, resourceClaimTemplateName: template } = claim;
		const at = `${path}.resourceClaims[${index}]`;
		const errors: FieldError[] = [];
		if (name === '') errors.push(requiredError(`${at}.name`));
		else if (seen.has(name)) errors.push(duplicateError(`${at}.name`, name));
		else errors.push(...ruled(dns1123Label, name, `${at}.name`));
		seen.add(name);
		const shown = {
			Name: name,
			ResourceClaimName: own ?? null,
			ResourceClaimTemplateName: template ?? null
		};
		if (own !== undefined && template !== undefined) {
			const why =
				'at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified';
			errors.push(invalidError(at, shown, why));
		}
		if (own === undefined && template === undefined) {
			const why = 'must specify one of: `resourceClaimName`, `resourceClaimTemplateName`';
			errors.push(invalidError(at, shown, why));
		}
		return errors;
	});
}

const resizable = ['cpu', 'memory'];
const resizePolicies = ['NotRequired', 'RestartContainer'];

/** Models validateResizePolicy. */
export function validateResizePolicy(
	policies: readonly { readonly resourceName?: string; readonly restartPolicy?: string }[],
	podRestartPolicy: string | undefined,
	path: string
): FieldError[] {
	const seen = new Set<string>();
	return policies.flatMap(({ resourceName: resource = '', restartPolicy: policy = '' }, index) => {
		const errors: FieldError[] = [];
		if (seen.has(resource)) errors.push(duplicateError(`${path}[${index}]`, resource));
		seen.add(resource);
		for (const [value, supported] of [
			[resource, resizable],
			[policy, resizePolicies]
		] as const) {
			if (value === '') errors.push(requiredError(path));
			else if (!supported.includes(value)) errors.push(notSupportedError(path, value, supported));
		}
		if (podRestartPolicy === 'Never' && policy !== 'NotRequired') {
			const why = "must be 'NotRequired' when `restartPolicy` is 'Never'";
			errors.push(invalidError(path, policy, why));
		}
		return errors;
	});
}
