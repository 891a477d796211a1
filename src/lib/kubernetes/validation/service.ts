import { isExternallyAccessible } from '../defaults/service.ts';
import { isCidr, parseIp } from '../ip-address.ts';
import type { Service, ServiceSpec } from '../service.ts';
import {
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError,
	requiredError
} from './field-error.ts';
import { validateIp, validateNonSpecialIp } from './ip.ts';
import { ruled, validateLabels } from './metadata.ts';
import { dns1123Subdomain, portNumber, qualifiedName } from './name-rules.ts';
import { isHeadless, validateServiceAddresses } from './service-addresses.ts';
import { validateServicePorts } from './service-ports.ts';

const types = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const policies = ['Cluster', 'Local'];
const distributions = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];
const onlyLoadBalancers = "may only be used when `type` is 'LoadBalancer'";
/** A day. */
const maxAffinitySeconds = 86_400;
const rangesAnnotation = 'service.beta.kubernetes.io/load-balancer-source-ranges';

/** Models pkg/apis/core/validation/validation.go ValidateService. */
export function validateService(service: Service): FieldError[] {
	const { spec } = service;
	const { duplicates, errors: ports } = validateServicePorts(spec);
	return [
		...validateType(spec),
		...ports,
		...validateLabels(spec.selector, 'spec.selector'),
		...validateAffinity(spec),
		...validateServiceAddresses(spec),
		...(spec.externalIPs ?? []).flatMap((ip, index) => [
			...validateIp(ip, `spec.externalIPs[${index}]`),
			...validateNonSpecialIp(ip, `spec.externalIPs[${index}]`)
		]),
		...oneOf(spec.type, types, 'spec.type'),
		...duplicates,
		...validateSourceRanges(service),
		...validateLoadBalancer(spec),
		...validateExternalTraffic(spec),
		...validateInternalTraffic(spec)
	];
}

function oneOf(
	value: string | undefined,
	supported: readonly string[],
	field: string
): FieldError[] {
	if (!value) return [requiredError(field)];
	return supported.includes(value) ? [] : [notSupportedError(field, value, supported)];
}

function validateType(spec: ServiceSpec): FieldError[] {
	const { type, ports = [] } = spec;
	const errors =
		ports.length === 0 && !isHeadless(spec) && type !== 'ExternalName'
			? [requiredError('spec.ports')]
			: [];
	if (type === 'LoadBalancer') {
		for (const [index, { port }] of ports.entries()) {
			const why = 'may not expose port 10250 externally since it is used by kubelet';
			if (port === 10250) errors.push(invalidError(`spec.ports[${index}]`, port, why));
		}
	}
	if ((type === 'LoadBalancer' || type === 'NodePort') && isHeadless(spec)) {
		const why = `may not be set to 'None' for ${type} services`;
		errors.push(invalidError('spec.clusterIPs[0]', 'None', why));
	}
	return type === 'ExternalName' ? [...errors, ...validateExternalName(spec)] : errors;
}

function validateExternalName(spec: ServiceSpec): FieldError[] {
	const not = (field: string) =>
		forbiddenError(`spec.${field}`, 'may not be set for ExternalName services');
	const name = (spec.externalName ?? '').replace(/\.$/, '');
	const at = 'spec.externalName';
	return [
		...((spec.clusterIPs ?? []).length > 0 ? [not('clusterIPs')] : []),
		...((spec.ipFamilies ?? []).length > 0 ? [not('ipFamilies')] : []),
		...(spec.ipFamilyPolicy !== undefined ? [not('ipFamilyPolicy')] : []),
		...(name === '' ? [requiredError(at)] : ruled(dns1123Subdomain, name, at))
	];
}

/** Models validateClientIPAffinityConfig. */
function validateAffinity({ sessionAffinity, sessionAffinityConfig }: ServiceSpec): FieldError[] {
	const errors = oneOf(sessionAffinity, ['ClientIP', 'None'], 'spec.sessionAffinity');
	const path = 'spec.sessionAffinityConfig';
	if (sessionAffinity === 'None' && sessionAffinityConfig !== undefined) {
		return [...errors, forbiddenError(path, 'must not be set when session affinity is None')];
	}
	const seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds;
	if (sessionAffinity !== 'ClientIP' || seconds === undefined) return errors;
	if (seconds > 0 && seconds <= maxAffinitySeconds) return errors;
	const why = `must be greater than 0 and less than ${maxAffinitySeconds}`;
	return [...errors, invalidError(`${path}.clientIP.timeoutSeconds`, seconds, why)];
}

