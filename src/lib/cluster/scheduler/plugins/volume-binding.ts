import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import { compareQuantity, parseQuantity } from '#lib/kubernetes/quantity.ts';
import type { ClusterView, SeenObjects } from '../cluster-view.ts';
import type { Filtering, Plugin, Refusal } from '../framework.ts';
import {
	claimsOf,
	isBound,
	namesClaim,
	type NamedClaim,
	type PersistentVolume,
	type PersistentVolumeClaim,
	waitsForConsumer
} from '../volume-claims.ts';
import { matchesSome } from './node-affinity.ts';

const noProvisioner = 'kubernetes.io/no-provisioner';

function refused(reason: string): { readonly refused: Refusal } {
	return { refused: { reasons: [reason], unresolvable: true } };
}

/** Models volume_binding.go podHasPVCs: what is wrong with a claim whatever the node. */
function problemOf({ name, claim, ephemeral }: NamedClaim): string | undefined {
	if (claim === undefined) {
		return ephemeral
			? `waiting for ephemeral volume controller to create the persistentvolumeclaim "${name}"`
			: `persistentvolumeclaim "${name}" not found`;
	}
	if (claim.status?.phase === 'Lost') {
		return `persistentvolumeclaim "${name}" bound to non-existent persistentvolume "${claim.spec.volumeName}"`;
	}
	if (claim.metadata.deletionTimestamp !== undefined) {
		return `persistentvolumeclaim "${name}" is being deleted`;
	}
	return undefined;
}

/** Models volumebinding/volume_binding.go PreFilter and Filter, and binder.go FindPodVolumes. */
function filter(pod: Pod, { objects }: ClusterView): Filtering | undefined {
	const named = claimsOf(pod, objects);
	if (named.length === 0) return undefined;
	const problem = named.map(problemOf).find((text) => text !== undefined);
	if (problem !== undefined) return refused(problem);
	const claims = named.flatMap(({ claim }) => claim ?? []);
	const bound = claims.filter(isBound);
	const unbound = claims.filter((claim) => !isBound(claim));
	if (unbound.some((claim) => claim.spec.volumeName || !waitsForConsumer(claim, objects))) {
		return refused('pod has unbound immediate PersistentVolumeClaims');
	}
	const volumes = bound.map(({ spec }) => volumeNamed(spec.volumeName!, objects));
	const bySize = unbound.toSorted((a, b) => compareQuantity(sizeOf(a), sizeOf(b)));
	return {
		node({ node }) {
			const reasons = [
				...boundReasons(volumes, node),
				...(canBeFound(bySize, node, objects)
					? []
					: ["node(s) didn't find available persistent volumes to bind"])
			];
			return reasons.length === 0 ? undefined : { reasons, unresolvable: true };
		}
	};
}

function boundReasons(
	volumes: readonly (PersistentVolume | undefined)[],
	node: Node
): readonly string[] {
	for (const volume of volumes) {
		if (volume === undefined) {
			return ['node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)'];
		}
		if (!reaches(volume, node)) return ["node(s) didn't match PersistentVolume's node affinity"];
	}
	return [];
}

function volumeNamed(name: string, objects: SeenObjects): PersistentVolume | undefined {
	return objects.get('persistentvolumes', name) as PersistentVolume | undefined;
}

function reaches({ spec }: PersistentVolume, node: Node): boolean {
	const required = spec.nodeAffinity?.required;
	return required === undefined || matchesSome(required, node);
}

/** Whether each claim gets a volume of its own on this node, or one could be made for it. */
function canBeFound(
	claims: readonly PersistentVolumeClaim[],
	node: Node,
	objects: SeenObjects
): boolean {
	const taken = new Set<PersistentVolume>();
	return claims.every((claim) => {
		const volume = smallestFor(claim, node, objects, taken);
		if (volume !== undefined) taken.add(volume);
		return volume !== undefined || canBeProvisioned(claim, node, objects);
	});
}

/** Models component-helpers storage/volume/pv_helpers.go FindMatchingVolume. */
function smallestFor(
	claim: PersistentVolumeClaim,
	node: Node,
	objects: SeenObjects,
	taken: ReadonlySet<PersistentVolume>
): PersistentVolume | undefined {
	const { spec, metadata } = claim;
	const fitting = (objects.list('persistentvolumes') as readonly PersistentVolume[]).filter(
		(volume) => {
			const { claimRef, accessModes = [], volumeMode = 'Filesystem' } = volume.spec;
			if (taken.has(volume) || volume.metadata.deletionTimestamp !== undefined) return false;
			if ((volume.spec.storageClassName ?? '') !== (spec.storageClassName ?? '')) return false;
			if (volumeMode !== (spec.volumeMode ?? 'Filesystem') || !reaches(volume, node)) return false;
			if (claimRef !== undefined) {
				return claimRef.name === metadata.name && claimRef.namespace === metadata.namespace;
			}
			return (
				volume.status?.phase === 'Available' &&
				(spec.accessModes ?? []).every((mode) => accessModes.includes(mode)) &&
				compareQuantity(capacityOf(volume), sizeOf(claim)) >= 0
			);
		}
	);
	const [smallest] = fitting.toSorted((a, b) => compareQuantity(capacityOf(a), capacityOf(b)));
	return smallest;
}

function sizeOf({ spec }: PersistentVolumeClaim) {
	return parseQuantity(spec.resources?.requests?.['storage'] ?? '0');
}

function capacityOf({ spec }: PersistentVolume) {
	return parseQuantity(spec.capacity?.['storage'] ?? '0');
}

/** Models binder.go checkVolumeProvisions. */
function canBeProvisioned(
	{ spec }: PersistentVolumeClaim,
	node: Node,
	objects: SeenObjects
): boolean {
	const storageClass = objects.get('storageclasses', spec.storageClassName ?? '');
	const provisioner = storageClass?.['provisioner'];
	if (provisioner === undefined || provisioner === '' || provisioner === noProvisioner) {
		return false;
	}
	const allowed = storageClass?.['allowedTopologies'] as
		| readonly { matchLabelExpressions?: readonly { key: string; values: readonly string[] }[] }[]
		| undefined;
	if (allowed === undefined || allowed.length === 0) return true;
	const labels = node.metadata.labels ?? {};
	return allowed.some(({ matchLabelExpressions = [] }) =>
		matchLabelExpressions.every(({ key, values }) => values.includes(labels[key] ?? ''))
	);
}

/** A Pod goes where its volumes are, or can be found or made. */
export const volumeBinding: Plugin = {
	name: 'VolumeBinding',
	filter,
	wakes(pod, change) {
		if (change.type === 'object-changed') {
			if (change.kind === 'PersistentVolumeClaim') return namesClaim(pod, change.object);
			return change.kind === 'PersistentVolume' || change.kind === 'StorageClass';
		}
		return (
			change.type === 'node-added' || (change.type === 'node-updated' && change.aspect === 'Label')
		);
	}
};
