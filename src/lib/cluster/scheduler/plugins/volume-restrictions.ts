import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ClusterView } from '../cluster-view.ts';
import type { Filtering, Plugin } from '../framework.ts';
import { claimsOf, namesClaim } from '../volume-claims.ts';

const refusal = {
	reasons: [
		'node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by another pod'
	],
	unresolvable: false
};

/** Models volumerestrictions/volume_restrictions.go: a claim of mode ReadWriteOncePod has one Pod, wherever it is. */
function filter(pod: Pod, { nodes, objects }: ClusterView): Filtering | undefined {
	const claims = claimsOf(pod, objects);
	const missing = claims.find(({ claim, ephemeral }) => claim === undefined && !ephemeral);
	if (missing !== undefined) {
		const reason = `persistentvolumeclaim "${missing.name}" not found`;
		return { refused: { reasons: [reason], unresolvable: true } };
	}
	const exclusive = claims.flatMap(({ claim }) =>
		claim?.spec.accessModes?.includes('ReadWriteOncePod') === true ? [claim] : []
	);
	if (exclusive.length === 0) return undefined;
	const inUse = nodes.some(({ pods }) =>
		[...pods.values()].some((other) => exclusive.some((claim) => namesClaim(other, claim)))
	);
	return inUse ? { node: () => refusal } : undefined;
}

export const volumeRestrictions: Plugin = {
	name: 'VolumeRestrictions',
	filter,
	wakes: (pod, change) =>
		(change.type === 'object-changed' &&
			change.kind === 'PersistentVolumeClaim' &&
			change.before === null &&
			namesClaim(pod, change.object)) ||
		(change.type === 'pod-gone' && sharesClaim(pod, change.pod))
};

function sharesClaim(pod: Pod, other: Pod): boolean {
	return (other.spec.volumes ?? []).some((volume) => {
		const source = volume['persistentVolumeClaim'] as { claimName: string } | undefined;
		const { namespace } = other.metadata;
		return (
			source !== undefined &&
			namesClaim(pod, {
				apiVersion: 'v1',
				kind: 'PersistentVolumeClaim',
				metadata: { name: source.claimName, ...(namespace === undefined ? {} : { namespace }) }
			})
		);
	});
}
