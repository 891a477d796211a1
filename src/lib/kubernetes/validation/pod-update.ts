import { isDeepEqual } from '../deep-equal.ts';
import { internalDiff } from '../go-types/internal-diff.ts';
import type { Container, Pod, PodSpec, Toleration } from '../pod.ts';
import { type FieldError, forbiddenError, invalidError } from './field-error.ts';
import { validatePodSpec } from './pod.ts';

const otherFields =
	'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)';

/**
 * What a plain update may change of a Pod.
 *
 * Models pkg/apis/core/validation/validation.go ValidatePodUpdate.
 */
export function validatePodUpdate(pod: Pod, old: Pod): FieldError[] {
	const errors = validatePodSpec(pod.spec, 'spec');
	for (const list of ['containers', 'initContainers'] as const) {
		if ((pod.spec[list] ?? []).length !== (old.spec[list] ?? []).length) {
			const path = `spec.${list}`;
			return [...errors, forbiddenError(path, 'pod updates may not add or remove containers')];
		}
	}
	const deadline = validateDeadline(pod.spec, old.spec);
	errors.push(...deadline.errors);
	if (deadline.stop) return errors;
	errors.push(
		...validateAddedTolerations(pod.spec.tolerations ?? [], old.spec.tolerations ?? []),
		...validateGates(pod.spec, old.spec),
		...validateAddedSelector(pod.spec, old.spec)
	);
	const munged = withAllowed(pod.spec, old.spec);
	if (errors.length === 0 && !isDeepEqual(munged, { ...old.spec })) {
		const difference = internalDiff(old.spec, munged, 'PodSpec');
		errors.push(forbiddenError('spec', `${otherFields}\n${difference}`));
	}
	return errors;
}

/** It may be set, and lowered. */
function validateDeadline(spec: PodSpec, old: PodSpec): { errors: FieldError[]; stop: boolean } {
	const path = 'spec.activeDeadlineSeconds';
	const now = spec['activeDeadlineSeconds'] as number | undefined;
	const before = old['activeDeadlineSeconds'] as number | undefined;
	if (before === undefined) return { errors: [], stop: false };
	if (now === undefined) {
		const text = 'must not update from a positive integer to nil value';
		return { errors: [invalidError(path, null, text)], stop: false };
	}
	if (now <= before) return { errors: [], stop: false };
	return {
		errors: [invalidError(path, now, 'must be less than or equal to previous value')],
		stop: true
	};
}

function validateAddedTolerations(
	now: readonly Toleration[],
	before: readonly Toleration[]
): FieldError[] {
	const kept = before.every((old) => now.some((entry) => sameBesideSeconds(entry, old)));
	return kept
		? []
		: [
				forbiddenError(
					'spec.tolerations',
					'existing toleration can not be modified except its tolerationSeconds'
				)
			];
}

function sameBesideSeconds(a: Toleration, b: Toleration): boolean {
	return isDeepEqual(
		{ ...a, tolerationSeconds: undefined },
		{ ...b, tolerationSeconds: undefined }
	);
}

function validateGates(spec: PodSpec, old: PodSpec): FieldError[] {
	const before = new Set((old.schedulingGates ?? []).map(({ name }) => name));
	return (spec.schedulingGates ?? []).flatMap(({ name }, index) =>
		before.has(name)
			? []
			: [
					forbiddenError(
						`spec.schedulingGates[${index}].name`,
						`only deletion is allowed, but found new scheduling gate '${name}'`
					)
				]
	);
}

/** While it is gated its choice of nodes can be narrowed. Models validateNodeSelectorMutation. */
function validateAddedSelector(spec: PodSpec, old: PodSpec): FieldError[] {
	if (!isGated(old)) return [];
	const kept = Object.entries(old.nodeSelector ?? {}).every(
		([key, value]) => spec.nodeSelector?.[key] === value
	);
	const why = 'only additions to spec.nodeSelector are allowed (no mutations or deletions)';
	return kept ? [] : [invalidError('spec.nodeSelector', spec.nodeSelector, why)];
}

function isGated({ schedulingGates = [] }: PodSpec): boolean {
	return schedulingGates.length > 0;
}

/** The new spec with what may change put back to what it was. */
function withAllowed(spec: PodSpec, old: PodSpec): PodSpec {
	const images = (
		now: readonly Container[] | undefined,
		before: readonly Container[] | undefined
	) => now?.map((container, index) => ({ ...container, image: before?.[index]?.image }));
	const negative = (old.terminationGracePeriodSeconds ?? 0) < 0;
	return {
		...spec,
		containers: images(spec.containers, old.containers) ?? [],
		initContainers: images(spec.initContainers, old.initContainers),
		activeDeadlineSeconds: old['activeDeadlineSeconds'],
		tolerations: old.tolerations,
		schedulingGates: old.schedulingGates,
		...(isGated(old) && { nodeSelector: old.nodeSelector }),
		...(negative &&
			spec.terminationGracePeriodSeconds === 1 && {
				terminationGracePeriodSeconds: old.terminationGracePeriodSeconds
			})
	};
}
