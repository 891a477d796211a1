import type { Volume } from '../pod.ts';
import {
	type FieldError,
	duplicateError,
	forbiddenError,
	invalidError,
	requiredError
} from './field-error.ts';
import { ruled } from './metadata.ts';
import { dns1123Label } from './name-rules.ts';
import { kindRules } from '../kinds/known-kinds.ts';
import { parseQuantity } from '../quantity.ts';
import { validateFieldRef, validateResourceRef } from './container-env.ts';
import { rareSources, validateHostPathType } from './volume-sources.ts';

type Source = Readonly<Record<string, unknown>>;

const downwardFields = [
	'metadata.annotations',
	'metadata.labels',
	'metadata.name',
	'metadata.namespace',
	'metadata.uid'
];
const maxMode = 0o777;
const minTokenSeconds = 600;

/** Models pkg/apis/core/validation/validation.go ValidateVolumes. */
export function validateVolumes(
	volumes: readonly Volume[],
	path: string
): { readonly errors: readonly FieldError[]; readonly valid: ReadonlyMap<string, boolean> } {
	const seen = new Set<string>();
	const valid = new Map<string, boolean>();
	const all = volumes.flatMap((volume, index) => {
		const at = `${path}[${index}]`;
		const errors = validateSources(volume, at);
		if (!volume.name) errors.push(requiredError(`${at}.name`));
		else errors.push(...ruled(dns1123Label, volume.name, `${at}.name`));
		if (seen.has(volume.name)) errors.push(duplicateError(`${at}.name`, volume.name));
		seen.add(volume.name);
		const isDevice = 'persistentVolumeClaim' in volume || 'ephemeral' in volume;
		if (errors.length === 0) valid.set(volume.name, isDevice);
		return errors;
	});
	return { errors: all, valid };
}

function validateSources(volume: Volume, path: string): FieldError[] {
	const names = Object.keys(volume).filter((name) => name !== 'name');
	if (names.length === 0) return [requiredError(path, 'must specify a volume type')];
	return names.flatMap((name, index) =>
		index > 0
			? [forbiddenError(`${path}.${name}`, 'may not specify more than 1 volume type')]
			: (checks[name]?.(volume[name] as Source, `${path}.${name}`) ?? [])
	);
}

const checks: Readonly<Record<string, (source: Source, path: string) => FieldError[]>> = {
	...rareSources,
	emptyDir: ({ sizeLimit }, path) =>
		typeof sizeLimit === 'string' && parseQuantity(sizeLimit).unscaled < 0n
			? [forbiddenError(`${path}.sizeLimit`, 'SizeLimit field must be a valid resource quantity')]
			: [],
	hostPath: (source, path) => {
		const hostPath = text(source, 'path');
		if (hostPath === '') return [requiredError(`${path}.path`)];
		return [...noDots(hostPath, `${path}.path`), ...validateHostPathType(source, path)];
	},
	configMap: (source, path) => validateKeys(source, 'name', path),
	secret: (source, path) => validateKeys(source, 'secretName', path),
	persistentVolumeClaim: (source, path) => required(source, 'claimName', path),
	nfs: (source, path) => [
		...required(source, 'server', path),
		...required(source, 'path', path),
		...(/^(?:\/|$)/.test(text(source, 'path'))
			? []
			: [invalidError(`${path}.path`, text(source, 'path'), 'must be an absolute path')])
	],
	ephemeral: (source, path) => [
		...required(source, 'volumeClaimTemplate', path),
		...validateClaimTemplate(source, path)
	],
	gitRepo: (source, path) => [
		...required(source, 'repository', path),
		...validateTarget(text(source, 'directory'), `${path}.directory`)
	],
	downwardAPI: (source, path) => [
		...validateMode(source, 'defaultMode', path),
		...itemsOf(source).flatMap((item) => validateDownwardItem(item, path))
	],
	projected: validateProjected
};

/** The claim that it will become must be one, as far as the rules of claims are loaded. */
function validateClaimTemplate(source: Source, path: string): FieldError[] {
	const template = source['volumeClaimTemplate'] as Source | undefined;
	const kind = 'PersistentVolumeClaim';
	const rules = kindRules('v1', kind);
	if (template === undefined || rules === undefined) return [];
	const claim = { kind, apiVersion: 'v1', metadata: {}, spec: template['spec'] ?? {} };
	return (rules.validate?.(claim) ?? []).map((error) => ({
		...error,
		field: `${path}.volumeClaimTemplate.${error.field}`
	}));
}

function text(source: Source, name: string): string {
	return (source[name] as string | undefined) ?? '';
}

