import type { Container, PodSpec } from '../pod.ts';
import { type FieldError, forbiddenError, notSupportedError } from './field-error.ts';

type Fields = Readonly<Record<string, unknown>>;

const notForWindows = 'cannot be set for a windows pod';
const ofPod = [
	'appArmorProfile',
	'seLinuxOptions',
	'seccompProfile',
	'fsGroup',
	'fsGroupChangePolicy',
	'sysctls',
	'runAsUser',
	'runAsGroup',
	'supplementalGroups',
	'supplementalGroupsPolicy'
];
const ofSpec = ['hostUsers', 'hostPID', 'hostIPC', 'shareProcessNamespace'];
const ofContainer = [
	'appArmorProfile',
	'seLinuxOptions',
	'seccompProfile',
	'capabilities',
	'readOnlyRootFilesystem',
	'privileged',
	'allowPrivilegeEscalation',
	'procMount',
	'runAsUser',
	'runAsGroup'
];

/** What a Pod says that its operating system doesn't have. Models pkg/apis/core/validation/validation.go validateOS, validateLinux and validateWindows. */
export function validateOs(spec: PodSpec, path: string): FieldError[] {
	const os = (spec['os'] as { name?: string } | undefined)?.name;
	const context = (spec['securityContext'] ?? {}) as Fields;
	const at = `${path}.securityContext`;
	switch (os) {
		case undefined:
			return [];
		case 'linux': {
			const why = 'windows options cannot be set for a linux pod';
			const own = context['windowsOptions'] ? [forbiddenError(`${at}.windowsOptions`, why)] : [];
			return [
				...own,
				...inContainers(spec, path, (security, where) =>
					security['windowsOptions'] ? [forbiddenError(`${where}.windowsOptions`, why)] : []
				)
			];
		}
		case 'windows':
			return [
				...given(context, ofPod, at),
				...given(spec as unknown as Fields, ofSpec, path),
				...inContainers(spec, path, (security, where) => given(security, ofContainer, where))
			];
		default:
			return [notSupportedError(`${path}.os`, os, ['linux', 'windows'])];
	}
}

function given(fields: Fields, names: readonly string[], path: string): FieldError[] {
	return names
		.filter((name) => fields[name] !== undefined && fields[name] !== false)
		.map((name) => forbiddenError(`${path}.${name}`, notForWindows));
}

function inContainers(
	spec: PodSpec,
	path: string,
	check: (security: Fields, path: string) => FieldError[]
): FieldError[] {
	return (['initContainers', 'containers'] as const).flatMap((list) =>
		((spec[list] ?? []) as readonly Container[]).flatMap((container, index) =>
			check(
				(container['securityContext'] ?? {}) as Fields,
				`${path}.${list}[${index}].securityContext`
			)
		)
	);
}
