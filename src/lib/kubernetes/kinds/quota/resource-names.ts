import { type FieldError, invalidError } from '../../validation/field-error.ts';
import { ruled } from '../../validation/metadata.ts';
import { qualifiedName } from '../../validation/name-rules.ts';

const quotaNames = [
	'cpu',
	'memory',
	'ephemeral-storage',
	'requests.cpu',
	'requests.memory',
	'requests.storage',
	'requests.ephemeral-storage',
	'limits.cpu',
	'limits.memory',
	'limits.ephemeral-storage',
	'pods',
	'resourcequotas',
	'services',
	'replicationcontrollers',
	'secrets',
	'persistentvolumeclaims',
	'configmaps',
	'services.nodeports',
	'services.loadbalancers'
];
const containerNames = ['cpu', 'memory', 'ephemeral-storage'];
const wholeNames = [
	'pods',
	'resourcequotas',
	'services',
	'replicationcontrollers',
	'secrets',
	'configmaps',
	'persistentvolumeclaims',
	'services.nodeports',
	'services.loadbalancers'
];

export function isStandardQuota(name: string): boolean {
	return quotaNames.includes(name) || /^(requests\.)?hugepages-/.test(name);
}

/** Only whole numbers of it can be counted. */
export function isWhole(name: string): boolean {
	return wholeNames.includes(name) || (name.includes('/') && !name.includes('kubernetes.io/'));
}

/** Models pkg/apis/core/validation/validation.go ValidateResourceName. */
function validateName(name: string, path: string): FieldError[] {
	const errors = ruled(qualifiedName, name, path);
	if (errors.length > 0 || name.includes('/')) return errors;
	const isStandard = isStandardQuota(name) || name === 'storage';
	const why = 'must be a standard resource type or fully qualified';
	return isStandard ? [] : [invalidError(path, name, why)];
}

/** Models ValidateResourceQuotaResourceName. */
export function validateQuotaName(name: string, path: string): FieldError[] {
	const errors = validateName(name, path);
	if (name.includes('/') || isStandardQuota(name)) return errors;
	return [...errors, invalidError(path, name, 'must be a standard resource for quota')];
}

/** Models validateContainerResourceName and validateLimitRangeResourceName. */
export function validateLimitName(type: string, name: string, path: string): FieldError[] {
	const errors = validateName(name, path);
	if (type !== 'Pod' && type !== 'Container') return errors;
	if (name.includes('/')) return errors;
	const isStandard = containerNames.includes(name) || name.startsWith('hugepages-');
	if (isStandard) return errors;
	return [...errors, invalidError(path, name, 'must be a standard resource for containers')];
}
