import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Inference } from './inference.ts';
import type { LocalFact } from './local-fact.ts';

export type { LocalFact } from './local-fact.ts';

/**
 * Who did it. Components: `terminal`, `kubectl/1` (one per command), `api-server`, `etcd`, `scheduler`,
 * `controller-manager`, `kubelet/worker-1`, `kube-proxy/worker-1`, `runtime/worker-1` (containerd: CRI),
 * `cni/worker-1`, `oci/worker-1` (runc), `registry`, `coredns`; of the traffic `client` and `pod/<namespace>/<name>`. Machines have ids of their own, see `Transition.actor`.
 */
export type ActorId = string;

/** A place in the list of events; also the name by which `cause` refers to one. */
export type Seq = number;

interface Base {
	readonly seq: Seq;
	/** Cluster time, ms since the cluster's start, at most three decimals. Never less than the event before. */
	readonly atMs: number;
	/**
	 * The event that made this one happen; null only for a command, a fault, or the cluster's own start, and in a recorded trace
	 * where neither the recording nor a rule names one.
	 */
	readonly cause: Seq | null;
	/** In a recorded trace: the recording doesn't have this event, a rule put it there. */
	readonly inferred?: Inference;
	/** In a recorded trace: a rule names the cause, the recording doesn't. */
	readonly causeInferred?: true;
}

/** Something travelled. Recorded when it is sent (`atMs` = `sentAtMs`); `receivedAtMs` ≥ `sentAtMs` + 1. */
export interface Message extends Base {
	readonly kind: 'message';
	readonly from: ActorId;
	readonly to: ActorId;
	readonly sentAtMs: number;
	readonly receivedAtMs: number;
	/** `http`: API; `watch`: what comes over a watch; `etcd`: gRPC to etcd; `cri`, `cni`, `oci`, `registry`: on the node; `traffic`: requests to programs in Pods; `dns`: questions to the cluster's DNS (a call whose method is the type of record, its argument the name). */
	readonly protocol:
		'http' | 'watch' | 'etcd' | 'cri' | 'cni' | 'oci' | 'registry' | 'traffic' | 'dns';
	readonly content: MessageContent;
}

export type MessageContent =
	RequestContent | ResponseContent | WatchContent | CallContent | ReturnContent | TrafficContent;

/** An API request. `id` ties it to its response and to the machine `request/<id>`. */
export interface RequestContent {
	readonly type: 'request';
	readonly id: number;
	/** API verb: create, get, list, watch, update, patch, delete. */
	readonly verb: string;
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	readonly path: string;
	readonly query?: Readonly<Record<string, string>>;
	/** e.g. `kubernetes-admin`, `system:kube-scheduler`, `system:node:worker-1`. */
	readonly user: string;
	/** Whom the client impersonates, where it does. */
	readonly as?: string;
	/** Plural, e.g. `pods`; with `subresource` `status`, `binding`, `token`. */
	readonly resource: string;
	readonly subresource?: string;
	readonly namespace?: string;
	readonly name?: string;
	readonly contentType?: string;
	readonly body?: unknown;
}

export interface ResponseContent {
	readonly type: 'response';
	readonly id: number;
	readonly code: number;
	/** `Created`, `OK`, `Conflict`, `Unprocessable Entity` … */
	readonly text: string;
	/** The server's own sentence when it refuses. */
	readonly message?: string;
	/** The request's, repeated: a recorded point is drawable without its neighbours. */
	readonly verb: string;
	readonly path: string;
	readonly resource: string;
	readonly subresource?: string;
	readonly name?: string;
	/** etcd revision of the object that is returned, where one is. */
	readonly revision?: number;
}

export interface WatchContent {
	readonly type: 'watch-event';
	readonly event: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
	readonly resource: string;
	readonly namespace?: string;
	readonly name?: string;
	/** etcd revision; the object itself stands in the write of that revision. */
	readonly revision: number;
	/** Part of the initial list of a watch-list, not news. */
	readonly initial?: boolean;
}

/** A call on the node (CRI, CNI, OCI, registry) or to etcd. `id` ties it to its return. */
export interface CallContent {
	readonly type: 'call';
	readonly id: number;
	/** `RunPodSandbox`, `PullImage`, `CreateContainer`, `StartContainer`, `StopContainer`, `ADD`, `DEL`, `Txn`, `Range`, … */
	readonly method: string;
	/** `namespace/name` of the Pod it is for, where there is one. */
	readonly pod?: string;
	readonly container?: string;
	/** Image, key, signal …: what the method is about. */
	readonly argument?: string;
}

export interface ReturnContent {
	readonly type: 'return';
	readonly id: number;
	readonly method: string;
	readonly pod?: string;
	readonly container?: string;
	readonly result?: string;
	readonly error?: string;
}

/**
 * One hop of a request to a program: client → `kube-proxy/<node>` (whose rule picks an endpoint) → `pod/<ns>/<name>` → client.
 * What became of the request is the client's `request-ended` fact; a packet that is dropped has no further hop.
 */
export interface TrafficContent {
	readonly type: 'traffic';
	/** Ties the hops of one request. */
	readonly id: number;
	readonly hop: 'request' | 'response' | 'refusal' | 'reset';
	/** `namespace/name` of the Service that was asked. */
	readonly service: string;
	/** `namespace/name` of the Pod that the rule picked, where it has picked one. */
	readonly pod?: string;
	/** HTTP status of a response. */
	readonly code?: number;
}

