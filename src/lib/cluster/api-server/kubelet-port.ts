import type { ContainerLog } from '../container-runtime/container-log.ts';

/** A container on its node. */
export interface ContainerAddress {
	readonly node: string;
	/** `namespace/name`. */
	readonly pod: string;
	readonly container: string;
}

/** A command that is run in a container, beside its first process. */
export interface ExecCall {
	readonly command: readonly string[];
	/** Standard input, as a whole. */
	readonly input: string;
	tell(stream: 'stdout' | 'stderr', text: string): void;
	onDone(exitCode: number): void;
}

/** Why a command couldn't be started: the container doesn't run, or has no such program (in containerd's words). */
export type ExecFailure =
	| { readonly type: 'not-running' }
	| { readonly type: 'no-program'; readonly id: string; readonly message: string };

/** The server's connections to port 10250 of the kubelets. */
export interface KubeletPort {
	/** Undefined when that node doesn't know the container. */
	log(address: ContainerAddress, previous: boolean): ContainerLog | undefined;
	exec(address: ContainerAddress, call: ExecCall): ExecFailure | undefined;
	/** Ends what a container that was attached to reads. */
	endInput(address: ContainerAddress, exitCode: number): void;
}

/** Nobody answers. */
export const noKubelets: KubeletPort = {
	log: () => undefined,
	exec: () => ({ type: 'not-running' }),
	endInput: () => {}
};
