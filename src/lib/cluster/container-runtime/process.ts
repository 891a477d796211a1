import type { Container, Handler } from '#lib/kubernetes/pod.ts';
import { intValue } from '#lib/kubernetes/quantity.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Timer } from '../kernel/event-queue.ts';
import { lookUpImage, splitImage } from './image-catalogue.ts';
import { OutOfMemory, Shell, type Pause, type Script, type ShellWorld } from './shell/run.ts';
import { ShellSyntaxError } from './shell/syntax.ts';

/** How a process ended, as containerd reports it. */
export interface Ending {
	readonly exitCode: number;
	readonly reason: 'Completed' | 'Error' | 'OOMKilled';
}

const sigkill = 137;

/** A container's log is kept and told up to here, characters; what comes later is dropped. */
const longestLog = 100_000;

/** What a container without a limit may take, bytes: enough for any script, too little for one that never stops. */
const memoryWithoutLimit = 128 * 1024 * 1024;

/**
 * The first process of a container, in virtual time. As process 1 of its PID namespace it has no default reaction to
 * SIGTERM: a shell without a trap, or `sleep`, goes on until SIGKILL.
 */
export class Process {
	readonly files = new Map<string, string>();
	log = '';
	running = false;
	private startedMs = 0;
	private script: Script | undefined;
	private shell: Shell | undefined;
	private timer: Timer | undefined;
	private readonly environment: Map<string, string>;

	constructor(
		private readonly kernel: Kernel,
		private readonly container: Container,
		private readonly hostname: string,
		private readonly onExit: (ending: Ending) => void,
		private readonly onLog: (text: string) => void
	) {
		this.environment = new Map(
			(container.env ?? []).map(({ name, value }) => [name, value ?? ''] as const)
		);
	}

	/** An error in containerd's words when there is no such program. */
	start(): string | undefined {
		this.startedMs = this.kernel.nowMs;
		const command = commandOf(this.container);
		if (command === undefined) return this.startServer();
		const [program = '', ...args] = command;
		if (!isKnownProgram(program)) {
			return `failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: ${JSON.stringify(program)}: executable file not found in $PATH`;
		}
		this.running = true;
		this.shell = new Shell(this.world((text) => this.write(text)));
		this.script = this.shell.run(scriptOf(program, args));
		this.kernel.after(1, () => this.proceed());
		return undefined;
	}

	/** SIGTERM: what the program makes of it. SIGKILL: the end. */
	signal(signal: 'SIGTERM' | 'SIGKILL'): void {
		if (!this.running) return;
		if (signal === 'SIGKILL') return this.end(sigkill);
		if (this.shell === undefined) {
			if (!this.environment.get('IGNORE_TERM')) this.kernel.after(1, () => this.end(0));
			return;
		}
		if (this.shell.trapped !== undefined) this.shell.terminated = true;
	}

	/** Runs a command beside the first process (a hook, a probe, exec). `onDone` gets its exit code and what it wrote. */
	exec(command: readonly string[], onDone: (exitCode: number, output: string) => void): void {
		let output = '';
		const shell = new Shell(this.world((text) => (output += text)));
		const [program = '', ...args] = command;
		const script = shell.run(scriptOf(program, args));
		const proceed = (): void => {
			const { value, done } = step(script);
			if (done) onDone(value, output);
			else if (value.sleepMs !== Infinity) this.kernel.after(value.sleepMs, proceed);
		};
		proceed();
	}

	/**
	 * What a probe over the network gets: a server answers on its port once it listens (`START_DELAY` after its start);
	 * anything else is refused. `web` answers `/fail` with 500.
	 */
	answer(
		{ httpGet, tcpSocket, grpc }: Handler,
		{ ports = [] }: Container,
		ip: string
	): { succeeded: boolean; output: string } {
		const asked = httpGet?.port ?? tcpSocket?.port ?? grpc?.port ?? 0;
		const port =
			typeof asked === 'number'
				? asked
				: (ports.find(({ name }) => name === asked)?.containerPort ?? 0);
		const refused = `dial tcp ${ip}:${port}: connect: connection refused`;
		const path = httpGet?.path ?? '/';
		const url = `http://${ip}:${port}${path.startsWith('/') ? path : `/${path}`}`;
		if (!this.listensOn(port)) {
			return {
				succeeded: false,
				output: httpGet === undefined ? refused : `Get ${JSON.stringify(url)}: ${refused}`
			};
		}
		if (httpGet !== undefined && path === '/fail') {
			return { succeeded: false, output: 'HTTP probe failed with statuscode: 500' };
		}
		return { succeeded: true, output: '' };
	}

