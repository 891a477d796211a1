import type { Deployment, DeploymentStrategy } from '../deployment.ts';
import type { PodTemplate } from '../pod-template.ts';
import type { ReplicaSet } from '../replica-set.ts';
import { defaultPodSpec } from './pod.ts';

/** Models pkg/apis/apps/v1/defaults.go SetDefaults_Deployment. */
export function defaultDeployment(deployment: Deployment): Deployment {
	const { spec } = deployment;
	return {
		...deployment,
		spec: {
			...spec,
			replicas: spec.replicas ?? 1,
			template: defaultTemplate(spec.template),
			strategy: defaultStrategy(spec.strategy ?? {}),
			revisionHistoryLimit: spec.revisionHistoryLimit ?? 10,
			progressDeadlineSeconds: spec.progressDeadlineSeconds ?? 600
		}
	};
}

/** Models SetDefaults_ReplicaSet. */
export function defaultReplicaSet(replicaSet: ReplicaSet): ReplicaSet {
	const { spec } = replicaSet;
	return {
		...replicaSet,
		spec: { ...spec, replicas: spec.replicas ?? 1, template: defaultTemplate(spec.template) }
	};
}

/** What every Pod template gets. */
export function defaultTemplate(template: PodTemplate): PodTemplate {
	return { ...template, spec: defaultPodSpec(template.spec) };
}

function defaultStrategy(strategy: DeploymentStrategy): DeploymentStrategy {
	const { type = 'RollingUpdate', rollingUpdate } = strategy;
	if (type !== 'RollingUpdate') return { ...strategy, type };
	return {
		type,
		rollingUpdate: {
			maxUnavailable: rollingUpdate?.maxUnavailable ?? '25%',
			maxSurge: rollingUpdate?.maxSurge ?? '25%'
		}
	};
}
