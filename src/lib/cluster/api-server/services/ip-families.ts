import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { parseIp } from '#lib/kubernetes/ip-address.ts';
import type { ServiceSpec } from '#lib/kubernetes/service.ts';
import { type FieldError, invalidError } from '#lib/kubernetes/validation/field-error.ts';
import { validateServiceAddresses } from '#lib/kubernetes/validation/service-addresses.ts';

/** The cluster has IPv4 addresses only. */
const own = 'IPv4';
const policyField = 'spec.ipFamilyPolicy';

/**
 * Which families of addresses the Service has. Models pkg/registry/core/service/storage/alloc.go initIPFamilyFields, in a
 * cluster of one family.
 */
export function withFamilies(
	given: ServiceSpec,
	old: ServiceSpec | undefined
): ServiceSpec | readonly FieldError[] {
	if (given.type === 'ExternalName' || isSamePreference(given, old)) return given;
	const isBare = given.clusterIP === 'None' && Object.keys(given.selector ?? {}).length === 0;
	const policy =
		given.ipFamilyPolicy ?? old?.ipFamilyPolicy ?? (isBare ? 'RequireDualStack' : 'SingleStack');
	let spec: ServiceSpec = { ...given, ipFamilyPolicy: policy };
	const wrong = validateServiceAddresses(spec);
	if (wrong.length > 0) return wrong;
	if (policy === 'SingleStack' && old !== undefined) spec = cutToOne(spec, old);
	const inferred = inferFamilies(spec);
	const errors = [...reduced(spec, old), ...tooMany(spec), ...inferred.errors];
	if (errors.length > 0) return errors;
	let { families } = inferred;
	if (isBare) {
		if (families.length === 0) families = [own];
		if (families.length === 1 && policy !== 'SingleStack') {
			families = [...families, families[0] === 'IPv4' ? 'IPv6' : 'IPv4'];
		}
		return { ...spec, ipFamilies: families };
	}
	const refused = [
		...(policy === 'RequireDualStack'
			? [
					invalidError(
						policyField,
						policy,
						'this cluster is not configured for dual-stack services'
					)
				]
			: []),
		...families.flatMap((family, index) =>
			family === own
				? []
				: [invalidError(`spec.ipFamilies[${index}]`, family, 'not configured on this cluster')]
		)
	];
	if (refused.length > 0) return refused;
	return { ...spec, ipFamilies: families.length > 0 ? families : [own] };
}

/** Models isMatchingPreferDualStackClusterIPFields. */
function isSamePreference(spec: ServiceSpec, old: ServiceSpec | undefined): boolean {
	return (
		spec.ipFamilyPolicy === 'PreferDualStack' &&
		old?.ipFamilyPolicy === 'PreferDualStack' &&
		old.type === spec.type &&
		isDeepEqual(spec.clusterIPs, old.clusterIPs) &&
		isDeepEqual(spec.ipFamilies, old.ipFamilies)
	);
}

function cutToOne(spec: ServiceSpec, old: ServiceSpec): ServiceSpec {
	const { clusterIPs = [], ipFamilies = [] } = spec;
	const cutIps = clusterIPs.length > 1 && isDeepEqual(clusterIPs, old.clusterIPs);
	const cutFamilies = ipFamilies.length > 1 && isDeepEqual(ipFamilies, old.ipFamilies);
	return {
		...spec,
		...(cutIps && { clusterIPs: clusterIPs.slice(0, 1) }),
		...(cutFamilies && { ipFamilies: ipFamilies.slice(0, 1) })
	};
}

function reduced(spec: ServiceSpec, old: ServiceSpec | undefined): FieldError[] {
	if (spec.ipFamilyPolicy === 'SingleStack' || old === undefined) return [];
	const fewer = (now: readonly unknown[] = [], before: readonly unknown[] = []) =>
		now.length > 0 && now.length < before.length;
	const must = (what: string) =>
		invalidError(policyField, spec.ipFamilyPolicy, `must be 'SingleStack' to release the ${what}`);
	return [
		...(fewer(spec.clusterIPs, old.clusterIPs) ? [must('secondary cluster IP')] : []),
		...(fewer(spec.ipFamilies, old.ipFamilies) ? [must('secondary IP family')] : [])
	];
}

function tooMany({ ipFamilyPolicy, clusterIPs, ipFamilies }: ServiceSpec): FieldError[] {
	if (ipFamilyPolicy !== 'SingleStack') return [];
	const must = (what: string) =>
		invalidError(
			policyField,
			ipFamilyPolicy,
			`must be 'RequireDualStack' or 'PreferDualStack' when multiple ${what} are specified`
		);
	return [
		...(clusterIPs?.length === 2 ? [must('cluster IPs')] : []),
		...(ipFamilies?.length === 2 ? [must('IP families')] : [])
	];
}

/** Addresses say of which family they are. */
function inferFamilies({ clusterIPs = [], ipFamilies = [] }: ServiceSpec): {
	readonly families: readonly ('IPv4' | 'IPv6')[];
	readonly errors: readonly FieldError[];
} {
	const families = [...ipFamilies];
	const errors: FieldError[] = [];
	for (const [index, ip] of clusterIPs.entries()) {
		if (ip === 'None') break;
		const family = parseIp(ip)!.family;
		if (index < families.length) continue;
		if (family === own) families.push(family);
		else {
			const why = `${family} is not configured on this cluster`;
			errors.push(invalidError(`spec.clusterIPs[${index}]`, clusterIPs, why));
		}
	}
	return { families, errors };
}
