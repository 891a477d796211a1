import type { KubeObject, ObjectMeta } from './object.ts';

export type PodPhase = 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
export type RestartPolicy = 'Always' | 'OnFailure' | 'Never';
export type ConditionStatus = 'True' | 'False' | 'Unknown';

export interface Pod extends KubeObject {
	readonly kind: 'Pod';
	readonly spec: PodSpec;
	readonly status: PodStatus;
}

export interface PodSpec {
	readonly nodeName?: string;
	readonly nodeSelector?: Readonly<Record<string, string>>;
	readonly containers: readonly Container[];
	readonly initContainers?: readonly Container[];
	readonly restartPolicy?: RestartPolicy;
	readonly terminationGracePeriodSeconds?: number;
	readonly schedulerName?: string;
	readonly serviceAccountName?: string;
	readonly tolerations?: readonly Toleration[];
	readonly volumes?: readonly Volume[];
	readonly priority?: number;
	readonly priorityClassName?: string;
	readonly hostNetwork?: boolean;
	readonly affinity?: Affinity;
	readonly readinessGates?: readonly { conditionType: string }[];
	readonly schedulingGates?: readonly { name: string }[];
	readonly [field: string]: unknown;
}

export interface Container {
	readonly name: string;
	readonly image?: string;
	readonly command?: readonly string[];
	readonly args?: readonly string[];
	readonly env?: readonly EnvVar[];
	readonly ports?: readonly ContainerPort[];
	readonly resources?: {
		readonly requests?: Readonly<Record<string, string>>;
		readonly limits?: Readonly<Record<string, string>>;
	};
	readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
	/** Its standard input is kept open, for whoever attaches; `stdinOnce`: for the first one only. */
	readonly stdin?: boolean;
	readonly stdinOnce?: boolean;
	/** Only on init containers: `Always` makes one a sidecar. */
	readonly restartPolicy?: 'Always';
	readonly volumeMounts?: readonly {
		name: string;
		mountPath: string;
		readOnly?: boolean;
		subPath?: string;
	}[];
	readonly lifecycle?: { readonly preStop?: Handler; readonly postStart?: Handler };
	readonly livenessProbe?: Probe;
	readonly readinessProbe?: Probe;
	readonly startupProbe?: Probe;
	readonly [field: string]: unknown;
}

export interface Handler {
	readonly exec?: { readonly command?: readonly string[] };
	readonly httpGet?: {
		path?: string;
		port: number | string;
		host?: string;
		scheme?: string;
		httpHeaders?: readonly { readonly name: string }[];
	};
	readonly tcpSocket?: { port: number | string; host?: string };
	readonly sleep?: { readonly seconds: number };
	readonly grpc?: { port: number; service?: string };
}

export interface Probe extends Handler {
	readonly initialDelaySeconds?: number;
	readonly periodSeconds?: number;
	readonly timeoutSeconds?: number;
	readonly successThreshold?: number;
	readonly failureThreshold?: number;
	readonly terminationGracePeriodSeconds?: number;
}

export interface EnvVar {
	readonly name: string;
	readonly value?: string;
	readonly valueFrom?: Readonly<Record<string, unknown>>;
}

export interface ContainerPort {
	readonly name?: string;
	readonly containerPort: number;
	readonly hostPort?: number;
	readonly hostIP?: string;
	readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
}

export interface Toleration {
	readonly key?: string;
	readonly operator?: 'Exists' | 'Equal' | 'Lt' | 'Gt';
	readonly value?: string;
	readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
	readonly tolerationSeconds?: number;
}

export interface Taint {
	readonly key: string;
	readonly value?: string;
	readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
	readonly timeAdded?: string;
}

export interface Volume {
	readonly name: string;
	readonly [source: string]: unknown;
}

export interface NodeSelectorRequirement {
	readonly key: string;
	readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';
	readonly values?: readonly string[];
}

