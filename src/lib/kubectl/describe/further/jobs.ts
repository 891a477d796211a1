import { humanDuration } from '#lib/kubernetes/duration.ts';
import { formatSelector, type LabelSelector, selectorOf } from '#lib/kubernetes/labels/selector.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { PodTemplate } from '#lib/kubernetes/pod-template.ts';
import { describeEvents } from '../events.ts';
import { headingOf } from '../heading.ts';
import { describePodTemplate } from '../pod-template.ts';
import type { SmallDescriber } from '../small-kinds.ts';
import { longTime } from '../times.ts';

interface JobSpec {
	readonly selector?: LabelSelector;
	readonly template: PodTemplate;
	readonly parallelism?: number;
	readonly completions?: number;
	readonly completionMode?: string;
	readonly suspend?: boolean;
	readonly backoffLimit?: number;
	readonly ttlSecondsAfterFinished?: number;
	readonly activeDeadlineSeconds?: number;
}

interface Job extends KubeObject {
	readonly spec: JobSpec;
	readonly status?: {
		readonly startTime?: string;
		readonly completionTime?: string;
		readonly active?: number;
		readonly ready?: number;
		readonly succeeded?: number;
		readonly failed?: number;
		readonly completedIndexes?: string;
	};
}

/** Models kubectl pkg/describe/describe.go describeJob. */
export const describeJob: SmallDescriber = (object, events, nowMs) => {
	const { metadata, spec, status = {} } = object as Job;
	const description = headingOf(object, [
		`Selector:\t${formatSelector(selectorOf(spec.selector))}`
	]);
	const field = (title: string, value: string | number | boolean | undefined): void => {
		if (value !== undefined) description.line(0, `${title}:\t${value}`);
	};
	const owner = metadata.ownerReferences?.find(({ controller }) => controller);
	if (owner !== undefined) field('Controlled By', `${owner.kind}/${owner.name}`);
	field('Parallelism', spec.parallelism);
	field('Completions', spec.completions ?? '<unset>');
	field('Completion Mode', spec.completionMode);
	field('Suspend', spec.suspend);
	field('Backoff Limit', spec.backoffLimit);
	field('TTL Seconds After Finished', spec.ttlSecondsAfterFinished);
	const { startTime, completionTime } = status;
	if (startTime !== undefined) field('Start Time', longTime(startTime));
	if (completionTime !== undefined) field('Completed At', longTime(completionTime));
	if (startTime !== undefined && completionTime !== undefined) {
		field('Duration', humanDuration(Date.parse(completionTime) - Date.parse(startTime)));
	}
	const deadline = spec.activeDeadlineSeconds;
	if (deadline !== undefined) field('Active Deadline Seconds', `${deadline}s`);
	const ready = status.ready === undefined ? '' : ` (${status.ready} Ready)`;
	field(
		'Pods Statuses',
		`${status.active ?? 0} Active${ready} / ${status.succeeded ?? 0} Succeeded / ${status.failed ?? 0} Failed`
	);
	if (spec.completionMode === 'Indexed') {
		field('Completed Indexes', cappedIndexes(status.completedIndexes ?? ''));
	}
	describePodTemplate(description, spec.template);
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
};

const indexesShown = 50;

/** Models capIndexesListOrNone. */
function cappedIndexes(indexes: string): string {
	if (indexes === '') return '<none>';
	const comma = indexes.indexOf(',', indexesShown);
	return comma < 0 ? indexes : `${indexes.slice(0, comma + 1)}...`;
}

interface CronJob extends KubeObject {
	readonly spec: {
		readonly schedule?: string;
		readonly concurrencyPolicy?: string;
		readonly suspend?: boolean;
		readonly successfulJobsHistoryLimit?: number;
		readonly failedJobsHistoryLimit?: number;
		readonly startingDeadlineSeconds?: number;
		readonly jobTemplate: { readonly spec: JobSpec };
	};
	readonly status?: {
		readonly lastScheduleTime?: string;
		readonly active?: readonly { readonly name?: string }[];
	};
}

/** Models describeCronJob, describeJobTemplate. */
export const describeCronJob: SmallDescriber = (object, events, nowMs) => {
	const { spec, status = {} } = object as CronJob;
	const description = headingOf(object);
	const field = (title: string, value: string | number | undefined): void =>
		description.line(0, `${title}:\t${value ?? '<unset>'}`);
	const seconds = (value: number | undefined): string | undefined =>
		value === undefined ? undefined : `${value}s`;
	field('Schedule', spec.schedule ?? '');
	field('Concurrency Policy', spec.concurrencyPolicy ?? '');
	field('Suspend', spec.suspend === undefined ? undefined : spec.suspend ? 'True' : 'False');
	field('Successful Job History Limit', spec.successfulJobsHistoryLimit);
	field('Failed Job History Limit', spec.failedJobsHistoryLimit);
	field('Starting Deadline Seconds', seconds(spec.startingDeadlineSeconds));
	const job = spec.jobTemplate.spec;
	field('Selector', job.selector && formatSelector(selectorOf(job.selector)));
	field('Parallelism', job.parallelism);
	field('Completions', job.completions);
	if (job.activeDeadlineSeconds !== undefined) {
		field('Active Deadline Seconds', seconds(job.activeDeadlineSeconds));
	}
	describePodTemplate(description, job.template);
	const last = status.lastScheduleTime;
	field('Last Schedule Time', last === undefined ? undefined : longTime(last));
	const active = (status.active ?? []).map(({ name = '' }) => name);
	field('Active Jobs', active.join(', ') || '<none>');
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
};
