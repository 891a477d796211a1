import type { Clock } from '#lib/cluster/controllers/deployment/deployment-status.ts';
import type { Deployment, DeploymentCondition } from '#lib/kubernetes/deployment.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { PodTemplate } from '#lib/kubernetes/pod-template.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';

/** A ReplicaSet as the tables describe it. */
export interface SetInput {
	readonly name: string;
	readonly replicas?: number;
	readonly specReplicas?: number;
	readonly statusReplicas?: number;
	readonly availableReplicas?: number;
	readonly revision?: string | null;
	readonly creationTimestamp?: string;
	readonly deletionTimestamp?: string | null;
	readonly annotations?: Readonly<Record<string, string>>;
	readonly template?: string;
}

function templateOf(name: string): PodTemplate {
	return { metadata: { labels: { app: 'foo' } }, spec: { containers: [{ name, image: name }] } };
}

export function replicaSet(input: SetInput): ReplicaSet {
	const { name, revision, template = 'A' } = input;
	const size = input.specReplicas ?? input.replicas ?? 0;
	const annotations = {
		...input.annotations,
		...(revision == null ? undefined : { 'deployment.kubernetes.io/revision': revision })
	};
	return {
		apiVersion: 'apps/v1',
		kind: 'ReplicaSet',
		metadata: {
			name,
			uid: name.replace(/^rs-/, 'uid-'),
			creationTimestamp: input.creationTimestamp ?? minute(0),
			...(input.deletionTimestamp ? { deletionTimestamp: input.deletionTimestamp } : undefined),
			annotations
		},
		spec: { replicas: size, selector: {}, template: templateOf(template) },
		status: {
			replicas: input.statusReplicas ?? size,
			availableReplicas: input.availableReplicas ?? 0,
			terminatingReplicas: 0
		}
	};
}

export function deploymentOf(input: {
	readonly replicas?: number;
	readonly maxSurge?: number | string;
	readonly maxUnavailable?: number | string;
	readonly strategy?: 'Recreate' | 'RollingUpdate';
	readonly progressDeadlineSeconds?: number | null;
	readonly status?: object;
	readonly conditions?: readonly DeploymentCondition[];
	readonly generation?: number;
	readonly template?: string;
}): Deployment {
	const { maxSurge = 0, maxUnavailable = 0, progressDeadlineSeconds: deadline } = input;
	return {
		apiVersion: 'apps/v1',
		kind: 'Deployment',
		metadata: { name: 'foo', generation: input.generation ?? 1 },
		spec: {
			replicas: input.replicas ?? 1,
			selector: {},
			template: templateOf(input.template ?? 'A'),
			strategy: {
				type: input.strategy ?? 'RollingUpdate',
				rollingUpdate: { maxSurge, maxUnavailable }
			},
			...(deadline == null ? undefined : { progressDeadlineSeconds: deadline })
		},
		status: { ...input.status, conditions: input.conditions ?? [] }
	};
}

export function pod(status: { readonly phase?: string }): Pod {
	return {
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: {},
		spec: { containers: [] },
		status: status as Pod['status']
	};
}

/** So many minutes after some moment. */
export function minute(number: number): string {
	return new Date(Date.UTC(2016, 0, 1, 12, number)).toISOString();
}

export function clockAt(now: string): Clock {
	return { wallMs: Date.parse(now), timestamp: () => now };
}
