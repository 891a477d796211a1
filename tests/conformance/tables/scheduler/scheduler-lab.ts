import { Kernel } from '#lib/cluster/kernel/kernel.ts';
import { Scheduler } from '#lib/cluster/scheduler/scheduler.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Condition, Node, Pod } from '#lib/kubernetes/pod.ts';
import type { SchedulingDecision, TraceEvent } from '#lib/trace/event.ts';
import { admittedNode, admittedPod, type Classes, type GivenObject } from './admitted.ts';
import { LabStore } from './lab-store.ts';

/** What a case says is there. */
export interface LabWorld extends Classes {
	readonly nodes?: readonly GivenObject[];
	readonly pods?: readonly GivenObject[];
	readonly namespaces?: readonly GivenObject[];
	readonly services?: readonly GivenObject[];
	readonly replicaSets?: readonly GivenObject[];
	readonly replicationControllers?: readonly GivenObject[];
	readonly statefulSets?: readonly GivenObject[];
	readonly pdbs?: readonly GivenObject[];
	readonly storageClasses?: readonly GivenObject[];
	readonly pvcs?: readonly GivenObject[];
	readonly pvs?: readonly GivenObject[];
}

type Listed = Exclude<keyof LabWorld, keyof Classes>;

interface Kind {
	readonly plural: string;
	readonly kind: string;
	readonly apiVersion: string;
	readonly namespaced: boolean;
}

const kind = (plural: string, name: string, apiVersion: string, namespaced: boolean): Kind => ({
	plural,
	kind: name,
	apiVersion,
	namespaced
});

const kinds: Readonly<Record<Listed, Kind>> = {
	namespaces: kind('namespaces', 'Namespace', 'v1', false),
	nodes: kind('nodes', 'Node', 'v1', false),
	services: kind('services', 'Service', 'v1', true),
	replicaSets: kind('replicasets', 'ReplicaSet', 'apps/v1', true),
	replicationControllers: kind('replicationcontrollers', 'ReplicationController', 'v1', true),
	statefulSets: kind('statefulsets', 'StatefulSet', 'apps/v1', true),
	pdbs: kind('poddisruptionbudgets', 'PodDisruptionBudget', 'policy/v1', true),
	storageClasses: kind('storageclasses', 'StorageClass', 'storage.k8s.io/v1', false),
	pvcs: kind('persistentvolumeclaims', 'PersistentVolumeClaim', 'v1', true),
	pvs: kind('persistentvolumes', 'PersistentVolume', 'v1', false),
	pods: kind('pods', 'Pod', 'v1', true)
};

const startMs = Date.parse('2026-11-21T04:00:00Z');
const warmUpMs = 2000;
/** How long a person's request takes; so long lies between two things done in one step. */
const requestMs = 8;

/** What an Event says, and of which Pod. */
export interface PostedEvent {
	readonly pod: string;
	readonly type: string;
	readonly reason: string;
	readonly message: string;
}

/** The real scheduler against a store of what a case says is there: no controllers, no kubelets. */
export class SchedulerLab {
	readonly kernel = new Kernel(1, startMs);
	readonly scheduler: Scheduler;
	readonly posted: PostedEvent[] = [];
	private readonly store: LabStore;

	constructor(private readonly world: LabWorld) {
		this.store = new LabStore(this.kernel, (event) => this.posted.push(postedEvent(event)));
		for (const name of ['default', 'kube-system'])
			this.create('namespaces', { metadata: { name } });
		for (const listed of Object.keys(kinds) as Listed[]) {
			for (const object of world[listed] ?? []) this.create(listed, object);
		}
		this.scheduler = new Scheduler(this.kernel, this.store);
		this.scheduler.start();
		this.kernel.runUntil(warmUpMs);
	}

	get events(): readonly TraceEvent[] {
		return this.kernel.recorder.events;
	}

	/** As the API server would store it. */
	admitted(listed: Listed, given: GivenObject): KubeObject {
		if (listed === 'pods') return admittedPod(given, this.world);
		const { kind: name, apiVersion, namespaced } = kinds[listed];
		const metadata = namespaced ? { namespace: 'default', ...given.metadata } : given.metadata;
		const filled = listed === 'nodes' ? admittedNode(given) : given;
		const labels =
			listed === 'namespaces'
				? { 'kubernetes.io/metadata.name': metadata.name!, ...metadata.labels }
				: metadata.labels;
		return {
			...filled,
			apiVersion,
			kind: name,
			metadata: labels === undefined ? metadata : { ...metadata, labels }
		};
	}

	create(listed: Listed, given: GivenObject): void {
		this.store.put(kinds[listed].plural, this.admitted(listed, given));
	}

	patch(listed: Listed, patch: GivenObject): void {
		this.store.patch(kinds[listed].plural, this.keyOf(listed, patch), patch);
	}

	remove(listed: Listed, name: string, namespace = 'default'): void {
		this.store.remove(kinds[listed].plural, this.keyOf(listed, { metadata: { name, namespace } }));
	}

	private keyOf(listed: Listed, { metadata }: GivenObject): string {
		const { namespace = 'default', name } = metadata;
		return kinds[listed].namespaced ? `${namespace}/${name}` : name!;
	}

	/** Until nothing happened for so long. */
	settle(quietMs: number): void {
		let seen = -1;
		let quietSince = this.kernel.nowMs;
		while (this.kernel.nowMs - quietSince < quietMs) {
			if (this.events.length + this.posted.length !== seen) {
				seen = this.events.length + this.posted.length;
				quietSince = this.kernel.nowMs;
			}
			this.kernel.runUntil(this.kernel.nowMs + 50);
		}
	}

	/** Lets the time of one request of a person pass. */
	tick(): void {
		this.kernel.runUntil(this.kernel.nowMs + requestMs);
	}

	pods(): readonly Pod[] {
		return this.store.list<Pod>('pods');
	}

	nodes(): readonly Node[] {
		return this.store.list<Node>('nodes');
	}

	pod(name: string, namespace = 'default'): Pod | undefined {
		return this.store.get('pods', `${namespace}/${name}`) as Pod | undefined;
	}

	decisions(since = 0): readonly SchedulingDecision[] {
		return this.events
			.slice(since)
			.filter(
				(event): event is SchedulingDecision =>
					event.kind === 'decision' && event.decision === 'scheduling'
			);
	}
}

function postedEvent(event: KubeObject): PostedEvent {
	const { type, reason, note, regarding } = event as unknown as {
		type: string;
		reason: string;
		note: string;
		regarding: { name: string };
	};
	const message = note.replace(/uid-pods-[^/]+\/(\S+)/, '<uid of $1>');
	return { pod: regarding.name, type, reason, message };
}

/** A condition as tables write it: without its times. */
export function conditionOf(pod: Pod | undefined, type: string): Partial<Condition> | null {
	const found = pod?.status.conditions?.find((condition) => condition.type === type);
	if (found === undefined) return null;
	const { observedGeneration, status, reason, message } = found;
	return {
		type,
		...(observedGeneration === undefined ? undefined : { observedGeneration }),
		status,
		...(reason === undefined ? undefined : { reason }),
		...(message === undefined ? undefined : { message })
	};
}
