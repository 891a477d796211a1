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
