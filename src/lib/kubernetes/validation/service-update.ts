import { isDeepEqual } from '../deep-equal.ts';
import type { Service, ServiceSpec } from '../service.ts';
import { type FieldError, forbiddenError, invalidError } from './field-error.ts';
import { isHeadless } from './service-addresses.ts';

const addressField = 'spec.clusterIPs[0]';
const familyField = 'spec.ipFamilies[0]';
const once = 'may not change once set';

/** What of a Service may not change. Models pkg/apis/core/validation/validation.go ValidateServiceUpdate. */
export function validateServiceChange(service: Service, old: Service): FieldError[] {
	const named = service.spec.type === 'ExternalName' || old.spec.type === 'ExternalName';
	return [
		...(named ? [] : sameAddresses(service.spec, old.spec)),
		...(named ? [] : sameFamilies(service.spec, old.spec)),
		...sameLoadBalancerClass(service.spec, old.spec),
		...sameHealthCheckPort(service.spec, old.spec)
	];
}

/** Models validateUpgradeDowngradeClusterIPs: the first address stays. */
function sameAddresses(spec: ServiceSpec, old: ServiceSpec): FieldError[] {
	if (isHeadless(old) && isHeadless(spec)) return [];
	const { clusterIPs = [], ipFamilyPolicy } = spec;
	const before = old.clusterIPs ?? [];
	if (clusterIPs.length === before.length) {
		return before.flatMap((ip, index) =>
			ip === clusterIPs[index] ? [] : [invalidError(`spec.clusterIPs[${index}]`, clusterIPs, once)]
		);
	}
	if (clusterIPs.length === 0) {
		return [invalidError(addressField, clusterIPs, 'primary clusterIP can not be unset')];
	}
	const errors =
		before.length > 0 && before[0] !== clusterIPs[0]
			? [invalidError(addressField, clusterIPs, once)]
			: [];
	if (clusterIPs.length === 1 && before.length > 1 && ipFamilyPolicy !== 'SingleStack') {
		const why = "must be set to 'SingleStack' when releasing the secondary clusterIP";
		errors.push(invalidError('spec.ipFamilyPolicy', ipFamilyPolicy, why));
	}
	return errors;
}

/** Models validateUpgradeDowngradeIPFamilies; upstream names the first family whichever changed. */
function sameFamilies(spec: ServiceSpec, old: ServiceSpec): FieldError[] {
	if (isHeadless(spec) || isHeadless(old)) return [];
	const { ipFamilies = [], clusterIPs, ipFamilyPolicy } = spec;
	const before = old.ipFamilies ?? [];
	if (ipFamilies.length === before.length) {
		return before.flatMap((family, index) =>
			family === ipFamilies[index] ? [] : [invalidError(familyField, ipFamilies, once)]
		);
	}
	const errors: FieldError[] = [];
	const isFewer = ipFamilies.length < before.length;
	if (isFewer && (clusterIPs ?? []).length === 0) {
		errors.push(invalidError(familyField, ipFamilies, 'primary ipFamily can not be unset'));
	}
	if (ipFamilies.length > 0 && before.length > 0 && ipFamilies[0] !== before[0]) {
		errors.push(invalidError(familyField, clusterIPs, once));
	}
	if (isFewer && ipFamilies.length === 1 && ipFamilyPolicy !== 'SingleStack') {
		const why = "must be set to 'SingleStack' when releasing the secondary ipFamily";
		errors.push(invalidError('spec.ipFamilyPolicy', ipFamilyPolicy, why));
	}
	return errors;
}

/** Models validateLoadBalancerClassField. */
function sameLoadBalancerClass(spec: ServiceSpec, old: ServiceSpec): FieldError[] {
	const both = spec.type === 'LoadBalancer' && old.type === 'LoadBalancer';
	return both && !isDeepEqual(spec.loadBalancerClass, old.loadBalancerClass)
		? [invalidError('spec.loadBalancerClass', spec.loadBalancerClass, once)]
		: [];
}

/** Models validateServiceExternalTrafficFieldsUpdate. */
function sameHealthCheckPort(spec: ServiceSpec, old: ServiceSpec): FieldError[] {
	const local = (one: ServiceSpec) =>
		one.type === 'LoadBalancer' && one.externalTrafficPolicy === 'Local';
	return local(spec) && local(old) && spec.healthCheckNodePort !== old.healthCheckNodePort
		? [forbiddenError('spec.healthCheckNodePort', 'field is immutable')]
		: [];
}
