import { internalDiff } from '../../go-types/internal-diff.ts';
import { isDeepEqual } from '../../deep-equal.ts';
import type { KubeObject } from '../../object.ts';
import type { NodeSelectorTerm } from '../../pod.ts';
import { age, ageColumn, column, nameColumn, wideColumn } from '../../print/printer.ts';
import { compareQuantity, parseQuantity } from '../../quantity.ts';
import {
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError,
	requiredError
} from '../../validation/field-error.ts';
import { validateNodeTerms } from '../../validation/affinity.ts';
import { ruled, subdomainName } from '../../validation/metadata.ts';
import type { KindRules } from '../kind-rules.ts';
import { accessModesText, validateAccessModes, validateVolumeMode } from './access-modes.ts';
import { withFinalizer } from './protection.ts';
import { rareSources, validateHostPathType } from '../../validation/volume-sources.ts';

interface Volume extends KubeObject {
	readonly spec: {
		readonly capacity?: Readonly<Record<string, string>>;
		readonly accessModes?: readonly string[];
		readonly persistentVolumeReclaimPolicy?: string;
		readonly storageClassName?: string;
		readonly volumeMode?: string;
		readonly claimRef?: { readonly namespace?: string; readonly name?: string };
		readonly nodeAffinity?: {
			readonly required?: { readonly nodeSelectorTerms?: readonly NodeSelectorTerm[] };
		};
		readonly hostPath?: { readonly path?: string; readonly type?: string };
		readonly local?: { readonly path?: string };
		readonly nfs?: { readonly server?: string; readonly path?: string };
		readonly csi?: { readonly driver?: string; readonly volumeHandle?: string };
		readonly [source: string]: unknown;
	};
	readonly status?: { readonly phase?: string; readonly reason?: string };
}

/** In the order in which upstream looks for them. */
const sources = [
	'hostPath',
	'gcePersistentDisk',
	'awsElasticBlockStore',
	'glusterfs',
	'flocker',
	'nfs',
	'rbd',
	'quobyte',
	'cephfs',
	'iscsi',
	'cinder',
	'fc',
	'flexVolume',
	'azureFile',
	'vsphereVolume',
	'photonPersistentDisk',
	'portworxVolume',
	'azureDisk',
	'scaleIO',
	'local',
	'storageos',
	'csi'
];
const reclaimPolicies = ['Delete', 'Recycle', 'Retain'];

/** Models pkg/apis/core/v1/defaults.go SetDefaults_PersistentVolume. */
function defaults(object: KubeObject): KubeObject {
	const { spec, status } = object as Volume;
	return {
		...object,
		spec: {
			...spec,
			...(spec.hostPath && { hostPath: { ...spec.hostPath, type: spec.hostPath.type ?? '' } }),
			persistentVolumeReclaimPolicy: spec.persistentVolumeReclaimPolicy || 'Retain',
			volumeMode: spec.volumeMode ?? 'Filesystem'
		},
		status: { ...status, phase: status?.phase || 'Pending' }
	};
}

const zero = parseQuantity('0');

/** Models pkg/apis/core/validation/validation.go ValidatePersistentVolumeSpec. */
function validate(object: KubeObject): FieldError[] {
	const { spec } = object as Volume;
	const { accessModes = [], capacity = {}, persistentVolumeReclaimPolicy: policy = '' } = spec;
	const errors: FieldError[] = [];
	if (accessModes.length === 0) errors.push(requiredError('spec.accessModes'));
	errors.push(...validateAccessModes(accessModes, 'spec.accessModes'));
	const resources = Object.keys(capacity);
	if (resources.length === 0) errors.push(requiredError('spec.capacity'));
	if (capacity['storage'] === undefined || resources.length > 1) {
		errors.push(notSupportedError('spec.capacity', sortedMap(spec.capacity), ['storage']));
	}
	for (const name of resources) {
		const value = capacity[name]!;
		if (compareQuantity(parseQuantity(value), zero) > 0) continue;
		errors.push(invalidError(`spec.capacity[${name}]`, value, 'must be greater than zero'));
	}
	if (policy !== '' && !reclaimPolicies.includes(policy)) {
		errors.push(notSupportedError('spec.persistentVolumeReclaimPolicy', policy, reclaimPolicies));
	}
	errors.push(...validateNodes(spec), ...validateSources(spec));
	const isRoot = spec.hostPath?.path === '/';
	if (isRoot && policy === 'Recycle') {
		const why = "may not be 'recycle' for a hostPath mount of '/'";
		errors.push(forbiddenError('spec.persistentVolumeReclaimPolicy', why));
	}
	if (spec.storageClassName) {
		errors.push(...ruled(subdomainName, spec.storageClassName, 'spec.storageClassName'));
	}
	return [...errors, ...validateVolumeMode(spec.volumeMode, 'spec.volumeMode')];
}

