import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
	serveCluster,
	type ServedCluster,
	type ServeOptions
} from '../../scripts/kinetes/serve/served-cluster.ts';
import type { Printed } from '../conformance/session/play-session.ts';

/** A command that runs in a shell. */
export interface Running {
	readonly ended: Promise<Printed>;
	/** What it has printed so far. */
	readonly printed: { readonly stdout: string; readonly stderr: string };
	/** Ctrl-C. */
	interrupt(): void;
}

/** A command that takes longer than this, ms, waits for the cluster: then that is sped up. */
const unhurriedMs = 400;
const hurry = 30;

/** Whether a command counts the seconds itself: for it time must not run. */
function isImpatient(line: string): boolean {
	return /--(request-)?timeout=[1-5]s/.test(line);
}

const nodes = ['worker-1', 'worker-2', 'worker-3'].map((name) => ({
	name,
	cpu: '2',
	memory: '3610176Ki'
}));

/** A served cluster, and a folder with a shell in which the real kubectl talks to it. */
export class Workplace {
	private hurried = 0;

	private constructor(
		readonly cluster: ServedCluster,
		readonly folder: string,
		private readonly path: string,
		private readonly isHurried: boolean
	) {}

	/**
	 * @param kubectl the folder of the binary
	 * @param isHurried whether a command that waits makes the cluster live faster
	 */
	static async open(
		kubectl: string,
		files: Readonly<Record<string, string>> = {},
		{ isHurried = false, ...options }: Partial<ServeOptions> & { isHurried?: boolean } = {}
	): Promise<Workplace> {
		const cluster = await serveCluster({ port: 0, speed: 1, nodes, seed: 1, ...options });
		const folder = mkdtempSync(join(tmpdir(), 'kinetes-work-'));
		for (const [name, text] of Object.entries(files)) {
			const file = join(folder, 'work', name);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, text);
		}
		mkdirSync(join(folder, 'work'), { recursive: true });
		// The context that the recorded sessions had.
		const kubeconfig = readFileSync(cluster.kubeconfig, 'utf8')
			.replaceAll('kubernetes-admin@kinetes', 'sim')
			.replaceAll('kubernetes-admin', 'admin')
			.replaceAll('kinetes', 'sim')
			.replace('    user: admin', '    namespace: default\n    user: admin');
		writeFileSync(join(folder, 'kubeconfig'), kubeconfig);
		return new Workplace(cluster, folder, kubectl, isHurried);
	}

	/** Types a line. */
	start(line: string, stdin = '', environment: Readonly<Record<string, string>> = {}): Running {
		const child = spawn('bash', ['-c', line], {
			cwd: join(this.folder, 'work'),
			detached: true,
			env: {
				PATH: `${this.path}:${process.env['PATH'] ?? ''}`,
				HOME: this.folder,
				KUBECONFIG: join(this.folder, 'kubeconfig'),
				LANG: 'C.UTF-8',
				...environment
			}
		});
		const printed = { stdout: '', stderr: '' };
		for (const stream of ['stdout', 'stderr'] as const) {
			child[stream].setEncoding('utf8').on('data', (text: string) => (printed[stream] += text));
		}
		child.stdin.on('error', () => {});
		child.stdin.end(stdin);
		let isHurrying = false;
		const hurryUp = (): void => {
			isHurrying = true;
			this.hurryBy(1);
		};
		const waits = isImpatient(line) ? undefined : setTimeout(hurryUp, unhurriedMs);
		let isInterrupted = false;
		const ended = new Promise<Printed>((resolve) => {
			child.on('close', (exit) => {
				clearTimeout(waits);
				if (isHurrying) this.hurryBy(-1);
				resolve({ ...printed, exit: isInterrupted ? null : exit });
			});
		});
		return {
			ended,
			printed,
			interrupt: () => {
				isInterrupted = true;
				if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
			}
		};
	}

	/** Types a line and waits for its end. */
	run(line: string, stdin = '', environment: Readonly<Record<string, string>> = {}) {
		return this.start(line, stdin, environment).ended;
	}

	close(): void {
		this.cluster.close();
		rmSync(this.folder, { recursive: true, force: true });
	}

	private hurryBy(change: number): void {
		if (!this.isHurried) return;
		this.hurried += change;
		this.cluster.pace.changeSpeed(this.hurried > 0 ? hurry : 1);
	}
}
