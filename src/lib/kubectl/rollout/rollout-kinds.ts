import { groupOf, type Resource } from '#lib/kubernetes/resources.ts';
import { KubectlError } from '../kubectl-error.ts';

/** Kinds that kubectl's visitors of workloads know. Models kubectl pkg/apps/kind_visitor.go. */
const workloads = new Set([
	'CronJob',
	'DaemonSet',
	'Deployment',
	'Job',
	'Pod',
	'ReplicaSet',
	'ReplicationController',
	'StatefulSet'
]);

/** Kinds that kubectl rolls out. */
const rolledOut = new Set(['DaemonSet', 'Deployment', 'StatefulSet']);

/**
 * Refuses what isn't rolled out, in the words of the part of kubectl that would be needed.
 *
 * @throws KubectlError
 */
export function requireStatusViewer(resource: Resource): void {
	if (rolledOut.has(resource.kind)) return;
	throw new KubectlError(`no status viewer has been implemented for ${kindText(resource)}`);
}

/**
 * @param part what would be needed, `history viewer` or `rollbacker`
 * @param purpose how an error of a kind that isn't a workload names it
 * @throws KubectlError
 */
export function requireWorkload(resource: Resource, part: string, purpose: string): void {
	if (rolledOut.has(resource.kind)) return;
	const kind = JSON.stringify(kindText(resource));
	if (workloads.has(resource.kind)) {
		throw new KubectlError(`no ${part} has been implemented for ${kind}`);
	}
	throw new KubectlError(
		`error retrieving ${purpose} for ${kind}, no visitor method exists for {${groupOf(resource)} ${resource.kind}}`
	);
}

function kindText(resource: Resource): string {
	const group = groupOf(resource);
	return group === '' ? resource.kind : `${resource.kind}.${group}`;
}
