import { type FieldError, invalidError, notSupportedError, requiredError } from './field-error.ts';
import { rangeText } from './name-rules.ts';

interface Shared {
	readonly runAsUser?: number;
	readonly runAsGroup?: number;
	readonly seccompProfile?: { readonly type: string; readonly localhostProfile?: string };
}

interface PodSecurity extends Shared {
	readonly fsGroup?: number;
	readonly supplementalGroups?: readonly number[];
	readonly fsGroupChangePolicy?: string;
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
const changePolicies = ['Always', 'OnRootMismatch'];

function validateId(id: number | undefined, path: string): FieldError[] {
	return id !== undefined && (id < 0 || id > maxId)
		? [invalidError(path, id, rangeText(0, maxId))]
		: [];
}

function validateShared(
	{ runAsUser, runAsGroup, seccompProfile }: Shared,
	path: string
): FieldError[] {
	const unset = seccompProfile?.type === 'Localhost' && !seccompProfile.localhostProfile;
	return [
		...validateId(runAsUser, `${path}.runAsUser`),
		...validateId(runAsGroup, `${path}.runAsGroup`),
		...(unset
			? [
					requiredError(
						`${path}.seccompProfile.localhostProfile`,
						'must be set when seccomp type is Localhost'
					)
				]
			: [])
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
				? []
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
			: [])
	];
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
