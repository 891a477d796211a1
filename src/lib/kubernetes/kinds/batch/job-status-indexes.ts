import { type FieldError, invalidError } from '../../validation/field-error.ts';
import { jobIndexes } from './job-indexes.ts';
import type { JobSpec } from './job-spec.ts';
import type { JobStatus } from './job-status.ts';

/** What is wrong with the indexes that a Job's status names, if they have changed. Models validateJobStatus. */
export function validateStatusIndexes(
	spec: JobSpec,
	now: JobStatus,
	before: JobStatus
): FieldError[] {
	const errors: FieldError[] = [];
	const { completedIndexes: completed = '', failedIndexes: failed } = now;
	const { completions, backoffLimitPerIndex: limit } = spec;
	const completedChanges = completed !== (before.completedIndexes ?? '');
	const failedChanges = failed !== before.failedIndexes;
	const parse = (field: string, text: string): void => {
		const parsed = jobIndexes(text, completions ?? 0);
		if (!('why' in parsed)) return;
		errors.push(invalidError(`status.${field}`, text, `error parsing ${field}: ${parsed.why}`));
	};
	if (completedChanges && completions !== undefined) parse('completedIndexes', completed);
	if (failedChanges && completions !== undefined && limit !== undefined && failed !== undefined) {
		parse('failedIndexes', failed);
	}
	if (completedChanges && completed !== '' && spec.completionMode !== 'Indexed') {
		const why = 'cannot set non-empty completedIndexes when non-indexed completion mode';
		errors.push(invalidError('status.completedIndexes', completed, why));
	}
	if (failedChanges && limit === undefined && failed !== undefined) {
		const why = 'cannot set non-null failedIndexes when backoffLimitPerIndex is null';
		errors.push(invalidError('status.failedIndexes', failed, why));
	}
	if ((failedChanges || completedChanges) && completions !== undefined && failed !== undefined) {
		const why = overlap(completed, failed, completions);
		if (why !== undefined) errors.push(invalidError('status.failedIndexes', failed, why));
	}
	return errors;
}

/** Models validateFailedIndexesNotOverlapCompleted. */
function overlap(completed: string, failed: string, completions: number): string | undefined {
	if (completed === '' || failed === '') return undefined;
	const done = jobIndexes(completed, completions);
	const given = jobIndexes(failed, completions);
	if ('why' in done || 'why' in given) return undefined;
	for (const [first, last] of done.all) {
		const other = given.all.find(([from, to]) => from <= last && first <= to);
		if (other === undefined) continue;
		return `failedIndexes and completedIndexes overlap at index: ${Math.max(first, other[0])}`;
	}
	return undefined;
}
