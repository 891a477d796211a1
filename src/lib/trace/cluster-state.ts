import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { ActorId, Message, Output, SchedulingDecision, Seq } from './event.ts';
import type { KubeconfigFacts } from './local-fact.ts';
import type { SharedMap } from './shared-map.ts';

/** An object as etcd holds it. */
export interface StoredObject {
	readonly key: string;
	readonly object: KubeObject;
	readonly previous: KubeObject | null;
	/** etcd revision of the last write of this key. */
	readonly revision: number;
	/** The write, and when it was. */
	readonly seq: Seq;
	readonly atMs: number;
}

/** Where a machine stands. */
export interface MachineState {
	readonly actor: ActorId;
	readonly machine: string;
	readonly state: string;
	readonly sinceMs: number;
	readonly seq: Seq;
	readonly subject?: string;
	readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** An API request from its sending until its response has arrived and another begins. */
export interface RequestState {
	readonly id: number;
	/** The message that carries it; null when the trace begins in the middle. */
	readonly message: Message | null;
	/** The steps of its machine, in order. */
	readonly steps: readonly MachineState[];
	/** Revision of the write that it made. */
	readonly revision?: number;
	readonly response?: Message;
}

export interface PullState {
	readonly image: string;
	readonly sizeBytes: number;
	readonly startedAtMs: number;
	readonly endsAtMs: number;
}

export interface ContainerFact {
	readonly container: string;
	readonly attempt: number;
	readonly state: 'created' | 'running' | 'exited';
	readonly sinceMs: number;
	readonly exitCode?: number;
	readonly reason?: string;
	/** The last signal that it was sent. */
	readonly signal?: 'SIGTERM' | 'SIGKILL';
	/** What it takes of its node, where that is known. */
	readonly use?: ResourceUse;
}

/** CPU in thousandths, memory in bytes; `throttled` is the part of its time that it waits for its CPU limit. */
export interface ResourceUse {
	readonly milliCpu: number;
	readonly throttled: number;
	readonly memory: number;
	/** Taken on the node by no Pod, bytes. */
	readonly besides: number;
}

/** What really is on a node for one Pod, whatever the API says. */
export interface SandboxState {
	/** `namespace/name`. */
	readonly pod: string;
	readonly uid: string;
	readonly node: string;
	readonly createdAtMs: number;
	readonly ip: string | null;
	readonly stoppedAtMs: number | null;
	readonly containers: readonly ContainerFact[];
	readonly volumes: readonly string[];
}

/** Facts of one machine that the API doesn't know. */
export interface NodeState {
	readonly node: string;
	/** Image → bytes. */
	readonly images: ReadonlyMap<string, number>;
	readonly pulls: ReadonlyMap<string, PullState>;
	readonly pullFailures: ReadonlyMap<string, string>;
	/** Files in the kubelet's folder of manifests, by name. */
	readonly manifests: readonly string[];
}

/** Everything that a trace says of the cluster at a moment. */
export interface ClusterState {
	readonly atMs: number;
	/** How many events have happened; `events[count - 1]` is the last. */
	readonly count: number;
	/** etcd's revision. */
	readonly revision: number;
	/** By etcd key. */
	readonly objects: SharedMap<StoredObject>;
	/** Every machine but requests, by actor. */
	readonly machines: SharedMap<MachineState>;
	/** By id as text. */
	readonly requests: SharedMap<RequestState>;
	/** By node. */
	readonly nodes: SharedMap<NodeState>;
	/** By uid of the Pod. */
	readonly sandboxes: SharedMap<SandboxState>;
	/** What kube-proxy has programmed, by `<node> <namespace>/<service>`: `namespace/name` of the Pods to pick from. */
	readonly rules: SharedMap<readonly string[]>;
	/** The last 200 things typed and printed, oldest first. */
	readonly terminal: readonly Output[];
	readonly decision: SchedulingDecision | null;
	/** The person's, as far as it was told. */
	readonly kubeconfig: KubeconfigFacts | null;
	/** The last watch event that each actor was sent. */
	readonly heard: SharedMap<Message>;
	/** Messages on their way at `atMs`: `sentAtMs` ≤ atMs < `receivedAtMs`, in order of `seq`. */
	readonly inFlight: readonly Message[];
}
