import type { Mount } from './file-system.ts';
import type { Process } from './process.ts';

/** A Pod's sandbox: the pause container that holds its network namespace. */
export interface Sandbox {
	readonly id: string;
	readonly pod: string;
	readonly uid: string;
	readonly ip: string;
	readonly createdMs: number;
	ready: boolean;
}

/** A container as the runtime knows it. */
export interface RuntimeContainer {
	readonly id: string;
	readonly pod: string;
	readonly uid: string;
	readonly name: string;
	readonly attempt: number;
	/** As the Pod named it. */
	readonly specImage: string;
	readonly image: string;
	readonly imageRef: string;
	readonly process: Process;
	state: 'created' | 'running' | 'exited';
	startedMs: number;
	finishedMs: number;
	exitCode: number;
	reason: string;
	/** What it wrote to its termination message file. */
	message: string;
}

/** An image in the node's store. `imported`: it was put there, not pulled, so it has no digest of a registry. */
export interface StoredImage {
	readonly name: string;
	readonly sizeBytes: number;
	readonly digest: string;
	readonly imported: boolean;
}

/** What the kubelet says of a container beside its spec. */
export interface ContainerConfig {
	readonly mounts: readonly Mount[];
	/** -1000 … 1000, see `kubernetes/oom-score.ts`. */
	readonly oomScoreAdj: number;
}
