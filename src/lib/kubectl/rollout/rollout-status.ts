import type { Deployment } from '#lib/kubernetes/deployment.ts';
import { KubectlError } from '../kubectl-error.ts';
import { revisionOf } from './revisions.ts';

export interface RolloutStatus {
	readonly message: string;
	readonly isDone: boolean;
}

/**
 * What `rollout status` says of a Deployment.
 *
 * Models kubectl pkg/polymorphichelpers/rollout_status.go DeploymentStatusViewer.Status.
 *
 * @param revision that must be the running one; 0 is any
 * @throws KubectlError when the rollout has failed, or another revision runs
 */
export function rolloutStatus(deployment: Deployment, revision: number): RolloutStatus {
	const { metadata, spec, status = {} } = deployment as Partial<Deployment> & Deployment;
	const name = JSON.stringify(metadata.name ?? '');
	const running = revisionOf(deployment);
	if (revision > 0 && revision !== running) {
		throw new KubectlError(
			`desired revision (${revision}) is different from the running revision (${running})`
		);
	}
	if ((metadata.generation ?? 0) > (status.observedGeneration ?? 0)) {
		return { message: 'Waiting for deployment spec update to be observed...\n', isDone: false };
	}
	const progressing = status.conditions?.find(({ type }) => type === 'Progressing');
	if (progressing?.reason === 'ProgressDeadlineExceeded') {
		throw new KubectlError(`deployment ${name} exceeded its progress deadline`);
	}
	const waiting = (what: string): RolloutStatus => ({
		message: `Waiting for deployment ${name} rollout to finish: ${what}...\n`,
		isDone: false
	});
	const { replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status;
	if (spec.replicas !== undefined && updatedReplicas < spec.replicas) {
		return waiting(`${updatedReplicas} out of ${spec.replicas} new replicas have been updated`);
	}
	if (replicas > updatedReplicas) {
		return waiting(`${replicas - updatedReplicas} old replicas are pending termination`);
	}
	if (availableReplicas < updatedReplicas) {
		return waiting(`${availableReplicas} of ${updatedReplicas} updated replicas are available`);
	}
	return { message: `deployment ${name} successfully rolled out\n`, isDone: true };
}
