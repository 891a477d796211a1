import type { KubeObject } from '../../object.ts';
import { age, ageColumn, column, nameColumn } from '../../print/printer.ts';
import type { KindRules } from '../kind-rules.ts';
import { withStatus } from '../generation.ts';
import type { Autoscaler, Metric, ScalingRules, Source } from './autoscaler.ts';
import { firstVersion } from './autoscaler-v1.ts';
import { validateAutoscaler, validateAutoscalerStatus } from './autoscaler-validation.ts';

const up: ScalingRules = {
	stabilizationWindowSeconds: 0,
	selectPolicy: 'Max',
	policies: [
		{ type: 'Pods', value: 4, periodSeconds: 15 },
		{ type: 'Percent', value: 100, periodSeconds: 15 }
	]
};
const down: ScalingRules = {
	selectPolicy: 'Max',
	policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }]
};

/** Models pkg/apis/autoscaling/v2/defaults.go SetDefaults_HorizontalPodAutoscaler. */
function defaults(object: KubeObject): KubeObject {
	const { spec } = object as Autoscaler;
	const { metrics = [], behavior } = spec;
	const target = { type: 'Utilization', averageUtilization: 80 };
	return {
		...object,
		spec: {
			...spec,
			minReplicas: spec.minReplicas ?? 1,
			metrics:
				metrics.length > 0 ? metrics : [{ type: 'Resource', resource: { name: 'cpu', target } }],
			...(behavior && {
				behavior: {
					scaleUp: { ...up, ...behavior.scaleUp },
					scaleDown: { ...down, ...behavior.scaleDown }
				}
			})
		}
	};
}

const most = 2;

/** Models pkg/printers/internalversion/printers.go formatHPAMetrics. */
function metricsText({ spec, status }: Autoscaler): string {
	const { metrics = [] } = spec;
	if (metrics.length === 0) return '<none>';
	const texts = metrics.map((metric, index) =>
		metricText(metric, (status?.currentMetrics ?? [])[index])
	);
	const shown = texts.slice(0, most).join(', ');
	return texts.length > most ? `${shown} + ${texts.length - most} more...` : shown;
}

function metricText(metric: Metric, now: Metric | undefined): string {
	switch (metric.type) {
		case 'External':
			return perPod(metric.external!, now?.external, now !== undefined);
		case 'Pods':
			return `${now?.pods?.current?.averageValue ?? '<unknown>'}/${metric.pods!.target.averageValue}`;
		case 'Object':
			return perPod(metric.object!, now?.object, now !== undefined);
		case 'Resource':
			return usage(metric.resource!, now?.resource);
		case 'ContainerResource':
			return usage(metric.containerResource!, now?.containerResource);
		default:
			return '<unknown type>';
	}
}

function perPod({ target }: Source, now: Source | undefined, isKnown: boolean): string {
	const { averageValue, value } = target;
	if (averageValue !== undefined) {
		return `${(isKnown && now?.current?.averageValue) || '<unknown>'}/${averageValue} (avg)`;
	}
	return `${(isKnown && now?.current?.value) || '<unknown>'}/${value}`;
}

function usage({ name, target }: Source, now: Source | undefined): string {
	const { averageValue, averageUtilization } = target;
	if (averageValue !== undefined) {
		return `${name}: ${now?.current?.averageValue ?? '<unknown>'}/${averageValue}`;
	}
	const current = now?.current?.averageUtilization;
	const shown = current === undefined ? '<unknown>' : `${current}%`;
	return `${name}: ${shown}/${averageUtilization === undefined ? '<auto>' : `${averageUtilization}%`}`;
}

export const horizontalPodAutoscalerKind: KindRules = {
	apiVersion: 'autoscaling/v2',
	kind: 'HorizontalPodAutoscaler',
	defaults,
	otherVersions: [firstVersion],
	validate: validateAutoscaler,
	validateStatus: validateAutoscalerStatus,
	strategy: { prepareForCreate: withStatus({ desiredReplicas: 0, currentMetrics: null }) },
	printer: {
		columns: [
			nameColumn,
			column('Reference'),
			column('Targets'),
			column('MinPods'),
			column('MaxPods'),
			column('Replicas'),
			ageColumn
		],
		row(object, nowMs) {
			const autoscaler = object as Autoscaler;
			const { metadata, spec, status } = autoscaler;
			const { scaleTargetRef: target } = spec;
			return [
				metadata.name ?? '',
				`${target.kind}/${target.name}`,
				metricsText(autoscaler),
				String(spec.minReplicas ?? '<unset>'),
				spec.maxReplicas,
				status?.currentReplicas ?? 0,
				age(object, nowMs)
			];
		}
	}
};
