import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { collectionPath, resources } from '#lib/kubernetes/resources.ts';
import { Informer } from '../informer.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { ClusterChange } from './cluster-change.ts';
import type { SeenObjects } from './cluster-view.ts';

/** What plugins look up beside nodes and Pods. Models pkg/scheduler/eventhandlers.go and the plugins' listers. */
const looksUp: ReadonlySet<string> = new Set([
	'namespaces',
	'services',
	'replicationcontrollers',
	'replicasets',
	'statefulsets',
	'persistentvolumeclaims',
	'persistentvolumes',
	'storageclasses',
	'poddisruptionbudgets'
]);

/** Those of which a change may make a Pod fit. */
const waking: ReadonlySet<string> = new Set([
	'PersistentVolumeClaim',
	'PersistentVolume',
	'StorageClass'
]);

type ByName = Map<string, KubeObject>;

/** The scheduler's own copies, by resource and namespace. */
export class ObjectInformers implements SeenObjects {
	private readonly informers: Informer<KubeObject>[] = [];
	private readonly known = new Map<string, Map<string, ByName>>();

	constructor(
		private readonly kernel: Kernel,
		private readonly client: ApiClient,
		private readonly onChange: (change: ClusterChange) => void
	) {}

	start(): void {
		for (const resource of resources) {
			if (!looksUp.has(resource.plural)) continue;
			const { plural } = resource;
			const path = collectionPath(resource);
			const informer = new Informer(this.kernel, this.client, path, (after, before) => {
				this.keep(plural, after, before);
				if (waking.has(resource.kind)) this.tell(resource.kind, after, before);
			});
			this.informers.push(informer);
			informer.start();
		}
	}

	stop(): void {
		for (const informer of this.informers) informer.stop();
	}

	get(plural: string, name: string, namespace = ''): KubeObject | undefined {
		return this.known.get(plural)?.get(namespace)?.get(name);
	}

	list(plural: string, namespace?: string): readonly KubeObject[] {
		const byNamespace = this.known.get(plural);
		if (byNamespace === undefined) return [];
		if (namespace !== undefined) return [...(byNamespace.get(namespace)?.values() ?? [])];
		return [...byNamespace.values()].flatMap((byName) => [...byName.values()]);
	}

	private keep(plural: string, after: KubeObject | null, before: KubeObject | null): void {
		const { name = '', namespace = '' } = (after ?? before)!.metadata;
		let byNamespace = this.known.get(plural);
		if (byNamespace === undefined) {
			this.known.set(plural, (byNamespace = new Map<string, ByName>()));
		}
		let byName = byNamespace.get(namespace);
		if (byName === undefined) byNamespace.set(namespace, (byName = new Map<string, KubeObject>()));
		if (after === null) byName.delete(name);
		else byName.set(name, after);
	}

	private tell(kind: string, after: KubeObject | null, before: KubeObject | null): void {
		if (after === null) return;
		const label = `${kind}${before === null ? 'Add' : 'Update'}`;
		this.onChange({ label, type: 'object-changed', kind, object: after, before });
	}
}
