import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { NodeSelectorTerm, Pod } from '#lib/kubernetes/pod.ts';
import type { SeenObjects } from './cluster-view.ts';

export interface PersistentVolumeClaim extends KubeObject {
	readonly spec: {
		readonly accessModes?: readonly string[];
		readonly resources?: { readonly requests?: Readonly<Record<string, string>> };
		readonly storageClassName?: string;
		readonly volumeName?: string;
		readonly volumeMode?: string;
	};
	readonly status?: { readonly phase?: string };
}

export interface PersistentVolume extends KubeObject {
	readonly spec: {
		readonly accessModes?: readonly string[];
		readonly capacity?: Readonly<Record<string, string>>;
		readonly storageClassName?: string;
		readonly volumeMode?: string;
		readonly claimRef?: { readonly namespace?: string; readonly name?: string };
		readonly nodeAffinity?: {
			readonly required?: { readonly nodeSelectorTerms?: readonly NodeSelectorTerm[] };
		};
	};
	readonly status?: { readonly phase?: string };
}

/** A claim that a Pod names; `claim` is undefined where it doesn't exist. */
export interface NamedClaim {
	readonly name: string;
	readonly claim: PersistentVolumeClaim | undefined;
	/** The claim is made for the Pod, from the template in its volume. */
	readonly ephemeral: boolean;
}

/** The claims that a Pod's volumes name, in order. */
export function claimsOf(pod: Pod, objects: SeenObjects): readonly NamedClaim[] {
	const { volumes } = pod.spec;
	if (volumes === undefined) return [];
	return volumes.flatMap((volume): NamedClaim[] => {
		const source = volume['persistentVolumeClaim'] as { claimName: string } | undefined;
		const ephemeral = volume['ephemeral'] !== undefined;
		if (source === undefined && !ephemeral) return [];
		const name = source?.claimName ?? `${pod.metadata.name}-${volume.name}`;
		const claim = objects.get('persistentvolumeclaims', name, pod.metadata.namespace ?? '');
		return [{ name, claim: claim as PersistentVolumeClaim | undefined, ephemeral }];
	});
}

export function namesClaim(pod: Pod, { metadata }: KubeObject): boolean {
	return (
		(pod.metadata.namespace ?? '') === (metadata.namespace ?? '') &&
		(pod.spec.volumes ?? []).some((volume) => {
			const source = volume['persistentVolumeClaim'] as { claimName: string } | undefined;
			return source?.claimName === metadata.name;
		})
	);
}

export function isBound({ metadata, spec, status }: PersistentVolumeClaim): boolean {
	return (
		Boolean(spec.volumeName) &&
		(metadata.annotations?.['pv.kubernetes.io/bind-completed'] !== undefined ||
			status?.phase === 'Bound')
	);
}

/** Whether its volume is only chosen once a Pod has a node. */
export function waitsForConsumer(claim: PersistentVolumeClaim, objects: SeenObjects): boolean {
	const { storageClassName } = claim.spec;
	if (!storageClassName) return false;
	const known = objects.get('storageclasses', storageClassName);
	return known?.['volumeBindingMode'] === 'WaitForFirstConsumer';
}
