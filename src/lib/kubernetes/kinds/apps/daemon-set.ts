import { isDeepEqual } from '../../deep-equal.ts';
import { defaultTemplate } from '../../defaults/workload.ts';
import type { IntOrString } from '../../int-or-string.ts';
import { type LabelSelector, selectorOf } from '../../labels/selector.ts';
import type { KubeObject } from '../../object.ts';
import type { PodTemplate } from '../../pod-template.ts';
import { age, ageColumn, column, formatLabels, nameColumn } from '../../print/printer.ts';
import { containerCells, selectorText, templateColumns } from '../../print/workload-printers.ts';
import {
	type FieldError,
	invalidError,
	notSupportedError,
	requiredError
} from '../../validation/field-error.ts';
import { validateLabelSelector } from '../../validation/label-selector.ts';
import { nonNegative } from '../../validation/metadata.ts';
import { endless, unselected, validatePodTemplate } from '../../validation/pod-template.ts';
import { amountOf, notAboveHundred, validateShare } from '../../validation/share.ts';
import { specChanges } from '../generation.ts';
import type { KindRules } from '../kind-rules.ts';

interface Rolling {
	readonly maxUnavailable?: IntOrString;
	readonly maxSurge?: IntOrString;
}

interface Spec {
	readonly selector?: LabelSelector;
	readonly template: PodTemplate;
	readonly updateStrategy: { readonly type?: string; readonly rollingUpdate?: Rolling };
	readonly minReadySeconds?: number;
	readonly revisionHistoryLimit?: number;
}

interface DaemonSet extends KubeObject {
	readonly spec: Spec;
	readonly status?: Readonly<Record<string, number | undefined>>;
}

const generationAnnotation = 'deprecated.daemonset.template.generation';

/** Models pkg/apis/apps/v1/defaults.go SetDefaults_DaemonSet. */
function defaults(object: KubeObject): KubeObject {
	const { spec } = object as DaemonSet;
	const type = spec.updateStrategy.type || 'RollingUpdate';
	const { maxUnavailable = 1, maxSurge = 0 } = spec.updateStrategy.rollingUpdate ?? {};
	return {
		...object,
		spec: {
			...spec,
			template: defaultTemplate(spec.template),
			updateStrategy:
				type === 'RollingUpdate'
					? { type, rollingUpdate: { maxUnavailable, maxSurge } }
					: { ...spec.updateStrategy, type },
			revisionHistoryLimit: spec.revisionHistoryLimit ?? 10
		}
	};
}

/** Models pkg/apis/apps/validation/validation.go ValidateDaemonSetSpec. */
function validate(object: KubeObject): FieldError[] {
	const { spec } = object as DaemonSet;
	const { selector, template } = spec;
	const at = 'spec.template';
	return [
		...validateLabelSelector(selector, 'spec.selector'),
		...mismatch(selector, template),
		...(selector && isEmpty(selector)
			? [invalidError('spec.selector', selector, 'empty selector is invalid for daemonset')]
			: []),
		...validatePodTemplate(template, at),
		...endless(template, 'DaemonSet', at),
		...nonNegative(spec.minReadySeconds, 'spec.minReadySeconds'),
		...validateStrategy(spec.updateStrategy),
		...nonNegative(spec.revisionHistoryLimit, 'spec.revisionHistoryLimit')
	];
}

function isEmpty({ matchLabels, matchExpressions }: LabelSelector): boolean {
	return Object.keys(matchLabels ?? {}).length === 0 && (matchExpressions ?? []).length === 0;
}

function mismatch(selector: LabelSelector | undefined, template: PodTemplate): FieldError[] {
	try {
		return unselected(template, selectorOf(selector), 'spec.template');
	} catch {
		return [];
	}
}

