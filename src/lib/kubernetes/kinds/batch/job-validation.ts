import { internalTemplate } from '../../go-types/internal-value.ts';
import { isDeepEqual } from '../../deep-equal.ts';
import { selectorMatches, selectorOf } from '../../labels/selector.ts';
import type { KubeObject } from '../../object.ts';
import type { PodTemplate } from '../../pod-template.ts';
import {
	type FieldError,
	invalidError,
	notSupportedError,
	requiredError
} from '../../validation/field-error.ts';
import { validateLabelSelector } from '../../validation/label-selector.ts';
import { nonNegative } from '../../validation/metadata.ts';
import { dns1123Label } from '../../validation/name-rules.ts';
import { unselected, validatePodTemplate } from '../../validation/pod-template.ts';
import { domainPrefixedPath } from '../domain-prefixed-path.ts';
import { validateFailurePolicy, validateSuccessPolicy } from './job-policies.ts';
import type { Job, JobSpec } from './job-spec.ts';

/** Models pkg/apis/batch/validation/validation.go ValidateJob. */
export function validateJob(object: KubeObject): FieldError[] {
	const { metadata, spec } = object as Job;
	const errors = [...validateGenerated(object as Job), ...validateSelected(spec)];
	const { completionMode, completions = 0 } = spec;
	if (completionMode === 'Indexed' && completions > 0) {
		const host = `${metadata.name}-${completions - 1}`;
		if (dns1123Label(host).length > 0) {
			const why = `will not able to create pod with invalid DNS label: ${host}`;
			errors.push(invalidError('metadata.name', metadata.name, why));
		}
	}
	return errors;
}

/** Models validateGeneratedSelector. */
function validateGenerated({ metadata, spec }: Job): FieldError[] {
	if (spec.manualSelector === true || spec.selector === undefined) return [];
	const { uid = '', name = '' } = metadata;
	const expected = {
		'controller-uid': uid,
		'job-name': name,
		'batch.kubernetes.io/controller-uid': uid,
		'batch.kubernetes.io/job-name': name
	};
	const labels = spec.template.metadata?.labels ?? {};
	const errors = Object.entries(expected).flatMap(([key, value]) => {
		const at = `spec.template.metadata.labels[${key}]`;
		if (labels[key] === undefined) return [requiredError(at, `must be '${value}'`)];
		return labels[key] === value ? [] : [invalidError(at, labels, `must be '${value}'`)];
	});
	try {
		if (!selectorMatches(selectorOf(spec.selector), expected)) {
			errors.push(invalidError('spec.selector', spec.selector, '`selector` not auto-generated'));
		}
	} catch {
		// The selector's own errors are told elsewhere.
	}
	return errors;
}

/** Models ValidateJobSpec. */
function validateSelected(spec: JobSpec): FieldError[] {
	const errors = validateJobSpec(spec, 'spec');
	if (spec.selector === undefined) errors.push(requiredError('spec.selector'));
	else errors.push(...validateLabelSelector(spec.selector, 'spec.selector'));
	try {
		errors.push(...unselected(spec.template, selectorOf(spec.selector), 'spec.template'));
	} catch {
		// The selector's own errors are told above.
	}
	return errors;
}

/** What is asked of a Job and of a CronJob's template alike. Models validateJobSpec. */
export function validateJobSpec(spec: JobSpec, path: string): FieldError[] {
	const errors: FieldError[] = [];
	const counts = [
		'parallelism',
		'completions',
		'activeDeadlineSeconds',
		'backoffLimit',
		'ttlSecondsAfterFinished',
		'backoffLimitPerIndex',
		'maxFailedIndexes'
	] as const;
	for (const field of counts) errors.push(...nonNegative(spec[field], `${path}.${field}`));
	if (spec.maxFailedIndexes !== undefined && spec.backoffLimitPerIndex === undefined) {
		const why = 'when maxFailedIndexes is specified';
		errors.push(requiredError(`${path}.backoffLimitPerIndex`, why));
	}
	if (spec.managedBy !== undefined) {
		errors.push(...domainPrefixedPath(spec.managedBy, `${path}.managedBy`));
		if (spec.managedBy.length > 63) {
			const detail = 'may not be more than 63 bytes';
			errors.push({ type: 'FieldValueTooLong', field: `${path}.managedBy`, detail });
		}
	}
	errors.push(...validateMode(spec, path));
	if (spec.podFailurePolicy) {
		errors.push(...validateFailurePolicy(spec, `${path}.podFailurePolicy`));
	}
	if (spec.successPolicy) errors.push(...validateSuccessPolicy(spec, `${path}.successPolicy`));
	errors.push(...validateReplacement(spec, `${path}.podReplacementPolicy`));
	errors.push(...validatePodTemplate(spec.template, `${path}.template`));
	return [...errors, ...validateRestarts(spec, `${path}.template.spec.restartPolicy`)];
}

const mostInParallel = 100_000;