function validateSourceRanges({ spec, metadata }: Service): FieldError[] {
	const { loadBalancerSourceRanges: ranges = [], type } = spec;
	const annotation = metadata.annotations?.[rangesAnnotation];
	if (ranges.length === 0 && annotation === undefined) return [];
	const isField = ranges.length > 0;
	const path = isField
		? 'spec.LoadBalancerSourceRanges'
		: `metadata.annotations[${rangesAnnotation}]`;
	const given = isField ? ranges : (annotation ?? '').split(',').filter((text) => text.trim());
	return [
		...(type === 'LoadBalancer' ? [] : [forbiddenError(path, onlyLoadBalancers)]),
		...given.flatMap((text, index) =>
			isCidr(text.trim())
				? []
				: [
						invalidError(
							isField ? `${path}[${index}]` : path,
							text.trim(),
							'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)'
						)
					]
		)
	];
}

function validateLoadBalancer(spec: ServiceSpec): FieldError[] {
	const { type, allocateLoadBalancerNodePorts, loadBalancerClass } = spec;
	const classField = 'spec.loadBalancerClass';
	if (type === 'LoadBalancer') {
		return loadBalancerClass === undefined
			? []
			: ruled(qualifiedName, loadBalancerClass, classField);
	}
	return [
		...(allocateLoadBalancerNodePorts === undefined
			? []
			: [forbiddenError('spec.allocateLoadBalancerNodePorts', onlyLoadBalancers)]),
		...(loadBalancerClass === undefined ? [] : [forbiddenError(classField, onlyLoadBalancers)])
	];
}

/** Models validateServiceExternalTrafficPolicy. */
function validateExternalTraffic(spec: ServiceSpec): FieldError[] {
	const { externalTrafficPolicy: policy, healthCheckNodePort: port, type } = spec;
	const at = 'spec.externalTrafficPolicy';
	const errors: FieldError[] = [];
	if (isExternallyAccessible(spec)) errors.push(...oneOf(policy, policies, at));
	else if (policy) {
		errors.push(invalidError(at, policy, 'may only be set for externally-accessible services'));
	}
	const portAt = 'spec.healthCheckNodePort';
	if (type === 'LoadBalancer' && policy === 'Local') {
		if (!port) return [...errors, requiredError(portAt)];
		return [...errors, ...portNumber(port).map((text) => invalidError(portAt, port, text))];
	}
	const why =
		"may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'";
	return port ? [...errors, invalidError(portAt, port, why)] : errors;
}

/** Models validateServiceInternalTrafficFieldsValue and validateServiceTrafficDistribution. */
function validateInternalTraffic(spec: ServiceSpec): FieldError[] {
	const { internalTrafficPolicy: policy, trafficDistribution: distribution, type } = spec;
	const at = 'spec.internalTrafficPolicy';
	const needed = type === 'ClusterIP' || type === 'NodePort' || type === 'LoadBalancer';
	const errors = policy !== undefined || needed ? oneOf(policy, policies, at) : [];
	if (distribution === undefined || distributions.includes(distribution)) return errors;
	return [...errors, notSupportedError('spec.trafficDistribution', distribution, distributions)];
}

/** Models ValidateLoadBalancerStatus. */
export function validateServiceStatus({ status }: Service): FieldError[] {
	return (status.loadBalancer?.ingress ?? []).flatMap(({ ip, hostname }, index) => {
		const at = `status.loadBalancer.ingress[${index}]`;
		return [
			...(ip ? validateIp(ip, `${at}.ip`) : []),
			...(hostname ? ruled(dns1123Subdomain, hostname, `${at}.hostname`) : []),
			...(hostname && parseIp(hostname)
				? [invalidError(`${at}.hostname`, hostname, 'must be a DNS name, not an IP address')]
				: [])
		];
	});
}