/** Models ValidateDaemonSetUpdateStrategy and ValidateRollingUpdateDaemonSet. */
function validateStrategy({ type, rollingUpdate }: Spec['updateStrategy']): FieldError[] {
	const path = 'spec.updateStrategy';
	if (type === 'OnDelete') return [];
	if (type !== 'RollingUpdate') {
		const given = { Type: type, RollingUpdate: null };
		return [notSupportedError(path, given, ['RollingUpdate', 'OnDelete'])];
	}
	if (rollingUpdate === undefined) return [requiredError(`${path}.rollingUpdate`)];
	const { maxUnavailable = 0, maxSurge = 0 } = rollingUpdate;
	const unavailableAt = `${path}.rollingUpdate.maxUnavailable`;
	const surgeAt = `${path}.rollingUpdate.maxSurge`;
	const errors = [
		...validateShare(maxUnavailable, unavailableAt),
		...validateShare(maxSurge, surgeAt),
		...notAboveHundred(maxUnavailable, unavailableAt),
		...notAboveHundred(maxSurge, surgeAt)
	];
	const [hasUnavailable, hasSurge] = [amountOf(maxUnavailable) !== 0, amountOf(maxSurge) !== 0];
	if (hasUnavailable && hasSurge) {
		const why = 'may not be set when maxUnavailable is non-zero';
		errors.push(invalidError(surgeAt, maxSurge, why));
	} else if (!hasUnavailable && !hasSurge) {
		errors.push(requiredError(unavailableAt, 'cannot be 0 when maxSurge is 0'));
	}
	return errors;
}

/** Models pkg/registry/apps/daemonset/strategy.go ValidateUpdate. */
function validateUpdate(object: KubeObject, old: KubeObject): FieldError[] {
	const { selector } = (object as DaemonSet).spec;
	const errors = validate(object);
	if (isDeepEqual(selector, (old as DaemonSet).spec.selector)) return errors;
	return [...errors, invalidError('spec.selector', selector, 'field is immutable')];
}

const counts = [
	'currentNumberScheduled',
	'numberMisscheduled',
	'desiredNumberScheduled',
	'numberReady',
	'observedGeneration',
	'updatedNumberScheduled',
	'numberAvailable',
	'numberUnavailable'
];

/** The generation of the template is an annotation that clients don't set. */
function withTemplateGeneration(object: KubeObject, generation: number): KubeObject {
	const { annotations } = object.metadata;
	const own = { [generationAnnotation]: String(generation) };
	return { ...object, metadata: { ...object.metadata, annotations: { ...annotations, ...own } } };
}

function templateGeneration({ metadata }: KubeObject): number {
	return Number(metadata.annotations?.[generationAnnotation] ?? 1);
}

export const daemonSetKind: KindRules = {
	apiVersion: 'apps/v1',
	kind: 'DaemonSet',
	defaults,
	validate,
	validateUpdate,
	validateStatus: ({ status }) =>
		counts.flatMap((field) =>
			nonNegative((status as DaemonSet['status'])?.[field], `status.${field}`)
		),
	strategy: {
		prepareForCreate: (object) =>
			withTemplateGeneration(
				{
					...object,
					status: {
						currentNumberScheduled: 0,
						numberMisscheduled: 0,
						desiredNumberScheduled: 0,
						numberReady: 0
					}
				},
				1
			),
		prepareForUpdate(updated, current) {
			const [now, before] = [updated as DaemonSet, current as DaemonSet];
			const isSame = isDeepEqual(now.spec.template, before.spec.template);
			return withTemplateGeneration(updated, templateGeneration(current) + (isSame ? 0 : 1));
		},
		changesGeneration: specChanges
	},
	printer: {
		columns: [
			nameColumn,
			column('Desired', 'integer'),
			column('Current', 'integer'),
			column('Ready', 'integer'),
			column('Up-to-date', 'integer'),
			column('Available', 'integer'),
			column('Node Selector'),
			ageColumn,
			...templateColumns
		],
		row(object, nowMs) {
			const { metadata, spec, status = {} } = object as DaemonSet;
			return [
				metadata.name ?? '',
				status['desiredNumberScheduled'] ?? 0,
				status['currentNumberScheduled'] ?? 0,
				status['numberReady'] ?? 0,
				status['updatedNumberScheduled'] ?? 0,
				status['numberAvailable'] ?? 0,
				formatLabels(spec.template.spec.nodeSelector),
				age(object, nowMs),
				...containerCells(spec.template),
				selectorText(spec.selector, '<invalid>')
			];
		}
	}
};