function sortedMap(map: Volume['spec']['capacity']): object | null {
	if (map === undefined) return null;
	return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function validateNodes({ nodeAffinity }: Volume['spec']): FieldError[] {
	if (nodeAffinity === undefined) return [];
	const { required } = nodeAffinity;
	const path = 'spec.nodeAffinity.required';
	if (required === undefined)
		return [requiredError(path, 'must specify required node constraints')];
	return validateNodeTerms(required.nodeSelectorTerms ?? [], `${path}.nodeSelectorTerms`);
}

function validateSources(spec: Volume['spec']): FieldError[] {
	const [first, ...others] = sources.filter((source) => spec[source] !== undefined);
	if (first === undefined) return [requiredError('spec', 'must specify a volume type')];
	const many = others.map((source) =>
		forbiddenError(`spec.${source}`, 'may not specify more than 1 volume type')
	);
	return [...validateSource(first, spec), ...many];
}

function validateSource(source: string, spec: Volume['spec']): FieldError[] {
	const at = `spec.${source}`;
	const { hostPath, local, nfs, csi } = spec;
	switch (source) {
		case 'hostPath':
			return [
				...pathErrors(hostPath?.path, `${at}.path`),
				...validateHostPathType(hostPath ?? {}, at)
			];
		case 'local':
			return [
				...pathErrors(local?.path, `${at}.path`),
				...(spec.nodeAffinity === undefined
					? [requiredError('spec.nodeAffinity', 'Local volume requires node affinity')]
					: [])
			];
		case 'nfs':
			return [
				...(nfs?.server ? [] : [requiredError(`${at}.server`)]),
				...(nfs?.path ? [] : [requiredError(`${at}.path`)]),
				...(nfs?.path && !nfs.path.startsWith('/')
					? [invalidError(`${at}.path`, nfs.path, 'must be an absolute path')]
					: [])
			];
		case 'csi':
			return [
				...(csi?.driver ? [] : [requiredError(`${at}.driver`)]),
				...(csi?.volumeHandle ? [] : [requiredError(`${at}.volumeHandle`)])
			];
		default:
			return rareSources[source]?.(spec[source] as Record<string, unknown>, at) ?? [];
	}
}

/** Models validatePathNoBacksteps. */
function pathErrors(path: string | undefined, field: string): FieldError[] {
	if (!path) return [requiredError(field)];
	return path.split('/').includes('..') ? [invalidError(field, path, "must not contain '..'")] : [];
}

/** Models ValidatePersistentVolumeUpdate. */
function validateUpdate(object: KubeObject, old: KubeObject): FieldError[] {
	const now = (object as Volume).spec;
	const before = (old as Volume).spec;
	const errors = validate(object);
	const sourceOf = (spec: Volume['spec']): unknown => sources.map((name) => spec[name] ?? null);
	if (!isDeepEqual(sourceOf(now), sourceOf(before))) {
		const why = 'spec.persistentvolumesource is immutable after creation';
		const difference = internalDiff(before, now, 'PersistentVolumeSource');
		errors.push(forbiddenError('spec.persistentvolumesource', `${why}\n${difference}`));
	}
	if (now.volumeMode !== before.volumeMode) {
		errors.push(invalidError('volumeMode', now.volumeMode ?? null, 'field is immutable'));
	}
	if (before.nodeAffinity && !isDeepEqual(now.nodeAffinity, before.nodeAffinity)) {
		errors.push(invalidError('nodeAffinity', now.nodeAffinity ?? null, 'field is immutable'));
	}
	return errors;
}

export const persistentVolumeKind: KindRules = {
	apiVersion: 'v1',
	kind: 'PersistentVolume',
	defaults,
	validate,
	validateUpdate,
	strategy: {
		prepareForCreate: (object) =>
			withFinalizer(
				{
					...object,
					status: {
						phase: 'Pending',
						lastPhaseTransitionTime: object.metadata.creationTimestamp
					}
				},
				'kubernetes.io/pv-protection'
			),
		returnsDeleted: true
	},
	printer: {
		columns: [
			nameColumn,
			column('Capacity'),
			column('Access Modes'),
			column('Reclaim Policy'),
			column('Status'),
			column('Claim'),
			column('StorageClass'),
			column('VolumeAttributesClass'),
			column('Reason'),
			ageColumn,
			wideColumn('VolumeMode')
		],
		row(object, nowMs) {
			const { metadata, spec, status } = object as Volume;
			const { claimRef: claim } = spec;
			const isTerminating = metadata.deletionTimestamp !== undefined;
			return [
				metadata.name ?? '',
				spec.capacity?.['storage'] ?? '0',
				accessModesText(spec.accessModes),
				spec.persistentVolumeReclaimPolicy ?? '',
				isTerminating ? 'Terminating' : (status?.phase ?? ''),
				claim ? `${claim.namespace}/${claim.name}` : '',
				spec.storageClassName ?? '',
				'<unset>',
				status?.reason ?? '',
				age(object, nowMs),
				spec.volumeMode ?? '<unset>'
			];
		}
	}
};
