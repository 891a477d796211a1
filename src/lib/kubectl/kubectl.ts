import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { KubectlSession } from './command.ts';
import type { Editor } from './edit/editor.ts';
import type { Connection } from './kubeconfig/connection.ts';
import { runKubectl } from './run-kubectl.ts';
import { parseLine, type Pipeline, type ProgramCall } from './shell/parse-line.ts';
import { type Program, programs } from './shell/programs.ts';
import { ShellError } from './shell/shell-error.ts';

/** Where a person's command line runs. */
export interface KubectlEnvironment {
	/** The API server of the default kubeconfig, for its admin. */
	readonly client: ApiClient;
	/** Other API servers and other users; by default there is none but `client`. Undefined: nobody listens there. */
	readonly connect?: (connection: Connection) => ApiClient | undefined;
	/** The files of the working folder, by name. */
	readonly files: Readonly<Record<string, string>>;
	readonly stdin?: string;
	/** What the person does to a file in an editor; without it, nothing. */
	readonly edit?: Editor;
	/** Programs beside those that every shell has. */
	readonly programs?: Readonly<Record<string, Program>>;
	/** What `kubectl config` changes, shared by the commands of one terminal. Default: a new one. */
	readonly session?: KubectlSession;
	/** Ms since the epoch, by the cluster's clock. */
	nowMs(): number;
	after(delayMs: number, then: () => void): void;
	print(stream: 'stdout' | 'stderr', text: string): void;
	/** Called once, unless the command is stopped before. */
	exit(code: number): void;
}

export interface RunningCommand {
	/** Ctrl-C: nothing is printed any more, and there is no exit code. */
	stop(): void;
}

const notFound = 127;
const defaultServer = 'https://127.0.0.1:6443';

/**
 * Runs a line as a person types it into a shell: kubectl, the programs that one puts behind a pipe, `;`, `&&` and `||`.
 * It ends by `exit`; nothing is printed after that.
 */
export function runCommandLine(line: string, environment: KubectlEnvironment): RunningCommand {
	let pipelines: readonly Pipeline[];
	try {
		pipelines = parseLine(line);
	} catch (error) {
		if (!(error instanceof ShellError)) throw error;
		environment.print('stderr', `${error.message}\n`);
		environment.exit(error.exitCode);
		return { stop: () => undefined };
	}
	let isStopped = false;
	let stopProgram = (): void => undefined;
	const session = environment.session ?? {};

	const runPipeline = (at: number, lastCode: number): void => {
		if (isStopped) return;
		const pipeline = pipelines[at];
		if (pipeline === undefined) {
			environment.exit(lastCode);
			return;
		}
		const skips =
			(pipeline.when === 'success' && lastCode !== 0) ||
			(pipeline.when === 'failure' && lastCode === 0);
		if (skips) runPipeline(at + 1, lastCode);
		else runCall(pipeline.calls, 0, environment.stdin, (code) => runPipeline(at + 1, code));
	};

	const runCall = (
		calls: readonly ProgramCall[],
		at: number,
		stdin: string | undefined,
		then: (code: number) => void
	): void => {
		const call = calls[at]!;
		const isLast = at === calls.length - 1;
		let piped = '';
		const print = (stream: 'stdout' | 'stderr', text: string): void => {
			if (isStopped || (stream === 'stderr' && call.stderr === 'nowhere')) return;
			const target = stream === 'stderr' && call.stderr === 'pipe' ? 'stdout' : stream;
			if (isLast || target === 'stderr') environment.print(target, text);
			else piped += text;
		};
		const exit = (code: number): void => {
			if (isStopped) return;
			if (isLast) then(code);
			else runCall(calls, at + 1, piped, then);
		};
		const input = call.inputFile === undefined ? stdin : environment.files[call.inputFile];
		if (call.inputFile !== undefined && input === undefined) {
			print('stderr', `bash: ${call.inputFile}: No such file or directory\n`);
			exit(1);
			return;
		}
		stopProgram = startProgram(call, input, environment, session, print, exit);
	};

	runPipeline(0, 0);
	return {
		stop: () => {
			isStopped = true;
			stopProgram();
		}
	};
}

function startProgram(
	{ words, variables }: ProgramCall,
	stdin: string | undefined,
	environment: KubectlEnvironment,
	session: KubectlSession,
	print: KubectlEnvironment['print'],
	exit: (code: number) => void
): () => void {
	const [name = '', ...args] = words;
	const { client, files } = environment;
	if (name === 'kubectl') {
		const only = ({ server }: Connection): ApiClient | undefined =>
			server === defaultServer ? client : undefined;
		return runKubectl(args, {
			connect: environment.connect ?? only,
			files,
			stdin,
			session,
			variables,
			edit: environment.edit,
			nowMs: () => environment.nowMs(),
			after: (delayMs, then) => environment.after(delayMs, then),
			print,
			exit
		});
	}
	if (name === 'sleep' && /^\d+(?:\.\d+)?$/.test(args[0] ?? '')) {
		environment.after(Number(args[0]) * 1000, () => exit(0));
		return () => undefined;
	}
	const known = { ...programs, ...environment.programs };
	const program = Object.hasOwn(known, name) ? known[name] : undefined;
	if (program === undefined) {
		print('stderr', `bash: ${name}: command not found\n`);
		exit(notFound);
		return () => undefined;
	}
	const result = program({ args, stdin: stdin ?? '', files });
	if (result.stdout !== '') print('stdout', result.stdout);
	if (result.stderr) print('stderr', result.stderr);
	exit(result.exitCode);
	return () => undefined;
}
