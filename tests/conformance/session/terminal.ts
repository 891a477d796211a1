import { Cluster } from '#lib/cluster/cluster.ts';
import { draw, latency } from '#lib/cluster/kernel/latency.ts';
import { learnFurtherCommands } from '#lib/kubectl/further-commands.ts';
import { runCommandLine } from '#lib/kubectl/kubectl.ts';
import { connectTo, simulatedServer } from '#lib/source/connect.ts';

/** A command that was typed, and what it printed so far. */
export interface Typed {
	readonly stdout: string;
	readonly stderr: string;
	/** null while it goes on, and when it was stopped. */
	readonly exit: number | null;
	/** Ctrl-C. */
	stop(): void;
}

/** What differs between two recordings of a session: what was drawn, and when in a second it began. */
export interface Chance {
	readonly seed: number;
	/** Ms after the cluster has come to rest at which the first command is typed. */
	readonly firstMs: number;
}

learnFurtherCommands();

const epochMs = Date.parse('2026-01-05T09:00:00Z');
const warmUpMs = 2000;
const nodes = ['worker-1', 'worker-2', 'worker-3'].map((name) => ({
	name,
	cpu: '2',
	memory: '3610176Ki'
}));
const imagesPresent = ['web:v1', 'web:v2', 'web:v3', 'web:latest', 'busybox:1.36'];

/** A terminal beside the cluster of the recorded sessions: commands are typed while it runs. */
export class Terminal {
	readonly #cluster: Cluster;
	readonly #files: Readonly<Record<string, string>>;
	/** What `kubectl config` changes holds for the commands that follow. */
	readonly #session = {};
	#commands = 0;

	constructor({ seed, firstMs }: Chance, files: Readonly<Record<string, string>>) {
		this.#cluster = new Cluster({ seed, epochMs, nodes, imagesPresent });
		this.#files = files;
		this.runUntil(warmUpMs + firstMs);
	}

	get nowMs(): number {
		return this.#cluster.kernel.nowMs;
	}

	type(run: string, stdin?: string): Typed {
		const { kernel } = this.#cluster;
		this.#commands += 1;
		const actor = `kubectl/${this.#commands}`;
		const text = { stdout: '', stderr: '' };
		let exit: number | null = null;
		let stop = (): void => undefined;
		const start = (): void => {
			const running = runCommandLine(run, {
				client: this.#cluster.clientFor(actor),
				connect: connectTo(
					(server) => (server === simulatedServer ? this.#cluster : undefined),
					actor
				),
				session: this.#session,
				files: this.#files,
				stdin,
				nowMs: () => kernel.wallMs,
				after: (delayMs, then) => void kernel.after(delayMs, then),
				print: (stream, printed) => (text[stream] += printed),
				exit: (code) => (exit = code)
			});
			stop = () => running.stop();
		};
		kernel.because(null, () =>
			kernel.after(draw(kernel.random.stream(actor), latency.kubectlStart), start)
		);
		return {
			get stdout() {
				return text.stdout;
			},
			get stderr() {
				return text.stderr;
			},
			get exit() {
				return exit;
			},
			stop: () => stop()
		};
	}

	/** Types a command at a moment to come. */
	typeLater(delayMs: number, run: string): void {
		this.#cluster.kernel.because(null, () =>
			this.#cluster.kernel.after(delayMs, () => this.type(run))
		);
	}

	runUntil(moment: number): void {
		this.#cluster.kernel.runUntil(moment);
	}

	/** Runs until the command has ended, for so many ms at most. */
	await(typed: Typed, mostMs: number): void {
		const { kernel } = this.#cluster;
		const untilMs = this.nowMs + mostMs;
		while (typed.exit === null && (kernel.nextDueMs ?? Infinity) <= untilMs) kernel.step();
	}
}
