import { isDeepEqual } from '../../deep-equal.ts';
import { defaultTemplate } from '../../defaults/workload.ts';
import { type LabelSelector, selectorOf } from '../../labels/selector.ts';
import type { KubeObject } from '../../object.ts';
import type { PodTemplate } from '../../pod-template.ts';
import { age, ageColumn, column, nameColumn, wideColumn } from '../../print/printer.ts';
import { containerCells } from '../../print/workload-printers.ts';
import {
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError,
	requiredError
} from '../../validation/field-error.ts';
import { validateLabelSelector } from '../../validation/label-selector.ts';
import { nonNegative, ruled } from '../../validation/metadata.ts';
import { dns1123Label } from '../../validation/name-rules.ts';
import { endless, unselected, validatePodTemplate } from '../../validation/pod-template.ts';
import { specChanges, withStatus } from '../generation.ts';
import type { KindRules } from '../kind-rules.ts';
import { defaultClaim } from '../storage/claim-defaults.ts';

interface Spec {
	readonly replicas?: number;
	readonly selector?: LabelSelector;
	readonly template: PodTemplate;
	readonly serviceName?: string;
	readonly podManagementPolicy?: string;
	readonly updateStrategy: {
		readonly type?: string;
		readonly rollingUpdate?: { readonly partition?: number };
	};
	readonly persistentVolumeClaimRetentionPolicy?: {
		readonly whenDeleted?: string;
		readonly whenScaled?: string;
	};
	readonly volumeClaimTemplates?: readonly KubeObject[];
	readonly ordinals?: { readonly start?: number };
	readonly revisionHistoryLimit?: number;
	readonly minReadySeconds?: number;
}

interface StatefulSet extends KubeObject {
	readonly spec: Spec;
	readonly status?: { readonly readyReplicas?: number };
}

/** Models pkg/apis/apps/v1/defaults.go SetDefaults_StatefulSet. */
function defaults(object: KubeObject): KubeObject {
	const { spec } = object as StatefulSet;
	const { type = 'RollingUpdate', rollingUpdate } = spec.updateStrategy;
	const retention = spec.persistentVolumeClaimRetentionPolicy;
	return {
		...object,
		spec: {
			...spec,
			podManagementPolicy: spec.podManagementPolicy || 'OrderedReady',
			updateStrategy:
				type === 'RollingUpdate'
					? { type, rollingUpdate: { ...rollingUpdate, partition: rollingUpdate?.partition ?? 0 } }
					: { ...spec.updateStrategy, type },
			persistentVolumeClaimRetentionPolicy: {
				whenDeleted: retention?.whenDeleted || 'Retain',
				whenScaled: retention?.whenScaled || 'Retain'
			},
			replicas: spec.replicas ?? 1,
			revisionHistoryLimit: spec.revisionHistoryLimit ?? 10,
			template: defaultTemplate(spec.template),
			...(spec.volumeClaimTemplates && {
				volumeClaimTemplates: spec.volumeClaimTemplates.map((claim) =>
					defaultClaim({ ...claim, kind: 'PersistentVolumeClaim', apiVersion: 'v1' })
				)
			})
		}
	};
}

/** Models pkg/apis/apps/validation/validation.go ValidateStatefulSetSpec. */
function validate(object: KubeObject): FieldError[] {
	const { spec } = object as StatefulSet;
	return [
		...validatePolicies(spec),
		...nonNegative(spec.replicas, 'spec.replicas'),
		...nonNegative(spec.minReadySeconds, 'spec.minReadySeconds'),
		...nonNegative(spec.ordinals?.start, 'spec.ordinals.start'),
		...validateSelector(spec),
		...(spec.serviceName ? ruled(dns1123Label, spec.serviceName, 'spec.serviceName') : [])
	];
}

