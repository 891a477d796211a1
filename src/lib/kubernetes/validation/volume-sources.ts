import { type FieldError, invalidError, notSupportedError, requiredError } from './field-error.ts';
import { dns1123Subdomain, rangeText } from './name-rules.ts';

type Source = Readonly<Record<string, unknown>>;
type Check = (source: Source, path: string) => FieldError[];

function text(source: Source, name: string): string {
	return (source[name] as string | undefined) ?? '';
}

function required(...names: readonly string[]): Check {
	return (source, path) =>
		names.flatMap((name) => {
			const value = source[name];
			const isEmpty = Array.isArray(value) ? value.length === 0 : !value;
			return isEmpty ? [requiredError(`${path}.${name}`)] : [];
		});
}

/** A number of a disk or a unit: a byte. */
function byte(name: string): Check {
	return (source, path) => {
		const value = (source[name] as number | undefined) ?? 0;
		return value < 0 || value > 255
			? [invalidError(`${path}.${name}`, value, rangeText(0, 255))]
			: [];
	};
}

function all(...checks: readonly Check[]): Check {
	return (source, path) => checks.flatMap((check) => check(source, path));
}

const hostPathTypes = [
	'',
	'BlockDevice',
	'CharDevice',
	'Directory',
	'DirectoryOrCreate',
	'File',
	'FileOrCreate',
	'Socket'
];

/** Models validateHostPathType. */
export function validateHostPathType(source: Source, path: string): FieldError[] {
	const type = text(source, 'type');
	return hostPathTypes.includes(type)
		? []
		: [notSupportedError(`${path}.type`, type, hostPathTypes)];
}

/** Models validateISCSIVolumeSource. */
function validateIscsi(source: Source, path: string): FieldError[] {
	const iqn = text(source, 'iqn');
	const errors: FieldError[] = [...required('targetPortal', 'iqn')(source, path)];
	if (iqn !== '' && !/^(iqn|eui|naa)/.test(iqn)) {
		const why = 'must be valid format starting with iqn, eui, or naa';
		errors.push(invalidError(`${path}.iqn`, iqn, why));
	} else if (/^iqn/.test(iqn) && !/^iqn\.\d{4}-\d{2}\.([a-z\-.]+)(:[^,;*&$|\s]+)$/i.test(iqn)) {
		errors.push(invalidError(`${path}.iqn`, iqn, 'must be valid format'));
	}
	errors.push(...byte('lun')(source, path));
	const authenticates = source['chapAuthDiscovery'] || source['chapAuthSession'];
	if (authenticates && !source['secretRef']) errors.push(requiredError(`${path}.secretRef`));
	return errors;
}

/** Models validateFCVolumeSource. */
function validateFibreChannel(source: Source, path: string): FieldError[] {
	const names = (source['targetWWNs'] ?? []) as readonly string[];
	const ids = (source['wwids'] ?? []) as readonly string[];
	const at = `${path}.targetWWNs`;
	if (names.length === 0 && ids.length === 0) {
		return [requiredError(at, 'must specify either targetWWNs or wwids, but not both')];
	}
	const errors: FieldError[] = [];
	if (names.length > 0 && ids.length > 0) {
		const why = 'targetWWNs and wwids can not be specified simultaneously';
		errors.push(invalidError(at, names, why));
	}
	if (names.length > 0) {
		if (source['lun'] === undefined) {
			errors.push(requiredError(`${path}.lun`, 'lun is required if targetWWNs is specified'));
		} else errors.push(...byte('lun')(source, path));
	}
	return errors;
}

const managedDisk =
	'/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}';
const blobDisk = 'https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd';

/** Models validateAzureDisk. */
function validateAzureDisk(source: Source, path: string): FieldError[] {
	const uri = text(source, 'diskURI');
	const isManaged = source['kind'] === 'Managed';
	const errors = required('diskName', 'diskURI')(source, path);
	const isOfKind = uri.startsWith(isManaged ? '/subscriptions/' : 'https://');
	if (source['kind'] !== undefined && !isOfKind) {
		const supported = [isManaged ? managedDisk : blobDisk];
		errors.push(notSupportedError(`${path}.diskURI`, uri, supported));
	}
	return errors;
}

/** Models validateFlockerVolumeSource. */
function validateFlocker(source: Source, path: string): FieldError[] {
	const [name, uuid] = [text(source, 'datasetName'), text(source, 'datasetUUID')];
	if (name === '' && uuid === '') {
		return [requiredError(path, 'one of datasetName and datasetUUID is required')];
	}
	if (name !== '' && uuid !== '') {
		const why = 'datasetName and datasetUUID can not be specified simultaneously';
		return [invalidError(path, 'resource', why)];
	}
	return name.includes('/')
		? [invalidError(`${path}.datasetName`, name, "must not contain '/'")]
		: [];
}

/** Models validateQuobyteVolumeSource. */
function validateQuobyte(source: Source, path: string): FieldError[] {
	const registry = text(source, 'registry');
	const must = 'must be a host:port pair or multiple pairs separated by commas';
	const errors: FieldError[] = [];
	if (registry === '') errors.push(requiredError(`${path}.registry`, must));
	else if (registry.length >= 65) {
		errors.push(invalidError(`${path}.registry`, registry, 'must be no more than 64 characters'));
	} else if (registry.split(',').some((pair) => !/^[^:]+:\d+$|^\[.*\]:\d+$/.test(pair))) {
		errors.push(invalidError(`${path}.registry`, registry, must));
	}
	return [...errors, ...required('volume')(source, path)];
}

/** Models ValidateCSIDriverName and validateCSIVolumeSource. */
function validateCsi(source: Source, path: string): FieldError[] {
	const driver = text(source, 'driver');
	const errors: FieldError[] = [];
	if (driver === '') errors.push(requiredError(`${path}.driver`));
	for (const why of driver === '' ? [] : dns1123Subdomain(driver.toLowerCase())) {
		errors.push(invalidError(`${path}.driver`, driver, why));
	}
	const secret = source['nodePublishSecretRef'] as Source | undefined;
	if (secret !== undefined) {
		errors.push(...required('name')(secret, `${path}.nodePublishSecretRef`));
	}
	return errors;
}

const pullPolicies = ['Always', 'IfNotPresent', 'Never'];

function validateImage(source: Source, path: string): FieldError[] {
	const policy = text(source, 'pullPolicy');
	const errors = required('reference')(source, path);
	if (policy !== '' && !pullPolicies.includes(policy)) {
		errors.push(notSupportedError(`${path}.pullPolicy`, policy, pullPolicies));
	}
	return errors;
}

/** What sources of volumes must say that no node of the cluster has; models pkg/apis/core/validation/validation.go validateVolumeSource. */
export const rareSources: Readonly<Record<string, Check>> = {
	awsElasticBlockStore: all(required('volumeID'), byte('partition')),
	azureDisk: validateAzureDisk,
	azureFile: required('secretName', 'shareName'),
	cephfs: required('monitors'),
	cinder: required('volumeID'),
	csi: validateCsi,
	fc: validateFibreChannel,
	flexVolume: required('driver'),
	flocker: validateFlocker,
	gcePersistentDisk: all(required('pdName'), byte('partition')),
	glusterfs: required('endpoints', 'path'),
	image: validateImage,
	iscsi: validateIscsi,
	photonPersistentDisk: required('pdID'),
	portworxVolume: required('volumeID'),
	quobyte: validateQuobyte,
	rbd: required('monitors', 'image'),
	scaleIO: required('gateway', 'system', 'volumeName'),
	storageos: required('volumeName'),
	vsphereVolume: required('volumePath')
};
