import { duplicateError, type FieldError, invalidError, notSupportedError } from './field-error.ts';
import { ruled } from './metadata.ts';
import { dns1123Subdomain, rangeText } from './name-rules.ts';
import { type Profile, validateAppArmor, validateSeccomp } from './profiles.ts';

interface Shared {
	readonly runAsUser?: number;
	readonly runAsGroup?: number;
	readonly seccompProfile?: Profile;
	readonly appArmorProfile?: Profile;
	readonly windowsOptions?: {
		readonly runAsUserName?: string;
		readonly gmsaCredentialSpecName?: string;
		readonly gmsaCredentialSpec?: string;
	};
}

interface PodSecurity extends Shared {
	readonly fsGroup?: number;
	readonly supplementalGroups?: readonly number[];
	readonly fsGroupChangePolicy?: string;
	readonly supplementalGroupsPolicy?: string;
	readonly seLinuxChangePolicy?: string;
	readonly sysctls?: readonly { readonly name: string }[];
}

interface ContainerSecurity extends Shared {
	readonly procMount?: string;
	readonly privileged?: boolean;
	readonly allowPrivilegeEscalation?: boolean;
	readonly capabilities?: { readonly add?: readonly string[] };
	readonly [field: string]: unknown;
}

const maxId = 2 ** 31 - 1;
const sysctlPattern = String.raw`^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$`;
const procMounts = ['Default', 'Unmasked'];
const changePolicies = ['Always', 'OnRootMismatch'];

function validateId(id: number | undefined, path: string): FieldError[] {
	return id !== undefined && (id < 0 || id > maxId)
		? [invalidError(path, id, rangeText(0, maxId))]
		: [];
}

function validateShared(
	{ runAsUser, runAsGroup, seccompProfile, appArmorProfile, windowsOptions = {} }: Shared,
	path: string
): FieldError[] {
	return [
		...validateId(runAsUser, `${path}.runAsUser`),
		...validateId(runAsGroup, `${path}.runAsGroup`),
		...validateSeccomp(seccompProfile, `${path}.seccompProfile`),
		...validateAppArmor(appArmorProfile, `${path}.appArmorProfile`),
		...validateWindows(windowsOptions, `${path}.windowsOptions`)
	];
}

/** Models validateWindowsSecurityContextOptions. */
function validateWindows(
	{
		gmsaCredentialSpecName: specName,
		gmsaCredentialSpec: spec,
		runAsUserName: user
	}: NonNullable<Shared['windowsOptions']>,
	path: string
): FieldError[] {
	const empty = (name: string, value: string | undefined): FieldError[] =>
		value === '' ? [invalidError(`${path}.${name}`, '', `${name} cannot be an empty string`)] : [];
	return [
		...(specName === undefined
			? []
			: ruled(dns1123Subdomain, specName, `${path}.gmsaCredentialSpecName`)),
		...empty('gmsaCredentialSpec', spec),
		...empty('runAsUserName', user)
	];
}

/** Models pkg/apis/core/validation/validation.go validatePodSpecSecurityContext. */
export function validatePodSecurity(context: PodSecurity, path: string): FieldError[] {
	const { fsGroup, supplementalGroups = [], fsGroupChangePolicy: policy, sysctls = [] } = context;
	return [
		...validateId(fsGroup, `${path}.fsGroup`),
		...supplementalGroups.flatMap((id, index) =>
			validateId(id, `${path}.supplementalGroups[${index}]`)
		),
		...validateShared(context, path),
		...sysctls.flatMap(({ name }, index) =>
			new RegExp(sysctlPattern).test(name)
				? sysctls.findIndex((one) => one.name === name) < index
					? [duplicateError(`${path}.sysctls[${index}].name`, name)]
					: []
				: [
						invalidError(
							`${path}.sysctls[${index}].name`,
							name,
							`must have at most 253 characters and match regex ${sysctlPattern}`
						)
					]
		),
		...(policy !== undefined && !changePolicies.includes(policy)
			? [notSupportedError(`${path}.fsGroupChangePolicy`, policy, changePolicies)]
			: []),
		...oneOf(context, 'supplementalGroupsPolicy', ['Merge', 'Strict'], path),
		...oneOf(context, 'seLinuxChangePolicy', ['MountOption', 'Recursive'], path)
	];
}

function oneOf(
	context: PodSecurity,
	name: 'supplementalGroupsPolicy' | 'seLinuxChangePolicy',
	supported: readonly string[],
	path: string
): FieldError[] {
	const value = context[name];
	return value === undefined || supported.includes(value)
		? []
		: [notSupportedError(`${path}.${name}`, value, supported)];
}

/**
 * Models ValidateSecurityContext.
 *
 * @param hostUsers whether the Pod shares the node's user namespace
 */
export function validateContainerSecurity(
	context: ContainerSecurity,
	hostUsers: boolean,
	path: string
): FieldError[] {
	return [
		...validateShared(context, path),
		...validateEscalation(context, path),
		...(context.procMount === undefined || procMounts.includes(context.procMount)
			? []
			: [notSupportedError(`${path}.procMount`, context.procMount, procMounts)]),
		...(context.procMount === 'Unmasked' && hostUsers
			? [
					invalidError(
						`${path}.procMount`,
						context.procMount,
						'`hostUsers` must be false to use `Unmasked`'
					)
				]
			: [])
	];
}

function validateEscalation(context: ContainerSecurity, path: string): FieldError[] {
	if (context.allowPrivilegeEscalation !== false) return [];
	const refuse = (what: string) =>
		invalidError(
			path,
			goStruct(context),
			`cannot set \`allowPrivilegeEscalation\` to false and ${what}`
		);
	const hasAll = context.capabilities?.add?.some((name) => name === 'CAP_SYS_ADMIN') ?? false;
	return [
		...(context.privileged === true ? [refuse('`privileged` to true')] : []),
		...(hasAll ? [refuse('`capabilities.Add` CAP_SYS_ADMIN')] : [])
	];
}

const structFields = [
	'Capabilities',
	'Privileged',
	'SELinuxOptions',
	'WindowsOptions',
	'RunAsUser',
	'RunAsGroup',
	'RunAsNonRoot',
	'ReadOnlyRootFilesystem',
	'AllowPrivilegeEscalation',
	'ProcMount',
	'SeccompProfile',
	'AppArmorProfile'
];

/** How Go writes the internal struct that it refuses; the structs in it keep the names of the API. */
function goStruct(context: ContainerSecurity): object {
	const apiName = (name: string) =>
		name === 'SELinuxOptions' ? 'seLinuxOptions' : name[0]!.toLowerCase() + name.slice(1);
	return Object.fromEntries(structFields.map((name) => [name, context[apiName(name)] ?? null]));
}