function itemsOf(source: Source, name = 'items'): readonly Source[] {
	return (source[name] as readonly Source[] | undefined) ?? [];
}

function required(source: Source, name: string, path: string): FieldError[] {
	return source[name] ? [] : [requiredError(`${path}.${name}`)];
}

function noDots(value: string, path: string): FieldError[] {
	return value.split('/').includes('..')
		? [invalidError(path, value, "must not contain '..'")]
		: [];
}

function validateMode(source: Source, name: string, path: string): FieldError[] {
	const mode = source[name] as number | undefined;
	return mode !== undefined && (mode < 0 || mode > maxMode)
		? [
				invalidError(
					`${path}.${name}`,
					mode,
					'must be a number between 0 and 0777 (octal), both inclusive'
				)
			]
		: [];
}

function validateKeys(source: Source, nameField: string, path: string): FieldError[] {
	return [
		...required(source, nameField, path),
		...validateMode(source, 'defaultMode', path),
		...validateItems(source, path)
	];
}

/** Models validateKeyToPath and validateLocalNonReservedPath. */
function validateItems(source: Source, path: string): FieldError[] {
	return itemsOf(source).flatMap((item, index) => {
		const at = `${path}.items[${index}]`;
		const target = text(item, 'path');
		return [
			...required(item, 'key', at),
			...required(item, 'path', at),
			...validateTarget(target, `${at}.path`),
			...validateMode(item, 'mode', at)
		];
	});
}

/** A path below where something is mounted. Models validateLocalNonReservedPath. */
export function validateTarget(target: string, path: string): FieldError[] {
	if (target.startsWith('/')) return [invalidError(path, target, 'must be a relative path')];
	const dots = noDots(target, path);
	if (dots.length > 0) return dots;
	return target.startsWith('..') ? [invalidError(path, target, "must not start with '..'")] : [];
}

function validateDownwardItem(item: Source, path: string): FieldError[] {
	const errors = text(item, 'path') === '' ? [requiredError(`${path}.path`)] : [];
	errors.push(...validateTarget(text(item, 'path'), `${path}.path`));
	if (item['fieldRef']) {
		const ref = item['fieldRef'] as Source;
		errors.push(...validateFieldRef(ref, downwardFields, `${path}.fieldRef`));
		if (item['resourceFieldRef']) {
			const why = 'fieldRef and resourceFieldRef can not be specified simultaneously';
			errors.push(invalidError(path, 'resource', why));
		}
	} else if (item['resourceFieldRef']) {
		const ref = item['resourceFieldRef'] as Source;
		errors.push(...validateResourceRef(ref, `${path}.resourceFieldRef`, true));
	} else {
		errors.push(requiredError(path, 'one of fieldRef and resourceFieldRef is required'));
	}
	return [...errors, ...validateMode(item, 'mode', path)];
}

/** Models validateProjectedVolumeSource. */
function validateProjected(source: Source, path: string): FieldError[] {
	const errors = validateMode(source, 'defaultMode', path);
	const paths = new Set<string>();
	for (const [index, projection] of itemsOf(source, 'sources').entries()) {
		if (Object.keys(projection).length > 1) {
			const why = 'may not specify more than 1 volume type';
			errors.push(forbiddenError(`${path}.sources[${index}]`, why));
		}
		for (const [name, inner] of Object.entries(projection)) {
			const part = inner as Source;
			const at = `${path}.sources[${index}].${name}`;
			errors.push(...validateProjection(name, part, at));
			for (const item of [part, ...itemsOf(part)]) {
				const target = text(item, 'path');
				if (target !== '' && paths.has(target)) {
					errors.push(
						invalidError(path, text(part, 'name') || target, 'conflicting duplicate paths')
					);
				}
				paths.add(target);
			}
		}
	}
	return errors;
}

function validateProjection(name: string, source: Source, path: string): FieldError[] {
	switch (name) {
		case 'configMap':
		case 'secret':
			return [...required(source, 'name', path), ...validateItems(source, path)];
		case 'downwardAPI':
			return itemsOf(source).flatMap((item) => validateDownwardItem(item, path));
		case 'serviceAccountToken': {
			const seconds = (source['expirationSeconds'] as number | undefined) ?? minTokenSeconds;
			const short = seconds < minTokenSeconds;
			const why = 'may not specify a duration larger than 2^32 seconds';
			return [
				...(short
					? [
							invalidError(
								`${path}.expirationSeconds`,
								seconds,
								'may not specify a duration less than 10 minutes'
							)
						]
					: []),
				...(seconds > 2 ** 32 ? [invalidError(`${path}.expirationSeconds`, seconds, why)] : []),
				...required(source, 'path', path)
			];
		}
		default:
			return [];
	}
}
