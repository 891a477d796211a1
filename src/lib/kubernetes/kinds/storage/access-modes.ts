import {
	type FieldError,
	forbiddenError,
	notSupportedError
} from '../../validation/field-error.ts';

const modes = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const short: Readonly<Record<string, string>> = {
	ReadWriteOnce: 'RWO',
	ReadOnlyMany: 'ROX',
	ReadWriteMany: 'RWX',
	ReadWriteOncePod: 'RWOP'
};

/** What volumes and claims are asked alike. */
export function validateAccessModes(given: readonly string[], path: string): FieldError[] {
	const errors = given
		.filter((mode) => !modes.includes(mode))
		.map((mode) => notSupportedError(path, mode, modes));
	const others = given.filter((mode) => mode !== 'ReadWriteOncePod' && modes.includes(mode));
	if (!given.includes('ReadWriteOncePod') || others.length === 0) return errors;
	const why = 'may not use ReadWriteOncePod with other access modes';
	return [...errors, forbiddenError(path, why)];
}

/** Models pkg/apis/core/v1/helper/helpers.go GetAccessModesAsString. */
export function accessModesText(given: readonly string[] = []): string {
	return Object.entries(short)
		.filter(([mode]) => given.includes(mode))
		.map(([, text]) => text)
		.join(',');
}

/** How a volume is given to a container. */
export function validateVolumeMode(mode: string | undefined, path: string): FieldError[] {
	const known = ['Block', 'Filesystem'];
	if (mode === undefined || known.includes(mode)) return [];
	return [notSupportedError(path, mode, known)];
}
