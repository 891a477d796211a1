import { type FieldError, invalidError, notSupportedError, requiredError } from './field-error.ts';
import { validateTarget } from './volume.ts';

/** A seccomp or AppArmor profile. */
export interface Profile {
	readonly type?: string;
	readonly localhostProfile?: string;
}

const types = ['Localhost', 'RuntimeDefault', 'Unconfined'];

function validateType(type: string, field: string, path: string): FieldError[] {
	if (type === '') return [requiredError(path, `type is required when ${field} is set`)];
	return types.includes(type) ? [] : [notSupportedError(path, type, types)];
}

/** Models pkg/apis/core/validation/validation.go validateSeccompProfileField. */
export function validateSeccomp(profile: Profile | undefined, path: string): FieldError[] {
	if (profile === undefined) return [];
	const { type = '', localhostProfile: local } = profile;
	const errors = validateType(type, 'seccompProfile', `${path}.type`);
	const at = `${path}.localhostProfile`;
	if (type === 'Localhost') {
		if (local === undefined) {
			errors.push(requiredError(at, 'must be set when seccomp type is Localhost'));
		} else errors.push(...validateTarget(local, at));
	} else if (local !== undefined) {
		const value = { Type: type, LocalhostProfile: local };
		errors.push(invalidError(at, value, 'can only be set when seccomp type is Localhost'));
	}
	return errors;
}

/** Models ValidateAppArmorProfileField. */
export function validateAppArmor(profile: Profile | undefined, path: string): FieldError[] {
	if (profile === undefined) return [];
	const { type = '', localhostProfile: local } = profile;
	const at = `${path}.localhostProfile`;
	const unset = 'must be set when AppArmor type is Localhost';
	if (type === 'Localhost') {
		if (local === undefined) return [requiredError(at, unset)];
		if (local.trim() !== local) {
			return [invalidError(at, local, 'must not be padded with whitespace')];
		}
		return local === '' ? [requiredError(at, unset)] : [];
	}
	const wrong = validateType(type, 'appArmorProfile', `${path}.type`);
	return wrong.length === 0 && local !== undefined
		? [invalidError(at, local, 'can only be set when AppArmor type is Localhost')]
		: wrong;
}
