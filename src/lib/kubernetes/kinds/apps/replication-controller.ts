import { defaultTemplate } from '../../defaults/workload.ts';
import type { KubeObject } from '../../object.ts';
import type { PodTemplate } from '../../pod-template.ts';
import { age, ageColumn, column, formatLabels, nameColumn } from '../../print/printer.ts';
import { containerCells, templateColumns } from '../../print/workload-printers.ts';
import { type FieldError, requiredError } from '../../validation/field-error.ts';
import { nonNegative } from '../../validation/metadata.ts';
import { validateControlled } from '../../validation/pod-template.ts';
import { specChanges, withStatus } from '../generation.ts';
import type { KindRules } from '../kind-rules.ts';

interface ReplicationController extends KubeObject {
	readonly spec: {
		readonly replicas?: number;
		readonly minReadySeconds?: number;
		readonly selector?: Readonly<Record<string, string>>;
		readonly template?: PodTemplate;
	};
	readonly status?: { readonly replicas?: number; readonly readyReplicas?: number };
}

/** Models pkg/apis/core/v1/defaults.go SetDefaults_ReplicationController. */
function defaults(object: KubeObject): KubeObject {
	const { metadata, spec } = object as ReplicationController;
	const labels = spec.template?.metadata?.labels ?? {};
	const hasLabels = Object.keys(labels).length > 0;
	return {
		...object,
		metadata: hasLabels && metadata.labels === undefined ? { ...metadata, labels } : metadata,
		spec: {
			...spec,
			replicas: spec.replicas ?? 1,
			...(hasLabels && spec.selector === undefined && { selector: labels }),
			...(spec.template && { template: defaultTemplate(spec.template) })
		}
	};
}

/** Models pkg/apis/core/validation/validation.go ValidateReplicationControllerSpec. */
function validate(object: KubeObject): FieldError[] {
	const {
		replicas,
		minReadySeconds,
		selector = {},
		template
	} = (object as ReplicationController).spec;
	return [
		...nonNegative(minReadySeconds, 'spec.minReadySeconds'),
		...(Object.keys(selector).length === 0 ? [requiredError('spec.selector')] : []),
		...nonNegative(replicas, 'spec.replicas'),
		...(template === undefined
			? [requiredError('spec.template')]
			: validateControlled(
					template,
					// Its keys are not looked at, as upstream's labels.Set.AsSelector doesn't.
					Object.entries(selector).map(([key, value]) => ({ key, operator: '=', values: [value] })),
					'ReplicationController'
				))
	];
}

export const replicationControllerKind: KindRules = {
	apiVersion: 'v1',
	kind: 'ReplicationController',
	defaults,
	validate,
	strategy: {
		prepareForCreate: withStatus({ replicas: 0 }),
		changesGeneration: specChanges,
		orphansDependents: true
	},
	printer: {
		columns: [
			nameColumn,
			column('Desired', 'integer'),
			column('Current', 'integer'),
			column('Ready', 'integer'),
			ageColumn,
			...templateColumns
		],
		row(object, nowMs) {
			const { metadata, spec, status } = object as ReplicationController;
			return [
				metadata.name ?? '',
				spec.replicas ?? 0,
				status?.replicas ?? 0,
				status?.readyReplicas ?? 0,
				age(object, nowMs),
				...(spec.template ? containerCells(spec.template) : ['', '']),
				formatLabels(spec.selector)
			];
		}
	}
};
