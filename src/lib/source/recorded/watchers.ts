import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Version } from './recorded-object.ts';

/** What the parts of every cluster are known to watch, by plural. */
export const componentWatches: Readonly<Record<string, readonly string[]>> = {
	scheduler: [
		'pods',
		'nodes',
		'namespaces',
		'services',
		'replicasets',
		'statefulsets',
		'poddisruptionbudgets',
		'persistentvolumes',
		'persistentvolumeclaims',
		'storageclasses'
	],
	'controller-manager': [
		'pods',
		'nodes',
		'namespaces',
		'services',
		'endpoints',
		'endpointslices',
		'deployments',
		'replicasets',
		'daemonsets',
		'statefulsets',
		'controllerrevisions',
		'jobs',
		'cronjobs',
		'configmaps',
		'serviceaccounts',
		'poddisruptionbudgets',
		'persistentvolumes',
		'persistentvolumeclaims',
		'certificatesigningrequests',
		'horizontalpodautoscalers',
		'resourcequotas'
	]
};

/** A watch that a command holds open. */
export interface CommandWatch {
	readonly actor: string;
	readonly resource: string;
	readonly namespace: string | undefined;
	/** Of one object alone. */
	readonly name: string | undefined;
	readonly fromMs: number;
	readonly untilMs: number;
}

/** When something wasn't there: actor → spans, ms. */
export type Downtimes = ReadonlyMap<string, readonly (readonly [number, number])[]>;

export function isDown(downtimes: Downtimes, actor: string, ms: number): boolean {
	return (downtimes.get(actor) ?? []).some(([from, until]) => ms >= from && ms < until);
}

/** News of a version for one watcher. */
export interface News {
	readonly to: string;
	readonly event: 'ADDED' | 'MODIFIED' | 'DELETED';
}

/** Who hears of a version: whoever is known to watch its resource, and commands that do. */
export function newsOf(
	version: Version,
	commitMs: number,
	nodes: readonly string[],
	watches: readonly CommandWatch[]
): readonly News[] {
	const { resource, namespace, name, object, previous } = version;
	const event = object === null ? 'DELETED' : previous === null ? 'ADDED' : 'MODIFIED';
	const components = Object.entries(componentWatches)
		.filter(([, plurals]) => plurals.includes(resource.plural))
		.map(([to]) => ({ to, event }) as const);
	const commands = watches
		.filter(
			(watch) =>
				watch.resource === resource.plural &&
				(watch.namespace === undefined || watch.namespace === namespace) &&
				(watch.name === undefined || watch.name === name) &&
				commitMs >= watch.fromMs &&
				commitMs < watch.untilMs
		)
		.map(({ actor }) => ({ to: actor, event }) as const);
	return [...components, ...nodeNews(version, event, nodes), ...commands];
}

function nodeNews(
	{ resource, object, previous, name }: Version,
	event: News['event'],
	nodes: readonly string[]
): readonly News[] {
	switch (resource.plural) {
		case 'pods': {
			const node = ((object ?? previous) as Pod | null)?.spec?.nodeName;
			if (!node) return [];
			const before = (previous as Pod | null)?.spec?.nodeName;
			// A kubelet watches the Pods of its own node: one that is bound to it comes as a new one.
			return [{ to: `kubelet/${node}`, event: before ? event : 'ADDED' }];
		}
		case 'services':
			return nodes.flatMap((node) => [
				{ to: `kubelet/${node}`, event },
				{ to: `kube-proxy/${node}`, event }
			]);
		case 'endpointslices':
			return nodes.map((node) => ({ to: `kube-proxy/${node}`, event }));
		case 'nodes':
			return [{ to: `kubelet/${name}`, event }];
		default:
			return [];
	}
}
