import type { Container } from '#lib/kubernetes/pod.ts';
import { intValue } from '#lib/kubernetes/quantity.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Listener } from '../network/pod-network.ts';
import { lookUpImage, splitImage } from './image-catalogue.ts';
import { commandOf, isKnownProgram } from './programs/command-line.ts';
import { RunningServer } from './programs/running-server.ts';
import { serverCommand } from './programs/server-command.ts';
import { serverProgram, type ServerProgram } from './programs/server-program.ts';
import { ContainerLog } from './container-log.ts';
import { FileSystem, type Mount } from './file-system.ts';
import { ContainerResources } from './resources/container-resources.ts';
import type { NodeMemory } from './resources/node-memory.ts';
import type { ResourceUse } from './resources/resource-use.ts';
import { isShell, Shell } from './shell/run.ts';
import { runScript } from './shell/run-script.ts';
import type { Script, ShellNetwork, ShellWorld } from './shell/world.ts';

/** How a process ended, as containerd reports it. */
export interface Ending {
	readonly exitCode: number;
	readonly reason: 'Completed' | 'Error' | 'OOMKilled';
}

/** What else becomes of a process's doing. */
export interface ProcessNews {
	ended(ending: Ending): void;
	/** It has written something. */
	logged(text: string): void;
	/** Its container takes something else of the node. */
	uses(use: ResourceUse): void;
}

const sigkill = 137;

/** What a container without a limit may take, bytes: enough for any script, too little for one that never stops. */
const memoryWithoutLimit = 128 * 1024 * 1024;

/**
 * The first process of a container, in virtual time: a server or a shell. As process 1 of its PID namespace it has no default
 * reaction to SIGTERM: a shell without a trap, or `sleep`, goes on until SIGKILL. When it ends, all others end with it.
 */
export class Process {
	readonly files: FileSystem;
	readonly log = new ContainerLog();
	running = false;
	private shell: Shell | undefined;
	/** Ends the first process's script. */
	private stop: () => void = () => {};
	private readonly servers: RunningServer[] = [];
	/** Commands that run beside the first process, each with how it is ended. */
	private readonly beside = new Set<() => void>();
	private readonly environment: Map<string, string>;
	private readonly resources: ContainerResources;

	constructor(
		private readonly kernel: Kernel,
		private readonly container: Container,
		/** `namespace/name` of its Pod. */
		private readonly pod: string,
		private readonly news: ProcessNews,
		memory: NodeMemory,
		oomScoreAdj: number,
		private readonly network?: ShellNetwork,
		mounts: readonly Mount[] = []
	) {
		this.resources = new ContainerResources(
			kernel,
			memory,
			container,
			oomScoreAdj,
			(use) => news.uses(use),
			() => this.end(sigkill, true)
		);
		this.files = new FileSystem(mounts);
		this.environment = new Map(
			(container.env ?? []).map(({ name, value }) => [name, value ?? ''] as const)
		);
	}

	/** An error in containerd's words when there is no such program. */
	start(): string | undefined {
		const command = commandOf(this.container);
		if (command === undefined) return this.startImage();
		const server = this.serverOf(command);
		const [program = ''] = command;
		if (server === undefined && !isKnownProgram(program)) {
			return `failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ${notFound(program)}`;
		}
		this.running = true;
		if (server !== undefined) {
			this.serve(server);
			return undefined;
		}
		if (this.readsInput && isShell(program) && command.length === 1) return undefined;
		const write = (text: string): void => this.write(text);
		this.shell = new Shell(this.world(write, write));
		const script = this.shell.runCommand(command);
		this.kernel.after(1, () => {
			if (!this.running) return;
			this.stop = runScript(this.kernel, script, (code, outOfMemory) =>
				this.end(code, outOfMemory)
			);
		});
		return undefined;
	}

	/** Whether its input is kept open (`stdin: true`): a shell then waits for what is typed there. */
	private get readsInput(): boolean {
		return this.container.stdin === true;
	}

	/** Whoever typed has left a shell that reads its input; it ends with the status of its last command. */
	endInput(exitCode: number): void {
		if (this.readsInput && this.servers.length === 0 && this.shell === undefined) {
			this.end(exitCode);
		}
	}

	/** SIGTERM: what the program makes of it. SIGKILL: the end. */
	signal(signal: 'SIGTERM' | 'SIGKILL'): void {
		if (!this.running) return;
		if (signal === 'SIGKILL') return this.end(sigkill);
		const { shell } = this;
		if (shell === undefined) for (const server of this.servers) server.terminate();
		else if (shell.replaced) this.servers.at(-1)?.terminate();
		else shell.terminate();
	}

