import { type Selector, selectorMatches } from '../labels/selector.ts';
import type { PodTemplate } from '../pod-template.ts';
import { type FieldError, forbiddenError, invalidError, notSupportedError } from './field-error.ts';
import { validateAnnotations, validateLabels } from './metadata.ts';
import { validatePodAnnotations } from './pod-annotations.ts';
import { validatePodSpec } from './pod.ts';

/** Models pkg/apis/core/validation/validation.go ValidatePodTemplateSpec. */
export function validatePodTemplate({ metadata, spec }: PodTemplate, path: string): FieldError[] {
	const errors = [
		...validateLabels(metadata?.labels, `${path}.labels`),
		...validateAnnotations(metadata?.annotations, `${path}.annotations`),
		...validatePodAnnotations(metadata?.annotations, `${path}.annotations`),
		...validatePodSpec(spec, `${path}.spec`)
	];
	if (((spec['ephemeralContainers'] as readonly unknown[] | undefined) ?? []).length > 0) {
		const why = 'ephemeral containers not allowed in pod template';
		errors.push(forbiddenError(`${path}.spec.ephemeralContainers`, why));
	}
	return errors;
}

/** What it says when the selector doesn't select what the template makes. */
export function unselected(
	{ metadata }: PodTemplate,
	selector: Selector,
	path: string
): FieldError[] {
	if (selectorMatches(selector, metadata?.labels)) return [];
	const why = '`selector` does not match template `labels`';
	return [invalidError(`${path}.metadata.labels`, sortedMap(metadata?.labels), why)];
}

/** As Go prints a map. */
function sortedMap(map: Readonly<Record<string, string>> | undefined): object | undefined {
	return map && Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Models ValidatePodTemplateSpecForReplicaSet and its like: what a controller keeps running has no end. */
export function validateControlled(
	template: PodTemplate,
	selector: Selector,
	owner: string
): FieldError[] {
	const path = 'spec.template';
	return [
		...(selector.length > 0 ? unselected(template, selector, path) : []),
		...validatePodTemplate(template, path),
		...endless(template, owner, path)
	];
}

/** Always restarted, without a deadline. */
export function endless({ spec }: PodTemplate, owner: string, path: string): FieldError[] {
	const errors: FieldError[] = [];
	if (spec.restartPolicy !== 'Always') {
		errors.push(notSupportedError(`${path}.spec.restartPolicy`, spec.restartPolicy, ['Always']));
	}
	if (spec['activeDeadlineSeconds'] !== undefined) {
		const why = `activeDeadlineSeconds in ${owner} is not Supported`;
		errors.push(forbiddenError(`${path}.spec.activeDeadlineSeconds`, why));
	}
	return errors;
}