export interface NodeSelectorTerm {
	readonly matchExpressions?: readonly NodeSelectorRequirement[];
	readonly matchFields?: readonly NodeSelectorRequirement[];
}

export interface Affinity {
	readonly nodeAffinity?: {
		readonly requiredDuringSchedulingIgnoredDuringExecution?: {
			readonly nodeSelectorTerms?: readonly NodeSelectorTerm[];
		};
		readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
			readonly weight: number;
			readonly preference: NodeSelectorTerm;
		}[];
	};
	readonly podAffinity?: Readonly<Record<string, unknown>>;
	readonly podAntiAffinity?: Readonly<Record<string, unknown>>;
}

export interface PodStatus {
	readonly phase?: PodPhase;
	readonly reason?: string;
	readonly message?: string;
	readonly observedGeneration?: number;
	readonly conditions?: readonly Condition[];
	readonly hostIP?: string;
	readonly podIP?: string;
	readonly podIPs?: readonly { ip: string }[];
	readonly startTime?: string;
	readonly qosClass?: string;
	readonly nominatedNodeName?: string;
	readonly containerStatuses?: readonly ContainerStatus[];
	readonly initContainerStatuses?: readonly ContainerStatus[];
	readonly [field: string]: unknown;
}

export interface Condition {
	readonly type: string;
	readonly status: ConditionStatus;
	readonly reason?: string;
	readonly message?: string;
	readonly lastTransitionTime?: string | null;
	readonly lastProbeTime?: string | null;
	readonly lastHeartbeatTime?: string | null;
	readonly observedGeneration?: number;
}

export interface ContainerState {
	readonly waiting?: { readonly reason?: string; readonly message?: string };
	readonly running?: { readonly startedAt?: string };
	readonly terminated?: {
		readonly exitCode: number;
		readonly signal?: number;
		readonly reason?: string;
		readonly message?: string;
		readonly startedAt?: string;
		readonly finishedAt?: string;
		readonly containerID?: string;
	};
}

export interface ContainerStatus {
	readonly name: string;
	readonly image?: string;
	readonly imageID?: string;
	readonly containerID?: string;
	readonly ready?: boolean;
	readonly started?: boolean;
	readonly restartCount?: number;
	readonly state?: ContainerState;
	readonly lastState?: ContainerState;
	readonly [field: string]: unknown;
}

export interface Node extends KubeObject {
	readonly kind: 'Node';
	readonly spec: {
		readonly podCIDR?: string;
		readonly podCIDRs?: readonly string[];
		readonly unschedulable?: boolean;
		readonly taints?: readonly Taint[];
		readonly [field: string]: unknown;
	};
	readonly status: {
		readonly capacity?: Readonly<Record<string, string>>;
		readonly allocatable?: Readonly<Record<string, string>>;
		readonly conditions?: readonly Condition[];
		readonly addresses?: readonly { type: string; address: string }[];
		readonly nodeInfo?: Readonly<Record<string, string>>;
		readonly images?: readonly { names: readonly string[]; sizeBytes: number }[];
		readonly [field: string]: unknown;
	};
}

/** core/v1 Event. */
export interface Event extends KubeObject {
	readonly kind: 'Event';
	readonly involvedObject: {
		readonly kind?: string;
		readonly namespace?: string;
		readonly name?: string;
		readonly uid?: string;
		readonly apiVersion?: string;
		readonly resourceVersion?: string;
		readonly fieldPath?: string;
	};
	readonly reason?: string;
	readonly message?: string;
	readonly type?: 'Normal' | 'Warning';
	readonly count?: number;
	readonly firstTimestamp?: string | null;
	readonly lastTimestamp?: string | null;
	readonly eventTime?: string | null;
	readonly reportingComponent?: string;
	readonly reportingInstance?: string;
	readonly action?: string;
	readonly source?: { readonly component?: string; readonly host?: string };
	readonly series?: { count: number; lastObservedTime: string } | null;
	readonly metadata: ObjectMeta;
}
