import type { Volume } from '#lib/kubernetes/pod.ts';
import type { Description } from './description.ts';

type Source = Readonly<Record<string, unknown>>;
/** Lines of a source: a title and a value. */
type Lines = readonly (readonly [string, unknown])[];

interface DownwardItem {
	readonly path?: string;
	readonly fieldRef?: { readonly fieldPath?: string };
	readonly resourceFieldRef?: { readonly resource?: string };
}

/** How each kind of volume is described. Models kubectl pkg/describe/describe.go describeVolumes. */
const describers: Readonly<Record<string, (source: Source) => Lines>> = {
	emptyDir: ({ medium = '', sizeLimit = '<unset>' }) => [
		['Type', "EmptyDir (a temporary directory that shares a pod's lifetime)"],
		['Medium', medium],
		['SizeLimit', sizeLimit]
	],
	hostPath: ({ path, type = '' }) => [
		['Type', 'HostPath (bare host directory volume)'],
		['Path', path],
		['HostPathType', type]
	],
	secret: ({ secretName, optional = false }) => [
		['Type', 'Secret (a volume populated by a Secret)'],
		['SecretName', secretName],
		['Optional', optional]
	],
	configMap: ({ name, optional = false }) => [
		['Type', 'ConfigMap (a volume populated by a ConfigMap)'],
		['Name', name],
		['Optional', optional]
	],
	persistentVolumeClaim: ({ claimName, readOnly = false }) => [
		[
			'Type',
			'PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)'
		],
		['ClaimName', claimName],
		['ReadOnly', readOnly]
	],
	nfs: ({ server, path, readOnly = false }) => [
		['Type', 'NFS (an NFS mount that lasts the lifetime of a pod)'],
		['Server', server],
		['Path', path],
		['ReadOnly', readOnly]
	],
	local: ({ path }) => [
		['Type', 'LocalVolume (a persistent volume backed by local storage on a node)'],
		['Path', path]
	],
	csi: ({ driver, fsType = '', volumeHandle, readOnly = false, volumeAttributes }) => [
		['Type', 'CSI (a Container Storage Interface (CSI) volume source)'],
		['Driver', driver],
		['FSType', fsType],
		...(volumeHandle === undefined ? [] : ([['VolumeHandle', volumeHandle]] as const)),
		['ReadOnly', readOnly],
		['VolumeAttributes', attributesText(volumeAttributes as Source | undefined)]
	],
	image: ({ reference, pullPolicy = '' }) => [
		['Type', 'Image (a container image or OCI artifact)'],
		['Reference', reference],
		['PullPolicy', pullPolicy]
	],
	projected: ({ sources }) => [
		['Type', 'Projected (a volume that contains injected data from multiple sources)'],
		...((sources ?? []) as readonly Source[]).flatMap(projectedLines)
	]
};

export function describeVolumes(
	description: Description,
	volumes: readonly Volume[],
	indent = ''
): void {
	description.line(0, `${indent}Volumes:${volumes.length === 0 ? '\t<none>' : ''}`);
	for (const { name, ...sources } of volumes) {
		description.line(1, `${indent === '' ? '' : ' '}${name}:`);
		describeVolumeSource(description, sources);
	}
}

/** The one source that is among the fields. Models describePersistentVolume, describeVolumes. */
export function describeVolumeSource(
	description: Description,
	fields: Readonly<Record<string, unknown>>
): void {
	if (fields.downwardAPI !== undefined) {
		describeDownward(description, fields.downwardAPI as { items?: readonly DownwardItem[] });
		return;
	}
	const kind = Object.keys(describers).find((one) => fields[one] !== undefined);
	if (kind === undefined) description.line(1, '<unknown>');
	else {
		for (const [title, value] of describers[kind]!(fields[kind] as Source)) {
			description.line(2, `${title}:\t${String(value)}`);
		}
	}
}

/** Models printCSIPersistentVolumeAttributesMultiline. */
function attributesText(attributes: Source = {}): string {
	const pairs = Object.entries(attributes).map(([key, value]) => `${key}=${String(value)}`);
	return pairs.sort().join('\n        ') || '<none>';
}

function projectedLines(source: Source): Lines {
	const { secret, configMap, downwardAPI, serviceAccountToken } = source as Readonly<
		Record<string, Source | undefined>
	>;
	if (secret !== undefined) {
		return [
			['SecretName', secret.name],
			['Optional', secret.optional ?? false]
		];
	}
	if (downwardAPI !== undefined) return [['DownwardAPI', true]];
	if (configMap !== undefined) {
		return [
			['ConfigMapName', configMap.name],
			['Optional', configMap.optional ?? false]
		];
	}
	return serviceAccountToken === undefined
		? []
		: [['TokenExpirationSeconds', serviceAccountToken.expirationSeconds]];
}

function describeDownward(
	description: Description,
	{ items = [] }: { readonly items?: readonly DownwardItem[] }
): void {
	description.line(2, 'Type:\tDownwardAPI (a volume populated by information about the pod)');
	description.line(2, 'Items:');
	for (const { path = '', fieldRef, resourceFieldRef } of items) {
		description.line(3, `${fieldRef?.fieldPath ?? resourceFieldRef?.resource ?? ''} -> ${path}`);
	}
}
