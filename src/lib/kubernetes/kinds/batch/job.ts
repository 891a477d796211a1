import { humanDuration } from '../../duration.ts';
import type { KubeObject } from '../../object.ts';
import { age, ageColumn, column, nameColumn } from '../../print/printer.ts';
import { containerCells, selectorText, templateColumns } from '../../print/workload-printers.ts';
import { specChanges } from '../generation.ts';
import type { KindRules } from '../kind-rules.ts';
import { defaultJob, withGeneratedSelector } from './job-defaults.ts';
import type { Job } from './job-spec.ts';
import { type JobStatus, validateJobStatus } from './job-status.ts';
import { validateJob, validateJobUpdate } from './job-validation.ts';

/** Models pkg/printers/internalversion/printers.go printJob. */
function cells(object: KubeObject, nowMs: number): readonly unknown[] {
	const { metadata, spec } = object as Job;
	const status = (object['status'] ?? {}) as JobStatus;
	return [
		metadata.name ?? '',
		statusOf(object, status),
		completionsOf(object as Job, status),
		durationOf(status, nowMs),
		age(object, nowMs),
		...containerCells(spec.template),
		selectorText(spec.selector, '<none>') || '<none>'
	];
}

/** Models jobConditions: what is true of it, the last of these words first. */
function statusOf({ metadata }: KubeObject, { conditions = [] }: JobStatus): string {
	const isTrue = (type: string): boolean =>
		conditions.some((condition) => condition.type === type && condition.status === 'True');
	if (isTrue('Complete')) return 'Complete';
	if (isTrue('Failed')) return 'Failed';
	if (metadata.deletionTimestamp !== undefined) return 'Terminating';
	if (isTrue('Suspended')) return 'Suspended';
	if (isTrue('FailureTarget')) return 'FailureTarget';
	return isTrue('SuccessCriteriaMet') ? 'SuccessCriteriaMet' : 'Running';
}

function completionsOf({ spec }: Job, { succeeded = 0 }: JobStatus): string {
	if (typeof spec.completions === 'number') return `${succeeded}/${spec.completions}`;
	const { parallelism = 0 } = spec;
	return parallelism > 1 ? `${succeeded}/1 of ${parallelism}` : `${succeeded}/1`;
}

function durationOf({ startTime, completionTime }: JobStatus, nowMs: number): string {
	if (!startTime) return '';
	const endMs = completionTime ? Date.parse(completionTime) : nowMs;
	return humanDuration(endMs - Date.parse(startTime));
}

export const jobKind: KindRules = {
	apiVersion: 'batch/v1',
	kind: 'Job',
	defaults: defaultJob,
	validate: validateJob,
	validateUpdate: validateJobUpdate,
	validateStatus: validateJobStatus,
	strategy: {
		prepareForCreate: withGeneratedSelector,
		changesGeneration: specChanges,
		orphansDependents: true,
		deletionWarning:
			'child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to remove them or set propagationPolicy=Orphan to suppress this warning'
	},
	printer: {
		columns: [
			nameColumn,
			column('Status'),
			column('Completions'),
			column('Duration'),
			ageColumn,
			...templateColumns
		],
		row: cells
	}
};