function validateMode(spec: JobSpec, path: string): FieldError[] {
	const { completionMode: mode, completions, parallelism, maxFailedIndexes: failed } = spec;
	const errors: FieldError[] = [];
	if (mode !== undefined && mode !== 'NonIndexed' && mode !== 'Indexed') {
		errors.push(notSupportedError(`${path}.completionMode`, mode, ['NonIndexed', 'Indexed']));
	}
	if (mode === 'Indexed') {
		if (completions === undefined) {
			errors.push(requiredError(`${path}.completions`, 'when completion mode is Indexed'));
		}
		if ((parallelism ?? 0) > mostInParallel) {
			const why = `must be less than or equal to ${mostInParallel} when completion mode is Indexed`;
			errors.push(invalidError(`${path}.parallelism`, parallelism, why));
		}
		if (completions !== undefined && (failed ?? 0) > completions) {
			const why = 'must be less than or equal to completions';
			errors.push(invalidError(`${path}.maxFailedIndexes`, failed, why));
		}
		if ((failed ?? 0) > mostInParallel) {
			const why = `must be less than or equal to ${mostInParallel}`;
			errors.push(invalidError(`${path}.maxFailedIndexes`, failed, why));
		}
	}
	if (mode === undefined || mode === 'NonIndexed') {
		for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes'] as const) {
			if (spec[field] === undefined) continue;
			errors.push(
				invalidError(`${path}.${field}`, spec[field], 'requires indexed completion mode')
			);
		}
	}
	return errors;
}

function validateReplacement(spec: JobSpec, path: string): FieldError[] {
	const { podReplacementPolicy: policy, podFailurePolicy } = spec;
	if (policy === undefined) return [];
	const values = podFailurePolicy === undefined ? ['Failed', 'TerminatingOrFailed'] : ['Failed'];
	return values.includes(policy) ? [] : [notSupportedError(path, policy, values)];
}

function validateRestarts({ template, podFailurePolicy }: JobSpec, path: string): FieldError[] {
	const { restartPolicy: policy } = template.spec;
	if (policy === undefined || policy === 'Always') {
		return [requiredError(path, 'valid values: "OnFailure", "Never"')];
	}
	if (policy !== 'OnFailure' && policy !== 'Never') {
		return [notSupportedError(path, policy, ['OnFailure', 'Never'])];
	}
	if (podFailurePolicy === undefined || policy === 'Never') return [];
	const why = 'only "Never" is supported when podFailurePolicy is specified';
	return [invalidError(path, policy, why)];
}

/** What a Job is asked is asked twice. Models ValidateUpdate of the strategy and ValidateJobSpecUpdate. */
export function validateJobUpdate(object: KubeObject, old: KubeObject): FieldError[] {
	const { spec } = object as Job;
	const before = (old as Job).spec;
	const fixed = (field: keyof JobSpec): FieldError[] =>
		isDeepEqual(spec[field], before[field])
			? []
			: [invalidError(`spec.${field}`, spec[field] ?? null, 'field is immutable')];
	return [
		...validateJob(object),
		...validateSelected(spec),
		...validateCompletions(spec, before),
		...fixed('selector'),
		...validateTemplateChange(spec, old as Job),
		...fixed('completionMode'),
		...fixed('podFailurePolicy'),
		...fixed('backoffLimitPerIndex'),
		...fixed('managedBy'),
		...fixed('successPolicy')
	];
}

function validateCompletions(spec: JobSpec, before: JobSpec): FieldError[] {
	const { completions, parallelism } = spec;
	if (completions === before.completions) return [];
	if (spec.completionMode !== 'Indexed') {
		return [invalidError('spec.completions', completions ?? null, 'field is immutable')];
	}
	if (completions === undefined || completions === parallelism) return [];
	const why = 'can only be modified in tandem with spec.parallelism';
	return [invalidError('spec.completions', completions, why)];
}

/** What of a template may change while a Job is suspended and has not begun. Models validatePodTemplateUpdate. */
const directives = ['nodeSelector', 'tolerations', 'schedulingGates'] as const;

function validateTemplateChange({ template }: JobSpec, old: Job): FieldError[] {
	const before = old.spec.template;
	const isWaiting = old.spec.suspend === true && old.status?.['startTime'] === undefined;
	const kept = isWaiting ? withDirectives(before, template) : before;
	if (isDeepEqual(template, kept)) return [];
	const shown = internalTemplate(template as unknown as Readonly<Record<string, unknown>>);
	return [invalidError('spec.template', shown, 'field is immutable')];
}

function withDirectives(before: PodTemplate, now: PodTemplate): PodTemplate {
	const spec: Record<string, unknown> = { ...before.spec };
	for (const field of directives) {
		if (now.spec[field] === undefined) delete spec[field];
		else spec[field] = now.spec[field];
	}
	const { nodeAffinity: _old, ...others } = before.spec.affinity ?? {};
	const nodeAffinity = now.spec.affinity?.nodeAffinity;
	const affinity = { ...others, ...(nodeAffinity && { nodeAffinity }) };
	if (Object.keys(affinity).length > 0) spec['affinity'] = affinity;
	else delete spec['affinity'];
	return {
		...before,
		...(now.metadata && { metadata: now.metadata }),
		spec: spec as unknown as PodTemplate['spec']
	};
}
