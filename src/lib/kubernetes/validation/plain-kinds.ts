import { isDeepEqual } from '../deep-equal.ts';
import type { KubeObject } from '../object.ts';
import type { Node } from '../pod.ts';
import {
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError,
	requiredError,
	tooLongError
} from './field-error.ts';
import { nonNegative, ruled } from './metadata.ts';
import { byteLength, configMapKey, qualifiedName } from './name-rules.ts';
import { taintEffects } from './toleration.ts';

type Texts = Readonly<Record<string, string>>;

const maxDataBytes = 1024 * 1024;

/** Models pkg/apis/core/validation/validation.go ValidateConfigMap. */
export function validateConfigMap(object: KubeObject): FieldError[] {
	const data = (object['data'] ?? {}) as Texts;
	const binary = (object['binaryData'] ?? {}) as Texts;
	const errors = Object.keys(data).flatMap((key) => [
		...ruled(configMapKey, key, `data[${key}]`),
		...(key in binary
			? [invalidError(`data[${key}]`, key, 'duplicate of key present in binaryData')]
			: [])
	]);
	errors.push(
		...Object.keys(binary).flatMap((key) => ruled(configMapKey, key, `binaryData[${key}]`))
	);
	const size =
		Object.values(data).reduce((sum, text) => sum + byteLength(text), 0) + decodedBytes(binary);
	return size > maxDataBytes ? [...errors, tooLongError('[]', maxDataBytes)] : errors;
}

function decodedBytes(data: Texts): number {
	return Object.values(data).reduce(
		(sum, text) => sum + Math.floor((text.replace(/=+$/, '').length * 3) / 4),
		0
	);
}

const requiredKeys: Readonly<Record<string, readonly string[]>> = {
	'kubernetes.io/tls': ['tls.crt', 'tls.key'],
	'kubernetes.io/ssh-auth': ['ssh-privatekey'],
	'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
	'kubernetes.io/dockercfg': ['.dockercfg']
};

/** Models ValidateSecret. */
export function validateSecret(object: KubeObject): FieldError[] {
	const data = (object['data'] ?? {}) as Texts;
	const errors = Object.keys(data).flatMap((key) => ruled(configMapKey, key, `data[${key}]`));
	if (decodedBytes(data) > maxDataBytes) errors.push(tooLongError('data', maxDataBytes));
	const type = object['type'] as string;
	for (const key of requiredKeys[type] ?? []) {
		const missing = key in data ? data[key] === '' && type !== 'kubernetes.io/tls' : true;
		if (missing) errors.push(requiredError(`data[${key}]`));
		else if (type.startsWith('kubernetes.io/dockerc')) errors.push(...validateJson(data, key));
	}
	return errors;
}

function validateJson(data: Texts, key: string): FieldError[] {
	const text = atob(data[key] ?? '');
	try {
		JSON.parse(text);
		return [];
	} catch {
		const [first = ''] = text.trim();
		const why = /^[[{"\dtfn-]$/.test(first)
			? 'unexpected end of JSON input'
			: `invalid character '${first}' looking for beginning of value`;
		return [invalidError(`data[${key}]`, '<secret contents redacted>', why)];
	}
}

/** Models pkg/apis/coordination/validation/validation.go ValidateLeaseSpec. */
export function validateLease(object: KubeObject): FieldError[] {
	const spec = (object['spec'] ?? {}) as Readonly<Record<string, number | undefined>>;
	const seconds = spec['leaseDurationSeconds'];
	return [
		...(seconds !== undefined && seconds <= 0
			? [invalidError('spec.leaseDurationSeconds', seconds, 'must be greater than 0')]
			: []),
		...nonNegative(spec['leaseTransitions'], 'spec.leaseTransitions')
	];
}

/** Models ValidateNode; upstream names the taints' path so. */
export function validateNode(object: KubeObject): FieldError[] {
	const { spec } = object as Node;
	const taints = (spec?.taints ?? []).flatMap(({ key, effect }, index) => [
		...ruled(qualifiedName, key, `metadata.taints[${index}].key`),
		...(taintEffects.includes(effect)
			? []
			: [notSupportedError(`metadata.taints[${index}].effect`, effect, taintEffects)])
	]);
	const cidrs = (spec?.podCIDRs ?? []).flatMap((cidr, index) =>
		/^[\d.]+\/\d+$|^[\da-fA-F:]+\/\d+$/.test(cidr)
			? []
			: [
					invalidError(
						`spec.podCIDRs[${index}]`,
						cidr,
						'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)'
					)
				]
	);
	return [...taints, ...cidrs];
}

/** A node keeps its range of Pod addresses. Models ValidateNodeUpdate. */
export function validateNodeUpdate(object: KubeObject, old: KubeObject): FieldError[] {
	const now = (object as Node).spec?.podCIDRs ?? [];
	const before = (old as Node).spec?.podCIDRs ?? [];
	if (before.length === 0 || isDeepEqual(now, before)) return [];
	const why = 'node updates may not change podCIDR except from "" to valid';
	return [forbiddenError('spec.podCIDRs', why)];
}

/** Models pkg/apis/core/validation/events.go legacyValidateEvent. */
export function validateEvent(object: KubeObject): FieldError[] {
	const about = (object['involvedObject'] ?? {}) as { namespace?: string; kind?: string };
	const namespace = object.metadata.namespace;
	// Events about cluster-wide objects are kept in the namespace default.
	const expected =
		about.namespace ?? (about.kind === 'Node' || about.kind === 'Namespace' ? 'default' : '');
	return expected === namespace
		? []
		: [
				invalidError(
					'involvedObject.namespace',
					about.namespace ?? '',
					'does not match event.namespace'
				)
			];
}