	/**
	 * Runs a command beside the first process (a hook, a probe, exec). `onDone` gets its exit code and what it wrote; when the
	 * container ends first it is killed (137). An error in containerd's words when there is no such program.
	 *
	 * @param tell gets what is written as it is written
	 */
	exec(
		command: readonly string[],
		onDone: (exitCode: number, output: string, errors: string) => void,
		input = '',
		tell: (stream: 'stdout' | 'stderr', text: string) => void = () => undefined
	): string | undefined {
		const [program = ''] = command;
		if (!isKnownProgram(program)) return notFound(program);
		let output = '';
		let errors = '';
		const world = this.world(
			(text) => {
				output += text;
				tell('stdout', text);
			},
			(text) => {
				errors += text;
				tell('stderr', text);
			}
		);
		this.startBeside(new Shell(world).runCommand(command, input), (exitCode) =>
			onDone(exitCode, output, errors)
		);
		return undefined;
	}

	private startBeside(script: Script, onDone: (exitCode: number) => void): void {
		const finish = (exitCode: number): void => {
			if (this.beside.delete(kill)) onDone(exitCode);
		};
		let stop = (): void => {};
		const kill = (): void => {
			stop();
			finish(sigkill);
		};
		this.beside.add(kill);
		stop = runScript(this.kernel, script, finish);
	}

	/** Bytes that its processes hold. */
	get memory(): number {
		return this.resources.memory;
	}

	/** The server of this container that listens on a port. */
	listenerOn(port: number): Listener | undefined {
		return this.servers.find((server) => server.listensOn(port));
	}

	private startImage(): undefined {
		this.running = true;
		const { image = '', args = [] } = this.container;
		const { repository } = splitImage(image);
		const found = lookUpImage(image);
		const kind = found.found ? found.image.runs : 'server';
		if (kind === 'once') {
			this.write(`Hello from ${repository}!\n`);
			this.kernel.after(1, () => this.end(0));
		} else if (kind === 'shell') {
			if (this.readsInput) return undefined;
			// A shell with no terminal reads the end of its input and ends.
			this.kernel.after(1, () => this.end(0));
		} else this.serve(serverProgram(image, this.environment, args, this.hostname));
		return undefined;
	}

	private serverOf(command: readonly string[]): ServerProgram | undefined {
		return serverCommand(this.container.image ?? '', command, this.environment, this.hostname);
	}

	private serve(program: ServerProgram): void {
		this.servers.push(
			new RunningServer(this.kernel, program, `${this.pod}/${this.container.name}`, {
				write: (text) => this.write(text),
				end: (exitCode) => this.end(exitCode),
				spendCpu: (cpuMs) => this.resources.spendCpu(cpuMs)
			})
		);
	}

	private get hostname(): string {
		return this.pod.slice(this.pod.indexOf('/') + 1);
	}

	private world(write: (text: string) => void, complain: (text: string) => void): ShellWorld {
		const limit = intValue(this.container.resources?.limits?.memory);
		return {
			files: this.files,
			environment: this.environment,
			hostname: this.hostname,
			memoryBytes: Math.min(limit || memoryWithoutLimit, memoryWithoutLimit),
			resources: this.resources,
			now: () => this.kernel.wallMs,
			write,
			complain,
			spawn: (script, onDone) => this.startBeside(script, onDone),
			...(this.network === undefined ? undefined : { network: this.network }),
			kill: (signal) => this.signal(signal),
			serve: (command) => {
				const program = this.serverOf(command);
				if (program !== undefined) this.serve(program);
				return program !== undefined;
			},
			serverRuns: () => this.running && this.servers.length > 0,
			stopServers: () => {
				for (const server of this.servers) server.terminate();
			}
		};
	}

	private end(exitCode: number, outOfMemory = false): void {
		if (!this.running) return;
		this.running = false;
		this.log.close();
		this.stop();
		for (const server of this.servers) server.kill();
		this.resources.release();
		const reason = outOfMemory ? 'OOMKilled' : exitCode === 0 ? 'Completed' : 'Error';
		this.news.ended({ exitCode, reason });
		for (const kill of [...this.beside]) kill();
	}

	private write(text: string): void {
		if (this.log.write(text, this.kernel.wallMs)) this.news.logged(text);
	}
}

function notFound(program: string): string {
	return `exec: ${JSON.stringify(program)}: executable file not found in $PATH`;
}