	private listensOn(port: number): boolean {
		const found = lookUpImage(this.container.image ?? '');
		const serves =
			this.running && this.shell === undefined && found.found && found.image.port === port;
		const delay = goDurationMs(this.environment.get('START_DELAY') ?? '');
		return serves && this.kernel.nowMs - this.startedMs >= delay;
	}

	private startServer(): undefined {
		this.running = true;
		const { repository, tag } = splitImage(this.container.image ?? '');
		const found = lookUpImage(this.container.image ?? '');
		const kind = found.found ? found.image.runs : 'server';
		if (kind === 'once') {
			this.write(`Hello from ${repository}!\n`);
			this.kernel.after(1, () => this.end(0));
		} else if (repository === 'web') {
			const version = tag === 'latest' ? 'v3' : tag;
			const delay = goDurationMs(this.environment.get('START_DELAY') ?? '');
			this.kernel.after(Math.max(1, delay), () => {
				if (this.running) this.write(`listening ${version}\n`);
			});
		} else if (kind === 'shell') {
			// A shell with no terminal reads the end of its input and ends.
			this.kernel.after(1, () => this.end(0));
		}
		return undefined;
	}

	private world(write: (text: string) => void): ShellWorld {
		const limit = intValue(this.container.resources?.limits?.memory);
		return {
			files: this.files,
			environment: this.environment,
			hostname: this.hostname,
			memoryBytes: Math.min(limit || memoryWithoutLimit, memoryWithoutLimit),
			write
		};
	}

	private proceed(): void {
		if (!this.running) return;
		const { value, done, outOfMemory } = step(this.script!);
		if (done) this.end(value, outOfMemory);
		else if (value.sleepMs !== Infinity) {
			this.timer = this.kernel.after(value.sleepMs, () => this.proceed());
		}
	}

	private end(exitCode: number, outOfMemory = false): void {
		if (!this.running) return;
		this.running = false;
		this.timer?.cancel();
		const reason = outOfMemory ? 'OOMKilled' : exitCode === 0 ? 'Completed' : 'Error';
		this.onExit({ exitCode, reason });
	}

	private write(text: string): void {
		if (this.log.length + text.length > longestLog) return;
		this.log += text;
		this.onLog(text);
	}
}

type Turn =
	| { readonly done: true; readonly value: number; readonly outOfMemory?: boolean }
	| { readonly done: false; readonly value: Pause; readonly outOfMemory?: undefined };

function step(script: Script): Turn {
	try {
		const result = script.next();
		return result.done === true
			? { done: true, value: result.value }
			: { done: false, value: result.value };
	} catch (error) {
		if (error instanceof ShellSyntaxError) return { done: true, value: 2 };
		if (error instanceof OutOfMemory) return { done: true, value: sigkill, outOfMemory: true };
		throw error;
	}
}

/** What the container runs; undefined: what its image runs by itself. `command` replaces the image's entry point. */
function commandOf({ command, args, image }: Container): readonly string[] | undefined {
	if (command !== undefined && command.length > 0) return [...command, ...(args ?? [])];
	const found = lookUpImage(image ?? '');
	const takesCommand = found.found && found.image.runs === 'shell';
	return takesCommand && args !== undefined && args.length > 0 ? args : undefined;
}

const programs = new Set(
	'sh ash bash sleep echo true false cat ls touch rm test [ tail date hostname mkdir exit nginx httpd redis-server web pause'.split(
		' '
	)
);

function isKnownProgram(program: string): boolean {
	return programs.has(program.replace(/^\/?(usr\/)?(local\/)?bin\//, '').replace(/^\//, ''));
}

/** A command as a script: its words quoted, so that nothing in them is read as syntax. */
function scriptOf(program: string, args: readonly string[]): string {
	return [program, ...args].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
}

/** Go's duration text (`2s`, `500ms`) in ms, 0 if it is none. */
function goDurationMs(text: string): number {
	const match = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text);
	if (match === null) return 0;
	return Number(match[1]) * { ms: 1, s: 1000, m: 60_000 }[match[2] as 'ms' | 's' | 'm'];
}
