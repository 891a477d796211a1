import type { KubeObject } from '../../object.ts';
import type { OtherVersion } from '../kind-rules.ts';
import type { Autoscaler, Metric } from './autoscaler.ts';

interface FirstVersion extends KubeObject {
	readonly spec: {
		readonly targetCPUUtilizationPercentage?: number;
		readonly [field: string]: unknown;
	};
	readonly status?: {
		readonly currentCPUUtilizationPercentage?: number;
		readonly [field: string]: unknown;
	};
}

function cpuOf(metrics: readonly Metric[] | null | undefined): Metric | undefined {
	return metrics?.find(({ type, resource }) => type === 'Resource' && resource?.name === 'cpu');
}

function cpu(averageUtilization: number): Metric {
	const target = { type: 'Utilization', averageUtilization };
	return { type: 'Resource', resource: { name: 'cpu', target } };
}

/** autoscaling/v1 knows the CPU alone. Models pkg/apis/autoscaling/v1/conversion.go; what else there is isn't kept in annotations. */
export const firstVersion: OtherVersion = {
	apiVersion: 'autoscaling/v1',
	schema: 'HorizontalPodAutoscalerV1',

	defaults(object) {
		const { spec } = object as FirstVersion;
		return { ...object, spec: { ...spec, minReplicas: spec['minReplicas'] ?? 1 } };
	},

	toStored(object) {
		const { spec, status } = object as FirstVersion;
		const { targetCPUUtilizationPercentage: percent, ...rest } = spec;
		const { currentCPUUtilizationPercentage: _current, ...counts } = status ?? {};
		return {
			...object,
			apiVersion: 'autoscaling/v2',
			spec: { ...rest, ...(percent !== undefined && { metrics: [cpu(percent)] }) },
			status: { ...counts, desiredReplicas: counts['desiredReplicas'] ?? 0, currentMetrics: null }
		};
	},

	fromStored(object) {
		const { spec, status } = object as Autoscaler;
		const { metrics, behavior: _behavior, ...rest } = spec;
		const percent = cpuOf(metrics)?.resource?.target.averageUtilization;
		const { currentMetrics, currentReplicas = 0, desiredReplicas = 0, ...others } = status ?? {};
		const current = cpuOf(currentMetrics)?.resource?.current?.averageUtilization;
		return {
			...object,
			apiVersion: 'autoscaling/v1',
			spec: { ...rest, ...(percent !== undefined && { targetCPUUtilizationPercentage: percent }) },
			status: {
				...others,
				currentReplicas,
				desiredReplicas,
				...(current !== undefined && { currentCPUUtilizationPercentage: current })
			}
		};
	}
};
