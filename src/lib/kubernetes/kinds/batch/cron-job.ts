import { defaultTemplate } from '../../defaults/workload.ts';
import { isDeepEqual } from '../../deep-equal.ts';
import type { KubeObject, ObjectMeta } from '../../object.ts';
import { age, ageColumn, column, nameColumn, since, wideColumn } from '../../print/printer.ts';
import { containerCells, selectorText } from '../../print/workload-printers.ts';
import {
	type FieldError,
	invalidError,
	notSupportedError,
	requiredError
} from '../../validation/field-error.ts';
import { nonNegative } from '../../validation/metadata.ts';
import { specChanges, withStatus } from '../generation.ts';
import type { KindRules } from '../kind-rules.ts';
import { wrongSchedule } from './cron-schedule.ts';
import type { JobSpec } from './job-spec.ts';
import { validateJobSpec } from './job-validation.ts';

interface CronJob extends KubeObject {
	readonly spec: {
		readonly schedule?: string;
		readonly timeZone?: string;
		readonly startingDeadlineSeconds?: number;
		readonly concurrencyPolicy?: string;
		readonly suspend?: boolean;
		readonly successfulJobsHistoryLimit?: number;
		readonly failedJobsHistoryLimit?: number;
		readonly jobTemplate: { readonly metadata?: ObjectMeta; readonly spec: JobSpec };
	};
	readonly status?: { readonly active?: readonly unknown[]; readonly lastScheduleTime?: string };
}

/** Models pkg/apis/batch/v1/defaults.go SetDefaults_CronJob. */
function defaults(object: KubeObject): KubeObject {
	const { spec } = object as CronJob;
	const { jobTemplate } = spec;
	const template = defaultTemplate(jobTemplate.spec.template);
	return {
		...object,
		spec: {
			...spec,
			concurrencyPolicy: spec.concurrencyPolicy || 'Allow',
			suspend: spec.suspend ?? false,
			successfulJobsHistoryLimit: spec.successfulJobsHistoryLimit ?? 3,
			failedJobsHistoryLimit: spec.failedJobsHistoryLimit ?? 1,
			jobTemplate: { ...jobTemplate, spec: { ...jobTemplate.spec, template } }
		}
	};
}

/** Models pkg/apis/batch/validation/validation.go validateCronJobSpec. */
function validateSpec({ spec }: CronJob, old: CronJob | undefined): FieldError[] {
	const policies = ['Allow', 'Forbid', 'Replace'];
	const { concurrencyPolicy = '' } = spec;
	return [
		...validateSchedule(spec, old),
		...nonNegative(spec.startingDeadlineSeconds, 'spec.startingDeadlineSeconds'),
		...(old?.spec.timeZone === spec.timeZone && old ? [] : validateTimeZone(spec.timeZone)),
		...(policies.includes(concurrencyPolicy)
			? []
			: [notSupportedError('spec.concurrencyPolicy', concurrencyPolicy, policies)]),
		...validateTemplate(spec.jobTemplate.spec),
		...nonNegative(spec.successfulJobsHistoryLimit, 'spec.successfulJobsHistoryLimit'),
		...nonNegative(spec.failedJobsHistoryLimit, 'spec.failedJobsHistoryLimit')
	];
}

function validateSchedule(
	{ schedule = '', timeZone }: CronJob['spec'],
	old: CronJob | undefined
): FieldError[] {
	const path = 'spec.schedule';
	if (schedule === '') return [requiredError(path)];
	if (schedule.includes('TZ')) {
		const why =
			timeZone === undefined
				? 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead'
				: 'cannot use both timeZone field and TZ or CRON_TZ in schedule';
		return old !== undefined && isDeepEqual(old.spec.schedule, schedule)
			? []
			: [invalidError(path, schedule, why)];
	}
	const wrong = wrongSchedule(schedule);
	return wrong === undefined ? [] : [invalidError(path, schedule, wrong)];
}

const zonePart = /^[A-Za-z.\-_0-9+]{1,14}$/;

function validateTimeZone(zone: string | undefined): FieldError[] {
	const path = 'spec.timeZone';
	if (zone === undefined) return [];
	if (zone === '') return [invalidError(path, zone, 'timeZone must be nil or non-empty string')];
	const isWrong = zone
		.split('/')
		.some((part) => ['.', '..'].includes(part) || part.startsWith('-') || !zonePart.test(part));
	if (isWrong) return [invalidError(path, zone, `unknown time zone ${zone}`)];
	if (zone.toLowerCase() === 'local') {
		const why =
			'timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones';
		return [invalidError(path, zone, why)];
	}
	return isZone(zone) ? [] : [invalidError(path, zone, `unknown time zone ${zone}`)];
}

function isZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}

/** Models ValidateJobTemplateSpec. */
function validateTemplate(spec: JobSpec): FieldError[] {
	const path = 'spec.jobTemplate.spec';
	const errors = validateJobSpec(spec, path);
	if (spec.selector !== undefined) {
		const why = '`selector` will be auto-generated';
		errors.push(invalidError(`${path}.selector`, spec.selector, why));
	}
	if (spec.manualSelector === true) {
		errors.push(notSupportedError(`${path}.manualSelector`, true, ['nil', 'false']));
	}
	return errors;
}

/** A Job's name is that of its CronJob and eleven characters more. */
const longestName = 52;

export const cronJobKind: KindRules = {
	apiVersion: 'batch/v1',
	kind: 'CronJob',
	defaults,
	validate(object) {
		const { name = '' } = object.metadata;
		const errors = validateSpec(object as CronJob, undefined);
		if (name.length <= longestName) return errors;
		const why = `must be no more than ${longestName} characters`;
		return [...errors, invalidError('metadata.name', name, why)];
	},
	validateUpdate: (object, old) => validateSpec(object as CronJob, old as CronJob),
	strategy: {
		prepareForCreate: withStatus({}),
		changesGeneration: specChanges
	},
	printer: {
		columns: [
			nameColumn,
			column('Schedule'),
			column('Timezone'),
			column('Suspend', 'boolean'),
			column('Active', 'integer'),
			column('Last Schedule'),
			ageColumn,
			wideColumn('Containers'),
			wideColumn('Images'),
			wideColumn('Selector')
		],
		row(object, nowMs) {
			const { metadata, spec, status } = object as CronJob;
			const last = status?.lastScheduleTime;
			const job = (spec as Partial<typeof spec>).jobTemplate?.spec;
			return [
				metadata.name ?? '',
				spec.schedule ?? '',
				spec.timeZone ?? '<none>',
				spec.suspend === undefined ? '<unset>' : spec.suspend ? 'True' : 'False',
				status?.active?.length ?? 0,
				last ? since(last, nowMs) : '<none>',
				age(object, nowMs),
				...(job ? containerCells(job.template) : ['', '']),
				job?.selector === undefined ? '<none>' : selectorText(job.selector, '<error>')
			];
		}
	}
};
