import { defaultTemplate } from '../../defaults/workload.ts';
import type { KubeObject } from '../../object.ts';
import type { FailureRule, Job } from './job-spec.ts';

/** Models pkg/apis/batch/v1/defaults.go SetDefaults_Job. */
export function defaultJob(object: KubeObject): KubeObject {
	const { metadata, spec } = object as Job;
	const isPlain = spec.completions === undefined && spec.parallelism === undefined;
	const { podFailurePolicy: policy } = spec;
	const labels = spec.template.metadata?.labels;
	return {
		...object,
		metadata: labels && metadata.labels === undefined ? { ...metadata, labels } : metadata,
		spec: {
			...spec,
			...(isPlain && { completions: 1 }),
			parallelism: spec.parallelism ?? 1,
			backoffLimit:
				spec.backoffLimit ?? (spec.backoffLimitPerIndex === undefined ? 6 : 2 ** 31 - 1),
			completionMode: spec.completionMode ?? 'NonIndexed',
			suspend: spec.suspend ?? false,
			manualSelector: spec.manualSelector ?? false,
			podReplacementPolicy:
				spec.podReplacementPolicy ?? (policy === undefined ? 'TerminatingOrFailed' : 'Failed'),
			...(policy && {
				podFailurePolicy: { ...policy, rules: (policy.rules ?? []).map(defaultRule) }
			}),
			template: defaultTemplate(spec.template)
		}
	};
}

function defaultRule(rule: FailureRule): FailureRule {
	const { onPodConditions } = rule;
	if (onPodConditions === undefined) return rule;
	return {
		...rule,
		onPodConditions: onPodConditions.map((one) => ({ ...one, status: one.status || 'True' }))
	};
}

const uidLabel = 'batch.kubernetes.io/controller-uid';

/** A Job that doesn't choose its Pods itself is given labels that are its own. Models pkg/registry/batch/job/strategy.go generateSelector. */
export function withGeneratedSelector(object: KubeObject): KubeObject {
	const { metadata, spec } = object as Job;
	if (spec.manualSelector === true) return { ...object, status: {} };
	const { uid = '', name = '' } = metadata;
	const { template, selector } = spec;
	const labels = {
		'batch.kubernetes.io/job-name': name,
		'job-name': name,
		'controller-uid': uid,
		...template.metadata?.labels,
		[uidLabel]: template.metadata?.labels?.[uidLabel] ?? uid
	};
	return {
		...object,
		metadata: metadata.labels === undefined ? { ...metadata, labels } : metadata,
		spec: {
			...spec,
			selector: {
				...selector,
				matchLabels: {
					...selector?.matchLabels,
					[uidLabel]: selector?.matchLabels?.[uidLabel] ?? uid
				}
			},
			template: { ...template, metadata: { ...template.metadata, labels } }
		},
		status: {}
	};
}
