import { isDeepEqual } from '../../deep-equal.ts';
import type { KubeObject } from '../../object.ts';
import type { Condition } from '../../pod.ts';
import {
	duplicateError,
	type FieldError,
	invalidError,
	invalidWhole,
	requiredError
} from '../../validation/field-error.ts';
import { nonNegative } from '../../validation/metadata.ts';
import { validateStatusIndexes } from './job-status-indexes.ts';
import type { Job, JobSpec } from './job-spec.ts';

/** What a Job's controller says of it. */
export interface JobStatus {
	readonly active?: number;
	readonly succeeded?: number;
	readonly failed?: number;
	readonly ready?: number;
	readonly terminating?: number;
	readonly startTime?: string;
	readonly completionTime?: string;
	readonly completedIndexes?: string;
	readonly failedIndexes?: string;
	readonly uncountedTerminatedPods?: {
		readonly succeeded?: readonly string[];
		readonly failed?: readonly string[];
	};
	readonly conditions?: readonly Condition[];
}

const conditionsField = 'status.conditions';

function has({ conditions = [] }: JobStatus, type: string): boolean {
	return conditions.some((one) => one.type === type && one.status === 'True');
}

function isFinished(status: JobStatus): boolean {
	return has(status, 'Complete') || has(status, 'Failed');
}

/**
 * What is wrong with a change of a Job's status. Most rules look only at what changed, so that a controller can mend what
 * someone broke by changing the spec.
 *
 * Models pkg/apis/batch/validation/validation.go ValidateJobStatusUpdate and pkg/registry/batch/job/strategy.go
 * getStatusValidationOptions.
 */
export function validateJobStatus(object: KubeObject, old: KubeObject): FieldError[] {
	const { spec, status = {} } = object as Job;
	const before = ((old as Job).status ?? {}) as JobStatus;
	const now = status as JobStatus;
	return [
		...validateCounts(now),
		...validateEnd(now, before),
		...validateStatusIndexes(spec, now, before),
		...validateAfterwards(now, before),
		...validateSuccess(spec, now),
		...validateTransition(spec, now, before)
	];
}

function validateCounts(status: JobStatus): FieldError[] {
	const counts = ['active', 'succeeded', 'failed', 'ready', 'terminating'] as const;
	const { succeeded = [], failed = [] } = status.uncountedTerminatedPods ?? {};
	const known = new Set<string>();
	const uncounted = (uids: readonly string[], field: string): FieldError[] =>
		uids.flatMap((uid, index) => {
			const path = `status.uncountedTerminatedPods.${field}[${index}]`;
			if (uid === '') return [invalidError(path, uid, 'must not be empty')];
			if (known.has(uid)) return [duplicateError(path, uid)];
			known.add(uid);
			return [];
		});
	return [
		...counts.flatMap((count) => nonNegative(status[count], `status.${count}`)),
		...uncounted(succeeded, 'succeeded'),
		...uncounted(failed, 'failed')
	];
}

/** What goes with the end of a Job, and what doesn't. */
function validateEnd(now: JobStatus, before: JobStatus): FieldError[] {
	const errors: FieldError[] = [];
	const whole = (why: string): void => void errors.push(invalidWhole(conditionsField, why));
	const changes = (...types: readonly string[]): boolean =>
		types.some((type) => has(now, type) !== has(before, type));
	const isComplete = has(now, 'Complete');
	const { startTime, completionTime } = now;
	const startChanges = startTime !== before.startTime;
	const completionChanges = completionTime !== before.completionTime;
	const finishes = isFinished(now) !== isFinished(before);

	if (changes('Complete', 'Failed') && isComplete && has(now, 'Failed')) {
		whole('cannot set Complete=True and Failed=true conditions');
	}
	if (changes('Complete', 'FailureTarget') && isComplete && has(now, 'FailureTarget')) {
		whole('cannot set Complete=True and FailureTarget=true conditions');
	}
	if (changes('Complete') || completionChanges) {
		const field = 'status.completionTime';
		if (completionTime !== undefined && !isComplete) {
			const why = 'cannot set completionTime when there is no Complete=True condition';
			errors.push(invalidError(field, completionTime, why));
		}
		if (completionTime === undefined && isComplete) {
			errors.push(requiredError(field, 'completionTime is required for Complete jobs'));
		}
	}
	const isEarly =
		startTime !== undefined &&
		completionTime !== undefined &&
		Date.parse(completionTime) < Date.parse(startTime);
	if ((startChanges || completionChanges) && isEarly) {
		const why = 'completionTime cannot be set before startTime';
		errors.push(invalidError('status.completionTime', completionTime, why));
	}
	if (changes('Failed', 'FailureTarget') && has(now, 'Failed') && !has(now, 'FailureTarget')) {
		whole('cannot set Failed=True condition without the FailureTarget=true condition');
	}
	const isMet = has(now, 'SuccessCriteriaMet');
	if (changes('Complete', 'SuccessCriteriaMet') && isComplete && !isMet) {
		whole('cannot set Complete=True condition without the SuccessCriteriaMet=true condition');
	}
	if (!isFinished(now)) return errors;
	const { active = 0, uncountedTerminatedPods: uncounted } = now;
	if ((finishes || active !== (before.active ?? 0)) && active > 0) {
		errors.push(invalidError('status.active', active, 'active>0 is invalid for finished job'));
	}
	if ((finishes || startChanges) && startTime === undefined) {
		errors.push(requiredError('status.startTime', 'startTime is required for finished job'));
	}
	const isCounted = (uncounted?.failed ?? []).length + (uncounted?.succeeded ?? []).length === 0;
	const uncountedChanges = !isDeepEqual(uncounted, before.uncountedTerminatedPods);
	if ((finishes || uncountedChanges) && !isCounted) {
		const why = 'uncountedTerminatedPods needs to be empty for finished job';
		const { succeeded = null, failed = null } = uncounted ?? {};
		const shown = { Succeeded: succeeded, Failed: failed };
		errors.push(invalidError('status.uncountedTerminatedPods', shown, why));
	}
	return errors;
}

