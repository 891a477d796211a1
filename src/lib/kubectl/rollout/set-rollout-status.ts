import type { KubeObject } from '#lib/kubernetes/object.ts';
import { KubectlError } from '../kubectl-error.ts';
import type { RolloutStatus } from './rollout-status.ts';

interface SetWithStrategy extends KubeObject {
	readonly spec: {
		readonly replicas?: number;
		readonly updateStrategy?: {
			readonly type?: string;
			readonly rollingUpdate?: { readonly partition?: number };
		};
	};
	readonly status?: Readonly<Record<string, number | string | undefined>>;
}

/**
 * What `rollout status` says of a DaemonSet.
 *
 * Models kubectl pkg/polymorphichelpers/rollout_status.go DaemonSetStatusViewer.Status.
 *
 * @throws KubectlError when its Pods are only replaced by hand
 */
export function daemonSetStatus(object: KubeObject): RolloutStatus {
	const { metadata, spec, status = {} } = object as SetWithStrategy;
	requireRolling(spec);
	const count = (field: string): number => Number(status[field] ?? 0);
	if ((metadata.generation ?? 0) > count('observedGeneration')) {
		return { message: 'Waiting for daemon set spec update to be observed...\n', isDone: false };
	}
	const name = JSON.stringify(metadata.name ?? '');
	const waiting = (what: string): RolloutStatus => ({
		message: `Waiting for daemon set ${name} rollout to finish: ${what}...\n`,
		isDone: false
	});
	const [desired, updated, available] = [
		count('desiredNumberScheduled'),
		count('updatedNumberScheduled'),
		count('numberAvailable')
	];
	if (updated < desired) {
		return waiting(`${updated} out of ${desired} new pods have been updated`);
	}
	if (available < desired) {
		return waiting(`${available} of ${desired} updated pods are available`);
	}
	return { message: `daemon set ${name} successfully rolled out\n`, isDone: true };
}

/**
 * What `rollout status` says of a StatefulSet. Models StatefulSetStatusViewer.Status.
 *
 * @throws KubectlError when its Pods are only replaced by hand
 */
export function statefulSetStatus(object: KubeObject): RolloutStatus {
	const { metadata, spec, status = {} } = object as SetWithStrategy;
	requireRolling(spec);
	const count = (field: string): number => Number(status[field] ?? 0);
	const observed = count('observedGeneration');
	if (observed === 0 || (metadata.generation ?? 0) > observed) {
		return { message: 'Waiting for statefulset spec update to be observed...\n', isDone: false };
	}
	const { replicas, updateStrategy } = spec;
	const ready = count('readyReplicas');
	if (replicas !== undefined && ready < replicas) {
		return { message: `Waiting for ${replicas - ready} pods to be ready...\n`, isDone: false };
	}
	const updated = count('updatedReplicas');
	if (updateStrategy?.rollingUpdate !== undefined) {
		const wanted = (replicas ?? 0) - (updateStrategy.rollingUpdate.partition ?? Infinity);
		return replicas !== undefined && updated < wanted
			? {
					message: `Waiting for partitioned roll out to finish: ${updated} out of ${wanted} new pods have been updated...\n`,
					isDone: false
				}
			: {
					message: `partitioned roll out complete: ${updated} new pods have been updated...\n`,
					isDone: true
				};
	}
	const { currentRevision = '', updateRevision = '' } = status;
	return updateRevision !== currentRevision
		? {
				message: `waiting for statefulset rolling update to complete ${updated} pods at revision ${updateRevision}...\n`,
				isDone: false
			}
		: {
				message: `statefulset rolling update complete ${count('currentReplicas')} pods at revision ${currentRevision}...\n`,
				isDone: true
			};
}

function requireRolling({ updateStrategy }: SetWithStrategy['spec']): void {
	if (updateStrategy?.type === 'RollingUpdate') return;
	throw new KubectlError('rollout status is only available for RollingUpdate strategy type');
}
