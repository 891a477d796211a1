import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import type { ClusterView } from '../cluster-view.ts';
import type { Filtering, Plugin } from '../framework.ts';
import { claimsOf, namesClaim } from '../volume-claims.ts';

/** Label → what it is called since it left beta. */
const topologyLabels: Readonly<Record<string, string>> = {
	'failure-domain.beta.kubernetes.io/zone': 'topology.kubernetes.io/zone',
	'failure-domain.beta.kubernetes.io/region': 'topology.kubernetes.io/region',
	'topology.kubernetes.io/zone': 'topology.kubernetes.io/zone',
	'topology.kubernetes.io/region': 'topology.kubernetes.io/region'
};

const refusal = { reasons: ['node(s) had no available volume zone'], unresolvable: true };

/** Models volumezone/volume_zone.go: a volume with labels of a zone is only reached from there. */
function filter(pod: Pod, { objects }: ClusterView): Filtering | undefined {
	const names = claimsOf(pod, objects).flatMap(({ claim }) => claim?.spec.volumeName ?? []);
	const missing = names.find((name) => objects.get('persistentvolumes', name) === undefined);
	if (missing !== undefined) {
		const reason = `persistentvolume "${missing}" not found`;
		return { refused: { reasons: [reason], unresolvable: true } };
	}
	const demands = names.flatMap((name) => {
		const volume = objects.get('persistentvolumes', name);
		return Object.keys(topologyLabels).flatMap((key) => {
			const value = volume?.metadata.labels?.[key];
			return value === undefined ? [] : [{ key, values: new Set(value.split('__')) }];
		});
	});
	if (demands.length === 0) return undefined;
	return {
		node({ node }) {
			if (!Object.keys(topologyLabels).some((key) => labelOf(node, key) !== undefined)) {
				return undefined;
			}
			const meets = demands.every(({ key, values }) => {
				const value = labelOf(node, key) ?? labelOf(node, topologyLabels[key]!);
				return value !== undefined && values.has(value);
			});
			return meets ? undefined : refusal;
		}
	};
}

function labelOf({ metadata }: Node, key: string): string | undefined {
	return metadata.labels?.[key];
}

export const volumeZone: Plugin = {
	name: 'VolumeZone',
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