/** etcd committed. */
export interface Write extends Base {
	readonly kind: 'write';
	/** e.g. `/registry/pods/default/web`. */
	readonly key: string;
	readonly revision: number;
	/** null: the key is gone. */
	readonly object: KubeObject | null;
	/** The version before, null when the key is new. */
	readonly previous: KubeObject | null;
	/** Id of the API request that wrote, 0 for the cluster's own start. */
	readonly request: number;
}

/** A machine changed state. */
export interface Transition extends Base {
	readonly kind: 'transition';
	/**
	 * Machine actors: `request/<id>` (machine `api-request`), `scheduling/<ns>/<pod>` (`scheduling-cycle`),
	 * `pod/<node>/<ns>/<pod>/<uid>` (`pod-lifecycle`), `container/<node>/<ns>/<pod>/<container>/<uid>` (`container`),
	 * `pull/<node>/<image>` (`image-pull`), `node/<node>` (`node`), `rollout/<ns>/<deployment>` (`rollout`).
	 */
	readonly actor: ActorId;
	readonly machine: string;
	/** Null when the machine begins. */
	readonly from: string | null;
	readonly to: string;
	/** The event's type. */
	readonly event: string;
	/** `namespace/name` of the Pod (or the name of the Node) that it is about. */
	readonly subject?: string;
	/** Facts of this step: `user`, `plugins`, `code`, `exitCode`, `delayMs` … */
	readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** A component decided. */
export type Decision = SchedulingDecision | RolloutDecision | ReplicaSetDecision | EvictionDecision;

export interface SchedulingDecision extends Base {
	readonly kind: 'decision';
	readonly actor: ActorId;
	readonly decision: 'scheduling';
	/** `namespace/name`. */
	readonly pod: string;
	/** One entry a node, in the node list's order. */
	readonly nodes: readonly NodeVerdict[];
	/** The node that was chosen, null when none fits. */
	readonly winner: string | null;
	/** How many nodes shared the best score; above 1 the seed picked. */
	readonly tied: number;
	/** The filters that were asked, in order; the first that refuses a node settles it. */
	readonly filters?: readonly string[];
	/** Plugin → weight, where nodes were scored. */
	readonly weights?: Readonly<Record<string, number>>;
	/** The FailedScheduling message when none fits. */
	readonly message?: string;
}

export interface NodeVerdict {
	readonly node: string;
	/** Set when a filter refused it. */
	readonly refusedBy?: string;
	readonly reasons?: readonly string[];
	/** Plugin → weighted normalised score, for nodes that passed. */
	readonly scores?: Readonly<Record<string, number>>;
	/** Plugin → score before it was normalised, where that made another number of it. */
	readonly raw?: Readonly<Record<string, number>>;
	readonly total?: number;
}

/** The Deployment controller works out one ReplicaSet's size. Recorded when it changes something, or finds that it may not. */
export interface RolloutDecision extends Base {
	readonly kind: 'decision';
	readonly actor: ActorId;
	readonly decision: 'rollout';
	/** `namespace/name`. */
	readonly deployment: string;
	readonly strategy: 'RollingUpdate' | 'Recreate';
	/** `scale` is a change of the Deployment's own size, new and old in proportion. */
	readonly step:
		'create-new' | 'scale-up-new' | 'clean-up-unhealthy' | 'scale-down-old' | 'wait' | 'scale';
	/** Name of the ReplicaSet that changes, where one does. */
	readonly replicaSet?: string;
	readonly from?: number;
	readonly to?: number;
	/** Every number that went into it: `replicas`, `maxSurge`, `maxUnavailable`, `total`, `available`, `newUnavailable`, `oldPods` … */
	readonly numbers: Readonly<Record<string, number>>;
}

/** The ReplicaSet controller compares what is with what should be. Recorded when they differ. */
export interface ReplicaSetDecision extends Base {
	readonly kind: 'decision';
	readonly actor: ActorId;
	readonly decision: 'replicas';
	/** `namespace/name`. */
	readonly replicaSet: string;
	readonly desired: number;
	readonly current: number;
	/** How many it is about to create. */
	readonly create?: number;
	/** Pods that it is about to delete, first to go first, each with the rule that put it there (`unassigned`, `not ready`, `doubled up`, `younger` …). */
	readonly remove?: readonly { readonly pod: string; readonly because: string }[];
}

/** A kubelet finds its node short of memory, and gives up a Pod. */
export interface EvictionDecision extends Base {
	readonly kind: 'decision';
	readonly actor: ActorId;
	readonly decision: 'eviction';
	readonly node: string;
	/** `namespace/name` of the Pod that goes. */
	readonly pod: string;
	/** With less memory available than this the kubelet evicts, bytes. */
	readonly threshold: number;
	/** What was available, bytes. */
	readonly available: number;
	/** Every Pod of the node, first to go first; `uses` and `requests` are bytes of memory. */
	readonly ranked: readonly {
		readonly pod: string;
		readonly priority: number;
		readonly uses: number;
		readonly requests: number;
	}[];
}

/** A fact of one machine that the API doesn't know (yet). */
export interface Local extends Base {
	readonly kind: 'local';
	readonly actor: ActorId;
	readonly node: string;
	readonly fact: LocalFact;
}

/** Text a person would see in the terminal. */
export interface Output extends Base {
	readonly kind: 'output';
	/** `terminal` for what is typed, `kubectl/<n>` for what a command prints. */
	readonly actor: ActorId;
	/** Which command of the scenario, counted from 0. */
	readonly command: number;
	readonly stream: 'input' | 'stdout' | 'stderr' | 'exit';
	/** For `exit` the exit code as text. */
	readonly text: string;
}

export type TraceEvent = Message | Write | Transition | Decision | Local | Output;