function validateAfterwards(now: JobStatus, before: JobStatus): FieldError[] {
	const errors: FieldError[] = [];
	const { terminating = 0, ready, active = 0 } = now;
	const finishes = isFinished(now) !== isFinished(before);
	const terminatingChanges = now.terminating !== before.terminating;
	if ((finishes || terminatingChanges) && terminating > 0 && isFinished(now)) {
		const why = 'terminating>0 is invalid for finished job';
		errors.push(invalidError('status.terminating', terminating, why));
	}
	const countChanges = ready !== before.ready || active !== (before.active ?? 0);
	if (countChanges && ready !== undefined && ready > active) {
		errors.push(invalidError('status.ready', ready, 'cannot set more ready pods than active'));
	}
	return errors;
}

function validateSuccess({ successPolicy }: JobSpec, now: JobStatus): FieldError[] {
	const isMet = has(now, 'SuccessCriteriaMet');
	const why = [
		isMet && has(now, 'Failed') && 'cannot set SuccessCriteriaMet=True and Failed=true conditions',
		isMet &&
			has(now, 'FailureTarget') &&
			'cannot set SuccessCriteriaMet=True and FailureTarget=true conditions',
		successPolicy !== undefined &&
			!isMet &&
			has(now, 'Complete') &&
			'cannot set Complete=True for Job with SuccessPolicy unless SuccessCriteriaMet=True'
	];
	return why.flatMap((one) => (one === false ? [] : [invalidWhole(conditionsField, one)]));
}

/** What can't be taken back. */
function validateTransition(spec: JobSpec, now: JobStatus, before: JobStatus): FieldError[] {
	const errors: FieldError[] = [];
	for (const type of ['Failed', 'Complete', 'FailureTarget']) {
		if (has(before, type) && !has(now, type)) {
			const why = `cannot disable the terminal ${type}=True condition`;
			errors.push(invalidWhole(conditionsField, why));
		}
	}
	const { failed = 0, succeeded = 0, completionTime, startTime } = now;
	if (failed < (before.failed ?? 0)) {
		errors.push(invalidError('status.failed', failed, 'cannot decrease the failed counter'));
	}
	const isElastic = spec.completionMode === 'Indexed' && spec.completions === spec.parallelism;
	if (!isElastic && succeeded < (before.succeeded ?? 0)) {
		const why = 'cannot decrease the succeeded counter';
		errors.push(invalidError('status.succeeded', succeeded, why));
	}
	const had = before.completionTime;
	if (completionTime !== undefined && had !== undefined && completionTime !== had) {
		const why = 'completionTime cannot be mutated';
		errors.push(invalidError('status.completionTime', completionTime, why));
	}
	if (before.startTime !== undefined && startTime !== before.startTime && !spec.suspend) {
		const why = 'startTime cannot be removed for unsuspended job';
		errors.push(requiredError('status.startTime', why));
	}
	const wasMet = has(before, 'SuccessCriteriaMet');
	const isMet = has(now, 'SuccessCriteriaMet');
	if (wasMet && !isMet) {
		errors.push(
			invalidWhole(conditionsField, 'cannot disable the SuccessCriteriaMet=True condition')
		);
	}
	if (has(before, 'Complete') && !wasMet && isMet) {
		const why = 'cannot set SuccessCriteriaMet=True for Job already has Complete=true conditions';
		errors.push(invalidWhole(conditionsField, why));
	}
	return errors;
}
