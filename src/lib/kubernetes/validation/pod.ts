import type { Container, PodSpec } from '../pod.ts';
import { validateEphemeralContainers } from './ephemeral-container.ts';
import { validateAffinity } from './affinity.ts';
import { type PodFacts, validateContainers, validateInitContainers } from './container.ts';
import { validatePodResources } from './container-resources.ts';
import {
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError,
	requiredError
} from './field-error.ts';
import { type DnsConfig, validateDnsConfig } from './dns-config.ts';
import { ruled, subdomainName, validateLabels } from './metadata.ts';
import { validateOs } from './pod-os.ts';
import { validateClaims, validateGates, validateHostAliases } from './pod-parts.ts';
import { dns1123Label, type NameRule, qualifiedName, rangeText } from './name-rules.ts';
import { validatePodSecurity } from './security-context.ts';
import { validateTolerations } from './toleration.ts';
import { validateSpread } from './topology-spread.ts';
import { validateVolumes } from './volume.ts';

const restartPolicies = ['Always', 'OnFailure', 'Never'];
const dnsPolicies = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
const maxInt32 = 2 ** 31 - 1;

/** Specs in which nothing is wrong. */
const valid = new WeakSet<PodSpec>();

/** Models pkg/apis/core/validation/validation.go ValidatePodSpec. One that was right is not looked at again. */
export function validatePodSpec(spec: PodSpec, path: string): FieldError[] {
	if (valid.has(spec)) return [];
	const errors = specErrors(spec, path);
	if (errors.length === 0) valid.add(spec);
	return errors;
}

function specErrors(spec: PodSpec, path: string): FieldError[] {
	const volumes = validateVolumes(spec.volumes ?? [], `${path}.volumes`);
	const facts: PodFacts = {
		volumes: volumes.valid,
		graceSeconds: spec.terminationGracePeriodSeconds ?? 0,
		...(spec.restartPolicy !== undefined && { restartPolicy: spec.restartPolicy }),
		claims: ((spec['resourceClaims'] ?? []) as readonly { name: string }[]).map(({ name }) => name),
		hostUsers: spec['hostUsers'] !== false
	};
	const own = spec['resources'] as Container['resources'];
	return [
		...(own ? validatePodResources(own, `${path}.resources`) : []),
		...volumes.errors,
		...validateClaims(spec, path),
		...validateContainers(spec.containers ?? [], facts, `${path}.containers`),
		...validateInitContainers(
			spec.initContainers ?? [],
			spec.containers ?? [],
			facts,
			`${path}.initContainers`
		),
		...validateEphemeralContainers(spec, facts, `${path}.ephemeralContainers`),
		...validateHostNetwork(spec, path),
		...oneOf(spec.restartPolicy, restartPolicies, `${path}.restartPolicy`),
		...oneOf(spec['dnsPolicy'], dnsPolicies, `${path}.dnsPolicy`),
		...validateLabels(spec.nodeSelector, `${path}.nodeSelector`),
		...validateSharing(spec, path),
		...validatePodSecurity((spec['securityContext'] ?? {}) as object, `${path}.securityContext`),
		...validateAffinity(spec.affinity, `${path}.affinity`),
		...validateDns(spec, path),
		...(spec.readinessGates ?? []).flatMap(({ conditionType }, index) =>
			ruled(qualifiedName, conditionType, `${path}.readinessGates[${index}].conditionType`)
		),
		...validateGates(spec, path),
		...validateSpread(
			(spec['topologySpreadConstraints'] ?? []) as [],
			`${path}.topologySpreadConstraints`
		),
		...named(spec.serviceAccountName, subdomainName, `${path}.serviceAccountName`),
		...named(spec.nodeName, subdomainName, `${path}.nodeName`),
		...validateDeadline(spec['activeDeadlineSeconds'] as number | undefined, path),
		...named(spec['hostname'], dns1123Label, `${path}.hostname`),
		...named(spec['subdomain'], dns1123Label, `${path}.subdomain`),
		...validateTolerations(spec.tolerations ?? [], `${path}.tolerations`),
		...validateHostAliases(spec, path),
		...named(spec.priorityClassName, subdomainName, `${path}.priorityClassName`),
		...validateOs(spec, path)
	];
}

function named(value: unknown, rule: NameRule, field: string): FieldError[] {
	return typeof value === 'string' && value !== '' ? ruled(rule, value, field) : [];
}

function oneOf(value: unknown, supported: readonly string[], field: string): FieldError[] {
	if (value === undefined || value === '') return [requiredError(field)];
	return supported.includes(value as string) ? [] : [notSupportedError(field, value, supported)];
}

/** Models validatePodHostNetworkDeps and validateHostUsers. */
function validateHostNetwork(spec: PodSpec, path: string): FieldError[] {
	if (!spec.hostNetwork) return [];
	const errors = (['containers', 'initContainers'] as const).flatMap((list) =>
		(spec[list] ?? []).flatMap(({ ports }, index) =>
			(ports ?? []).flatMap(({ hostPort, containerPort }, portIndex) =>
				hostPort === containerPort
					? []
					: [
							invalidError(
								`${path}.${list}[${index}].ports[${portIndex}].hostPort`,
								hostPort,
								'must match `containerPort` when `hostNetwork` is true'
							)
						]
			)
		)
	);
	if (spec['hostUsers'] === false) {
		errors.push(forbiddenError(`${path}.hostNetwork`, 'when `hostUsers` is false'));
	}
	return errors;
}

/** Models the beginning of validatePodSpecSecurityContext. */
function validateSharing(spec: PodSpec, path: string): FieldError[] {
	if (spec['shareProcessNamespace'] !== true || spec['hostPID'] !== true) return [];
	const why = 'ShareProcessNamespace and HostPID cannot both be enabled';
	return [invalidError(`${path}.securityContext.shareProcessNamespace`, true, why)];
}

function validateDns(spec: PodSpec, path: string): FieldError[] {
	const config = spec['dnsConfig'] as DnsConfig | undefined;
	const errors = validateDnsConfig(config ?? {}, `${path}.dnsConfig`);
	if (spec['dnsPolicy'] !== 'None' || errors.length > 0) return errors;
	if (!config) {
		return [
			requiredError(`${path}.dnsConfig`, 'must provide `dnsConfig` when `dnsPolicy` is None')
		];
	}
	return config.nameservers?.length
		? []
		: [
				requiredError(
					`${path}.dnsConfig.nameservers`,
					'must provide at least one DNS nameserver when `dnsPolicy` is None'
				)
			];
}

function validateDeadline(seconds: number | undefined, path: string): FieldError[] {
	return seconds !== undefined && (seconds < 1 || seconds > maxInt32)
		? [invalidError(`${path}.activeDeadlineSeconds`, seconds, rangeText(1, maxInt32))]
		: [];
}