function validatePolicies(spec: Spec): FieldError[] {
	const errors: FieldError[] = [];
	const {
		podManagementPolicy: policy,
		updateStrategy,
		persistentVolumeClaimRetentionPolicy
	} = spec;
	if (policy !== 'OrderedReady' && policy !== 'Parallel') {
		const why = "must be 'OrderedReady' or 'Parallel'";
		errors.push(invalidError('spec.podManagementPolicy', policy, why));
	}
	const { type, rollingUpdate } = updateStrategy;
	const at = 'spec.updateStrategy';
	if (type === 'OnDelete') {
		if (rollingUpdate !== undefined) {
			const given = { Partition: rollingUpdate.partition ?? 0, MaxUnavailable: null };
			const why = "only allowed for updateStrategy 'RollingUpdate'";
			errors.push(invalidError(`${at}.rollingUpdate`, given, why));
		}
	} else if (type === 'RollingUpdate') {
		errors.push(...nonNegative(rollingUpdate?.partition, `${at}.rollingUpdate.partition`));
	} else {
		const why = "must be 'RollingUpdate' or 'OnDelete'";
		errors.push(invalidError(at, { Type: type, RollingUpdate: null }, why));
	}
	for (const when of ['whenDeleted', 'whenScaled'] as const) {
		const value = persistentVolumeClaimRetentionPolicy?.[when];
		if (value === 'Retain' || value === 'Delete') continue;
		const field = `spec.persistentVolumeClaimRetentionPolicy.${when}`;
		errors.push(notSupportedError(field, value, ['Retain', 'Delete']));
	}
	return errors;
}

function validateSelector({ selector, template, volumeClaimTemplates = [] }: Spec): FieldError[] {
	const path = 'spec.selector';
	const errors: FieldError[] = [];
	if (selector === undefined) errors.push(requiredError(path));
	else {
		errors.push(...validateLabelSelector(selector, path));
		const isEmpty =
			Object.keys(selector.matchLabels ?? {}).length === 0 &&
			(selector.matchExpressions ?? []).length === 0;
		if (isEmpty) {
			errors.push(invalidError(path, selector, 'empty selector is invalid for statefulset'));
		}
	}
	try {
		const parsed = selectorOf(selector);
		const at = 'spec.template';
		if (selector === undefined || parsed.length > 0) {
			errors.push(...unselected(template, parsed, at));
		}
		errors.push(...validatePodTemplate(withClaims(template, volumeClaimTemplates), at));
	} catch {
		errors.push(invalidError(path, selector, ''));
	}
	return [...errors, ...endless(template, 'StatefulSet', 'spec.template')];
}

/** The template with the volumes that the controller will make of the claims: containers may mount them. */
function withClaims(template: PodTemplate, claims: readonly KubeObject[]): PodTemplate {
	if (claims.length === 0) return template;
	const { volumes = [] } = template.spec;
	const made = claims
		.map(({ metadata }) => metadata.name ?? '')
		.filter((name) => !volumes.some((volume) => volume.name === name))
		.map((name) => ({ name, persistentVolumeClaim: { claimName: name } }));
	return { ...template, spec: { ...template.spec, volumes: [...volumes, ...made] } };
}

const mutable = [
	'replicas',
	'template',
	'updateStrategy',
	'persistentVolumeClaimRetentionPolicy',
	'minReadySeconds',
	'ordinals',
	'revisionHistoryLimit'
] as const;

/** Models ValidateStatefulSetUpdate. */
function validateUpdate(object: KubeObject, old: KubeObject): FieldError[] {
	const { spec } = object as StatefulSet;
	const before = (old as StatefulSet).spec;
	const kept = Object.fromEntries(mutable.map((field) => [field, before[field]]));
	const asBefore = { ...spec, ...kept };
	for (const field of mutable) if (before[field] === undefined) delete asBefore[field];
	const errors = validate(object);
	if (isDeepEqual(asBefore, before)) return errors;
	const why =
		"updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden";
	return [...errors, forbiddenError('spec', why)];
}

export const statefulSetKind: KindRules = {
	apiVersion: 'apps/v1',
	kind: 'StatefulSet',
	nameRule: dns1123Label,
	defaults,
	validate,
	validateUpdate,
	strategy: {
		prepareForCreate: withStatus({ replicas: 0, availableReplicas: 0 }),
		changesGeneration: specChanges
	},
	printer: {
		columns: [
			nameColumn,
			column('Ready'),
			ageColumn,
			wideColumn('Containers'),
			wideColumn('Images')
		],
		row(object, nowMs) {
			const { metadata, spec, status } = object as StatefulSet;
			return [
				metadata.name ?? '',
				`${status?.readyReplicas ?? 0}/${spec.replicas ?? 0}`,
				age(object, nowMs),
				...containerCells(spec.template)
			];
		}
	}
};
