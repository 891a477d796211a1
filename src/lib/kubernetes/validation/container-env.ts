import type { EnvVar } from '../pod.ts';
import { type FieldError, invalidError, notSupportedError, requiredError } from './field-error.ts';
import { ruled } from './metadata.ts';
import { configMapKey, dns1123Subdomain, envVarName } from './name-rules.ts';

type Plain = Readonly<Record<string, unknown>>;

const sources = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'];
const envFields = [
	'metadata.name',
	'metadata.namespace',
	'metadata.uid',
	'spec.nodeName',
	'spec.serviceAccountName',
	'status.hostIP',
	'status.hostIPs',
	'status.podIP',
	'status.podIPs'
];
/** Fields that exist but aren't given to a variable. */
const otherFields = ['metadata.annotations', 'metadata.labels', 'status.phase'];
const envResources = [
	'limits.cpu',
	'limits.ephemeral-storage',
	'limits.memory',
	'requests.cpu',
	'requests.ephemeral-storage',
	'requests.memory'
];

/** Models pkg/apis/core/validation/validation.go ValidateEnv. */
export function validateEnv(variables: readonly EnvVar[], path: string): FieldError[] {
	return variables.flatMap((variable, index) => {
		const at = `${path}[${index}]`;
		const name = variable.name
			? ruled(envVarName, variable.name, `${at}.name`)
			: [requiredError(`${at}.name`)];
		return [...name, ...validateValueFrom(variable, `${at}.valueFrom`)];
	});
}

function validateValueFrom({ value, valueFrom }: EnvVar, path: string): FieldError[] {
	if (!valueFrom) return [];
	const used = sources.filter((name) => valueFrom[name] !== undefined);
	const errors = used.flatMap((name) =>
		validateSource(name, valueFrom[name] as Plain, `${path}.${name}`)
	);
	if (used.length === 0) {
		errors.push(
			invalidError(
				path,
				'',
				`must specify one of: ${sources
					.map((name) => `\`${name}\``)
					.join(', ')
					.replace(/, ([^,]*)$/, ' or $1')}`
			)
		);
	} else if (value) {
		errors.push(invalidError(path, '', 'may not be specified when `value` is not empty'));
	} else if (used.length > 1) {
		errors.push(invalidError(path, '', 'may not have more than one field specified at a time'));
	}
	return errors;
}

function validateSource(name: string, source: Plain, path: string): FieldError[] {
	if (name === 'fieldRef') return validateFieldRef(source, envFields, path);
	if (name === 'resourceFieldRef') return validateResourceRef(source, path);
	if (name === 'fileKeyRef') return [];
	const key = (source['key'] as string | undefined) ?? '';
	const named = (source['name'] as string | undefined) ?? '';
	return [
		...(named === '' ? [requiredError(`${path}.name`)] : []),
		...(key === '' ? [requiredError(`${path}.key`)] : ruled(configMapKey, key, `${path}.key`))
	];
}

/** Models validateObjectFieldSelector. */
export function validateFieldRef(
	fieldRef: Plain,
	supported: readonly string[],
	path: string
): FieldError[] {
	const field = (fieldRef['fieldPath'] as string | undefined) ?? '';
	if (!fieldRef['apiVersion']) return [requiredError(`${path}.apiVersion`)];
	if (field === '') return [requiredError(`${path}.fieldPath`)];
	if (/^metadata\.(?:annotations|labels)\['.*'\]$/.test(field)) return [];
	if (![...envFields, ...otherFields].includes(field)) {
		return [
			invalidError(
				`${path}.fieldPath`,
				field,
				`error converting fieldPath: field label not supported: ${field}`
			)
		];
	}
	return supported.includes(field)
		? []
		: [notSupportedError(`${path}.fieldPath`, field, supported)];
}

function validateResourceRef(source: Plain, path: string): FieldError[] {
	const resource = (source['resource'] as string | undefined) ?? '';
	if (resource === '') return [requiredError(`${path}.resource`)];
	if (!envResources.includes(resource) && !/^(?:limits|requests)\.hugepages-/.test(resource)) {
		return [notSupportedError(`${path}.resource`, resource, envResources)];
	}
	const divisor = (source['divisor'] as string | undefined) ?? '0';
	if (resource.endsWith('.cpu') && !['0', '1m', '1'].includes(divisor)) {
		return [
			invalidError(
				`${path}.divisor`,
				resource,
				"only divisor's values 1m and 1 are supported with the cpu resource"
			)
		];
	}
	return [];
}

/** Models ValidateEnvFrom. */
export function validateEnvFrom(list: readonly Plain[], path: string): FieldError[] {
	return list.flatMap((source, index) => {
		const at = `${path}[${index}]`;
		const prefix = (source['prefix'] as string | undefined) ?? '';
		const errors = prefix === '' ? [] : ruled(envVarName, prefix, `${at}.prefix`);
		for (const kind of ['configMapRef', 'secretRef']) {
			const ref = source[kind] as { name?: string } | undefined;
			if (!ref) continue;
			if (!ref.name) errors.push(requiredError(`${at}.${kind}.name`));
			else errors.push(...ruled(dns1123Subdomain, ref.name, `${at}.${kind}.name`));
		}
		if (!source['configMapRef'] && !source['secretRef']) {
			errors.push(invalidError(at, '', 'must specify one of: `configMapRef` or `secretRef`'));
		} else if (source['configMapRef'] && source['secretRef']) {
			errors.push(invalidError(at, '', 'may not have more than one field specified at a time'));
		}
		return errors;
	});
}
