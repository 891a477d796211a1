import {
	type FieldError,
	forbiddenError,
	invalidError,
	notFoundError,
	notSupportedError,
	requiredError
} from './field-error.ts';
import { validateTarget } from './volume.ts';

type Source = Readonly<Record<string, unknown>>;

/** What a container's mounts are looked at with. */
export interface MountFacts {
	/** Names of the Pod's volumes that are valid; true for those that can be a device. */
	readonly volumes: ReadonlyMap<string, boolean>;
	readonly mounts: readonly Source[];
	readonly devices: readonly Source[];
	readonly isPrivileged: boolean;
}

function text(source: Source, name: string): string {
	return (source[name] as string | undefined) ?? '';
}

/** Models pkg/apis/core/validation/validation.go ValidateVolumeMounts. */
export function validateMounts(facts: MountFacts, path: string): FieldError[] {
	const { volumes, mounts, devices } = facts;
	const used = new Set<string>();
	return mounts.flatMap((mount, index) => {
		const at = `${path}[${index}]`;
		const [name, mountPath] = [text(mount, 'name'), text(mount, 'mountPath')];
		const errors = name === '' ? [requiredError(`${at}.name`)] : [];
		if (!volumes.has(name)) errors.push(notFoundError(`${at}.name`, name));
		if (mountPath === '') errors.push(requiredError(`${at}.mountPath`));
		if (used.has(mountPath)) {
			errors.push(invalidError(`${at}.mountPath`, mountPath, 'must be unique'));
		}
		used.add(mountPath);
		if (devices.some((one) => text(one, 'name') === name)) {
			errors.push(invalidError(`${at}.name`, name, 'must not already exist in volumeDevices'));
		}
		if (devices.some((one) => text(one, 'devicePath') === mountPath)) {
			const why = 'must not already exist as a path in volumeDevices';
			errors.push(invalidError(`${at}.mountPath`, mountPath, why));
		}
		return [
			...errors,
			...validateSubPath(mount, path, at),
			...validatePropagation(mount, facts, path),
			...validateRecursive(mount, path)
		];
	});
}

const propagations = ['Bidirectional', 'HostToContainer', 'None'];

function validatePropagation(
	mount: Source,
	{ isPrivileged }: MountFacts,
	path: string
): FieldError[] {
	const mode = text(mount, 'mountPropagation');
	const at = `${path}.mountPropagation`;
	if (mode !== '' && !propagations.includes(mode)) {
		return [notSupportedError(at, mode, propagations)];
	}
	const why = 'Bidirectional mount propagation is available only to privileged containers';
	return mode === 'Bidirectional' && !isPrivileged ? [forbiddenError(at, why)] : [];
}

const recursions = ['Disabled', 'Enabled', 'IfPossible'];

/** Models validateMountRecursiveReadOnly. */
function validateRecursive(mount: Source, path: string): FieldError[] {
	const mode = text(mount, 'recursiveReadOnly');
	const at = `${path}.recursiveReadOnly`;
	if (mode === '' || mode === 'Disabled') return [];
	if (!recursions.includes(mode)) return [notSupportedError(at, mode, recursions)];
	const errors: FieldError[] = [];
	if (mount['readOnly'] !== true) {
		errors.push(forbiddenError(at, 'may only be specified when readOnly is true'));
	}
	if (!['', 'None'].includes(text(mount, 'mountPropagation'))) {
		const why = 'may only be specified when mountPropagation is None or not specified';
		errors.push(forbiddenError(at, why));
	}
	return errors;
}

/** Upstream leaves the index out of the paths of subPath. */
function validateSubPath(mount: Source, path: string, at: string): FieldError[] {
	const [subPath, expression] = [text(mount, 'subPath'), text(mount, 'subPathExpr')];
	const errors = subPath === '' ? [] : validateTarget(subPath, `${path}.subPath`);
	if (expression !== '') {
		if (subPath !== '') {
			const why = 'subPathExpr and subPath are mutually exclusive';
			errors.push(invalidError(`${at}.subPathExpr`, expression, why));
		}
		errors.push(...validateTarget(expression, `${path}.subPathExpr`));
	}
	return errors;
}

/** Models ValidateVolumeDevices. */
export function validateDevices(
	{ volumes, mounts, devices }: MountFacts,
	path: string
): FieldError[] {
	const names = new Set<string>();
	const paths = new Set<string>();
	return devices.flatMap((device, index) => {
		const [name, devicePath] = [text(device, 'name'), text(device, 'devicePath')];
		const [nameAt, pathAt] = [`${path}[${index}].name`, `${path}[${index}].devicePath`];
		const errors = name === '' ? [requiredError(nameAt)] : [];
		if (names.has(name)) errors.push(invalidError(nameAt, name, 'must be unique'));
		const canBeDevice = volumes.get(name);
		if (canBeDevice === false) {
			const why =
				'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode';
			errors.push(invalidError(nameAt, name, why));
		}
		if (canBeDevice === undefined) errors.push(notFoundError(nameAt, name));
		if (devicePath === '') errors.push(requiredError(pathAt));
		if (paths.has(devicePath)) errors.push(invalidError(pathAt, devicePath, 'must be unique'));
		if (devicePath.split('/').includes('..')) {
			errors.push(invalidError(pathAt, devicePath, "can not contain backsteps ('..')"));
		} else paths.add(devicePath);
		if (mounts.some((one) => text(one, 'name') === name)) {
			errors.push(invalidError(nameAt, name, 'must not already exist in volumeMounts'));
		}
		if (mounts.some((one) => text(one, 'mountPath') === devicePath)) {
			const why = 'must not already exist as a path in volumeMounts';
			errors.push(invalidError(pathAt, devicePath, why));
		}
		if (name !== '') names.add(name);
		return errors;
	});
}
