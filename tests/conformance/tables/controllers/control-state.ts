import type { EndpointSlice, Endpoints } from '#lib/kubernetes/endpoint-slice.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ControlNames } from './control-names.ts';
import { type ControlWorld, namespace } from './control-world.ts';
import { plainConditions, podWords } from './control-writes.ts';

const prefix = 'deployment.kubernetes.io/';

/** What is there, in the words of the tables; Pods once by name, once counted by owner. */
export function controlState(world: ControlWorld, names: ControlNames): Record<string, unknown> {
	const of = (plural: string, describe: (object: never) => unknown): [string, unknown] => {
		const objects = world
			.list(plural)
			.filter(
				({ kind, metadata }) =>
					(kind === 'Namespace' ? metadata.name : metadata.namespace) === namespace
			);
		return [
			plural,
			Object.fromEntries(objects.map((object) => [object.metadata.name, describe(object as never)]))
		];
	};
	return Object.fromEntries([
		of('deployments', workload),
		of('replicasets', workload),
		of('services', ({ metadata, status }: KubeObject) => ({
			finalizers: metadata.finalizers ?? null,
			status
		})),
		of('endpointslices', ({ metadata, addressType, ports, endpoints }: EndpointSlice) => ({
			labels: metadata.labels,
			annotations: metadata.annotations ?? null,
			addressType,
			ports: ports?.length ? ports : null,
			endpoints: endpoints ?? []
		})),
		of('endpoints', ({ metadata, subsets }: Endpoints) => ({
			labels: metadata.labels,
			annotations: metadata.annotations ?? null,
			subsets: subsets?.length ? subsets : null,
			addresses: (subsets ?? []).flatMap(({ addresses = [] }) => addresses),
			notReadyAddresses: (subsets ?? []).flatMap(({ notReadyAddresses = [] }) => notReadyAddresses)
		})),
		of('configmaps', ({ metadata, data }: KubeObject) => ({
			annotations: metadata.annotations ?? null,
			keys: Object.keys(data ?? {})
		})),
		of('serviceaccounts', ({ metadata }: KubeObject) => ({
			metadata: { name: metadata.name, namespace: metadata.namespace }
		})),
		of('namespaces', ({ metadata, spec, status }: KubeObject) => ({
			labels: metadata.labels,
			finalizers: (spec as { finalizers?: string[] }).finalizers ?? null,
			terminating: metadata.deletionTimestamp !== undefined,
			status: plainStatus(status)
		})),
		['podsByName', podsByName(world, names)],
		['podsByOwner', podsByOwner(world, names)]
	]);
}

function workload({ metadata, spec, status }: KubeObject): object {
	const { replicas, paused } = spec as { replicas?: number; paused?: boolean };
	const annotations = Object.entries(metadata.annotations ?? {})
		.filter(([key]) => key.startsWith(prefix))
		.map(([key, value]) => [key.slice(prefix.length), value]);
	return {
		generation: metadata.generation,
		replicas,
		paused,
		owner: metadata.ownerReferences?.length ? undefined : null,
		terminating: metadata.deletionTimestamp !== undefined || undefined,
		finalizers: metadata.finalizers,
		...Object.fromEntries(annotations),
		status: plainStatus(status)
	};
}

function plainStatus(status: unknown): unknown {
	const { conditions, ...rest } = (status ?? {}) as { conditions?: unknown };
	return conditions === undefined ? rest : { ...rest, conditions: plainConditions(conditions) };
}

function podsOf(world: ControlWorld): readonly Pod[] {
	return world.list<Pod>('pods').filter(({ metadata }) => metadata.namespace === namespace);
}

function podsByName(world: ControlWorld, names: ControlNames): object {
	return Object.fromEntries(
		podsOf(world).map((pod) => {
			const owner = pod.metadata.ownerReferences?.find(({ controller }) => controller)?.name;
			const words = podWords(pod);
			const text = owner === undefined ? words : `${names.plain(owner, false)} ${words}`;
			return [pod.metadata.name, text];
		})
	);
}

function podsByOwner(world: ControlWorld, names: ControlNames): object {
	const counts: Record<string, number> = {};
	for (const pod of podsOf(world)) {
		const owner = pod.metadata.ownerReferences?.find(({ controller }) => controller)?.name;
		const key = `${names.plain(owner ?? pod.metadata.name!, false)} ${podWords(pod)}`;
		counts[key] = (counts[key] ?? 0) + 1;
	}
	return counts;
}
