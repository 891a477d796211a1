import type { Service } from '#lib/kubernetes/service.ts';
import type { ContainerRuntime } from '../container-runtime/runtime.ts';
import type { Backoff } from './backoff.ts';
import type { ImagePuller } from './image-puller.ts';
import type { KubeletEvents } from './kubelet-events.ts';
import type { StaticPods } from './static-pods/static-pods.ts';
import type { StatusManager } from './status-manager.ts';
import type { VolumeManager } from './volume-manager.ts';

/** What all Pods of a node share. */
export interface NodeServices {
	readonly node: string;
	readonly hostIP: string;
	readonly runtime: ContainerRuntime;
	readonly puller: ImagePuller;
	readonly events: KubeletEvents;
	readonly statuses: StatusManager;
	/** Restarts of containers. */
	readonly backoff: Backoff;
	readonly imageBackoff: Backoff;
	readonly volumes: VolumeManager;
	readonly staticPods: StaticPods;
	/** The kubelet's own copy of all Services. */
	readonly serviceList: () => readonly Service[];
}
