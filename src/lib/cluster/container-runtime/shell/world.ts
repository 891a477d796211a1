import type { FileSystem } from '../file-system.ts';

/** What a script can touch: its container's files and environment, other programs, the network. */
export interface ShellWorld {
	readonly files: FileSystem;
	readonly environment: ReadonlyMap<string, string>;
	readonly hostname: string;
	/** What one of its variables or files may take, bytes. */
	readonly memoryBytes: number;
	/** What its programs take of the node; absent where that is not counted. */
	readonly resources?: ShellResources;
	/** Epoch ms. */
	readonly now: () => number;
	/** Standard output and standard error. */
	write(text: string): void;
	complain(text: string): void;
	/** Runs a script beside this one; undefined where that is not possible. */
	readonly spawn?: (script: Script, onDone: () => void) => void;
	/** Starts the server that a command line is; false when it is none. */
	readonly serve?: (command: readonly string[]) => boolean;
	/** A server runs in the container. */
	readonly serverRuns?: () => boolean;
	/** Sends a signal to the container's first process and its servers. */
	readonly kill?: (signal: 'SIGTERM' | 'SIGKILL') => void;
	/** Asks the container's servers to end well, as `nginx -s quit` does. */
	readonly stopServers?: () => void;
	readonly network?: ShellNetwork;
}

/** The container's share of its node, as programs use it. */
export interface ShellResources {
	/** Bytes more. False: the kernel ends the container. */
	takeMemory(bytes: number): boolean;
	/** Computes without a pause from now on, on so many thousandths of a CPU. */
	wantCpu(milliCpu: number): void;
}

/** What a request over HTTP came to. */
export type Fetched =
	| { readonly type: 'answer'; readonly code: number; readonly body: string }
	| { readonly type: 'refused' | 'timeout' | 'reset' };

/** The network as programs of a container use it. Each calls back once, later. */
export interface ShellNetwork {
	/** The addresses that a name stands for, search list included; undefined: none. */
	look(
		name: string,
		onFound: (found: { name: string; addresses: readonly string[] } | undefined) => void
	): void;
	get(
		address: string,
		port: number,
		path: string,
		timeoutMs: number,
		onEnd: (fetched: Fetched) => void
	): void;
}

/** A script pauses for so many ms; with `until` it goes on when it is woken, if that is earlier. */
export interface Pause {
	readonly sleepMs: number;
	readonly until?: (wake: () => void) => void;
}

/** A running script: yields its pauses, returns its exit code. */
export type Script = Generator<Pause, number, void>;

/** Where a command reads from and writes to. What has been read is gone from `input`. */
export interface Streams {
	readonly input: { text: string };
	readonly out: (text: string) => void;
	readonly err: (text: string) => void;
}

/** The script took more memory than it may. */
export class OutOfMemory extends Error {}
