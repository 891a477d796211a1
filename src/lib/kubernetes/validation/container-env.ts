import type { EnvVar } from '../pod.ts';
import { type FieldError, invalidError, notSupportedError, requiredError } from './field-error.ts';
import { ruled } from './metadata.ts';
import { configMapKey, dns1123Subdomain, envVarName, qualifiedName } from './name-rules.ts';

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

const sizes = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];

/** Of what a resource may be counted in. Models validateContainerResourceDivisor. */
const divisors = [
	{ of: /\.cpu$/, name: 'cpu', values: ['1m', '1'] },
	{ of: /\.memory$/, name: 'memory', values: sizes },
	{ of: /\.ephemeral-storage$/, name: 'local ephemeral storage', values: sizes },
	{ of: /\.hugepages-/, name: 'hugepages', values: sizes }
];

/** Models validateObjectFieldSelector. */
export function validateFieldRef(
	fieldRef: Plain,
	supported: readonly string[],
	path: string
): FieldError[] {
	const field = (fieldRef['fieldPath'] as string | undefined) ?? '';
	if (!fieldRef['apiVersion']) return [requiredError(`${path}.apiVersion`)];
	if (field === '') return [requiredError(`${path}.fieldPath`)];
	if (fieldRef['apiVersion'] !== 'v1') {
		const why = `error converting fieldPath: unsupported pod version: ${String(fieldRef['apiVersion'])}`;
		return [invalidError(`${path}.fieldPath`, field, why)];
	}
	const [, part, key] = /^metadata\.(annotations|labels)\['(.*)'\]$/.exec(field) ?? [];
	if (key !== undefined) {
		return ruled(qualifiedName, part === 'labels' ? key : key.toLowerCase(), path);
	}
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

/** Models validateContainerResourceFieldSelector; a volume must name the container. */
export function validateResourceRef(source: Plain, path: string, isVolume = false): FieldError[] {
	if (isVolume && !source['containerName']) return [requiredError(`${path}.containerName`)];
	const resource = (source['resource'] as string | undefined) ?? '';
	if (resource === '') return [requiredError(`${path}.resource`)];
	if (!envResources.includes(resource) && !/^(?:limits|requests)\.hugepages-/.test(resource)) {
		return [notSupportedError(`${path}.resource`, resource, envResources)];
	}
	const divisor = (source['divisor'] as string | undefined) ?? '0';
	const rule = divisors.find(({ of }) => of.test(resource));
	if (rule === undefined || divisor === '0' || rule.values.includes(divisor)) return [];
	const list = rule.values.join(', ').replace(/^(1m), (1)$/, '$1 and $2');
	const why = `only divisor's values ${list} are supported with the ${rule.name} resource`;
	return [invalidError(`${path}.divisor`, resource, why)];
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
