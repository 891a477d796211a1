import { parseIp } from '../ip-address.ts';
import type { ServiceSpec } from '../service.ts';
import {
	duplicateError,
	type FieldError,
	invalidError,
	notSupportedError,
	requiredError
} from './field-error.ts';
import { validateIp } from './ip.ts';

const families = ['IPv4', 'IPv6'];
const policies = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];
const path = 'spec.clusterIPs';

/** `clusterIP: None`: the name stands for the Pods themselves. */
export function isHeadless({ clusterIPs }: ServiceSpec): boolean {
	return clusterIPs?.length === 1 && clusterIPs[0] === 'None';
}

/** Models pkg/apis/core/validation/validation.go ValidateServiceClusterIPsRelatedFields. */
export function validateServiceAddresses(spec: ServiceSpec): FieldError[] {
	if (spec.type === 'ExternalName') return [];
	const { clusterIPs = [] } = spec;
	const errors = [...inStep(spec), ...validateFamilies(spec)];
	const wrongIps = clusterIPs.flatMap((ip, index) => {
		if (index > 0 || ip !== 'None') return validateIp(ip, `${path}[${index}]`);
		return clusterIPs.length > 1
			? [invalidError(path, clusterIPs, "'None' must be the first and only value")]
			: [];
	});
	errors.push(...wrongIps);
	if (clusterIPs.length > 2) {
		errors.push(invalidError(path, clusterIPs, 'may only hold up to 2 values'));
	}
	return wrongIps.length > 0 ? errors : [...errors, ...matchFamilies(spec)];
}

/** `clusterIP` is the first of `clusterIPs`. */
function inStep({ clusterIP = '', clusterIPs = [] }: ServiceSpec): FieldError[] {
	if (clusterIP === '') {
		return clusterIPs.length > 0
			? [invalidError(path, clusterIPs, 'must be empty when `clusterIP` is not specified')]
			: [];
	}
	if (clusterIPs.length === 0) return [requiredError(path)];
	return clusterIPs[0] === clusterIP
		? []
		: [invalidError(path, clusterIPs, 'first value must match `clusterIP`')];
}

function validateFamilies({ ipFamilies = [], ipFamilyPolicy }: ServiceSpec): FieldError[] {
	const errors = ipFamilies.flatMap((family, index) => {
		const at = `spec.ipFamilies[${index}]`;
		return [
			...(families.includes(family) ? [] : [notSupportedError(at, family, families)]),
			...(ipFamilies.indexOf(family) < index ? [duplicateError(at, family)] : [])
		];
	});
	if (ipFamilyPolicy !== undefined && !policies.includes(ipFamilyPolicy)) {
		errors.push(notSupportedError('spec.ipFamilyPolicy', ipFamilyPolicy, policies));
	}
	return errors;
}

function matchFamilies(spec: ServiceSpec): FieldError[] {
	const { clusterIPs = [], ipFamilies = [] } = spec;
	const own = clusterIPs.map((ip) => parseIp(ip)?.family);
	const errors: FieldError[] = [];
	if (clusterIPs.length > 1 && new Set(own).size !== 2) {
		const why = 'may specify no more than one IP for each IP family';
		errors.push(invalidError(path, clusterIPs, why));
	}
	if (isHeadless(spec)) return errors;
	for (const [index, ip] of clusterIPs.entries()) {
		const family = ipFamilies[index];
		if (family === undefined || !families.includes(family) || family === own[index]) continue;
		const why = `expected an ${family} value as indicated by \`ipFamilies[${index}]\``;
		errors.push(invalidError(`${path}[${index}]`, ip, why));
	}
	return errors;
}
