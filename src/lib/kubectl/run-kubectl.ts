import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { Command, CommandContext, KubectlSession } from './command.ts';
import { helpText } from './command-line/command-help.ts';
import { findCommand } from './command-line/find-command.ts';
import type { Flag } from './command-line/flag.ts';
import { globalFlags } from './command-line/global-flags.ts';
import { FlagError, type ParsedFlags, parseFlags } from './command-line/parse-flags.ts';
import { requestTimeout } from './command-line/request-timeout.ts';
import { knownCommands } from './commands.ts';
import { type Editor, editorOfLine } from './edit/editor.ts';
import { errorText } from './error-text.ts';
import { GroupHelp, KubectlError, RemoteExit, SilentFailure } from './kubectl-error.ts';
import { adorned } from './kubeconfig/connected-client.ts';
import { type Connection, connectionOf, type Reached } from './kubeconfig/connection.ts';
import { withTemplate } from './command-line/template-flag.ts';
import { untilItAsks } from './kubeconfig/unreachable.ts';
import { discoverCustomResources, NotDiscovered } from './resources/custom-resources.ts';
import { runSteps, type StepsWorld } from './run-steps.ts';
import type { Steps } from './steps.ts';

/** What kubectl needs from where it runs. */
export interface KubectlWorld extends Omit<StepsWorld, 'warn' | 'client'> {
	/** The API server at an address; undefined: nobody listens there. */
	connect(connection: Connection): ApiClient | undefined;
	readonly files: Readonly<Record<string, string>>;
	readonly stdin?: string;
	readonly session: KubectlSession;
	/** Variables of the environment. */
	readonly variables: Readonly<Record<string, string>>;
	/** What the person does in an editor, unless a variable names another one. */
	readonly edit?: Editor;
	print(stream: 'stdout' | 'stderr', text: string): void;
	exit(code: number): void;
}

/**
 * Runs one kubectl command.
 *
 * @param words what stands behind `kubectl`
 * @returns stops it, without an exit code
 */
export function runKubectl(words: readonly string[], world: KubectlWorld): () => void {
	let failureCode = 1;
	const fail = (error: Error): void => {
		world.print(error instanceof GroupHelp ? error.stream : 'stderr', errorText(error));
		world.exit(exitCodeOf(error, failureCode));
	};
	const warned = new Set<string>();
	const warn = (text: string): void => {
		if (!warned.has(text)) world.print('stderr', `Warning: ${text}\n`);
		warned.add(text);
	};
	let client: ApiClient | undefined;
	const connected: ApiClient = {
		request: (request, onResponse) => client?.request(request, onResponse),
		watch: (request, onEvent, onClosed) => client!.watch(request, onEvent, onClosed)
	};
	const steps = start(words, world, {
		found: (command) => (failureCode = command.failureCode ?? 1),
		connected: (to) => (client = to)
	});
	return runSteps(steps, { ...world, client: connected, warn }, () => world.exit(0), fail);
}

function* start(
	words: readonly string[],
	world: KubectlWorld,
	on: { found(command: Command): void; connected(client: ApiClient): void }
): Steps<void> {
	const { command, name, words: rest } = findCommand(words, knownCommands());
	on.found(command);
	const own = new Set(command.flags.map((flag) => flag.name));
	const known = [...command.flags, ...globalFlags.filter((flag) => !own.has(flag.name))];
	const flags = withTemplate(readFlags(rest, known, name));
	if (flags.bool('help')) {
		world.print('stdout', helpText(command, name));
		return;
	}
	for (const { name: flag, deprecated } of known) {
		if (deprecated === undefined || !flags.given(flag)) continue;
		world.print('stderr', `Flag --${flag} has been deprecated, ${deprecated}\n`);
	}
	const absent = known.find((flag) => flag.missing && flags.given(flag.name));
	if (absent !== undefined) {
		throw new KubectlError(`Kinetes doesn't have --${absent.name} of "kubectl ${name}" yet`);
	}
	const required = (command.requiredFlags ?? []).filter((flag) => !flags.given(flag));
	if (required.length > 0) {
		const list = required.map((flag) => JSON.stringify(flag)).join(', ');
		throw new KubectlError(`required flag(s) ${list} not set`);
	}
	const { files, session } = world;
	const reached: Reached | undefined =
		command.isLocal === true ? undefined : connectionOf({ flags, files, session }, own);
	requestTimeout(flags.text('request-timeout'));
	const context = contextOf(command, name, flags, world, reached);
	if (command.run === undefined) return;
	if (reached === undefined) return yield* command.run(context);
	const steps = knowingAllKinds(command.run, context);
	const client = world.connect(reached.connection);
	if (client === undefined) return yield* untilItAsks(steps, context);
	on.connected(adorned(client, reached.impersonate, flags.given('show-managed-fields')));
	yield* steps;
}

/** Runs a command, anew when it names a kind that the API server has to be asked about. */
function* knowingAllKinds(run: NonNullable<Command['run']>, context: CommandContext): Steps<void> {
	try {
		return yield* run(context);
	} catch (error) {
		if (!(error instanceof NotDiscovered)) throw error;
	}
	const customResources = yield* discoverCustomResources();
	yield* run({ ...context, customResources });
}

function readFlags(words: readonly string[], known: readonly Flag[], name: string): ParsedFlags {
	try {
		return parseFlags(words, known);
	} catch (error) {
		if (!(error instanceof FlagError)) throw error;
		throw new KubectlError(`${error.message}\nSee 'kubectl ${name} --help' for usage.`);
	}
}

function contextOf(
	command: Command,
	name: string,
	flags: ParsedFlags,
	world: KubectlWorld,
	reached: Reached | undefined
): CommandContext {
	const given = flags.text('namespace');
	const editorName = world.variables.KUBE_EDITOR || world.variables.EDITOR || '';
	return {
		command,
		name,
		flags,
		args: flags.args,
		namespace: given || reached?.namespace || 'default',
		isNamespaceGiven: given !== '',
		files: world.files,
		stdin: world.stdin,
		session: world.session,
		server: reached?.connection.server ?? '',
		edit: editorName === '' ? (world.edit ?? ((text) => text)) : editorOfLine(editorName),
		editorName,
		nowMs: () => world.nowMs(),
		out: (text) => world.print('stdout', text),
		err: (text) => world.print('stderr', text)
	};
}

function exitCodeOf(error: Error, usual: number): number {
	if (error instanceof RemoteExit) return error.exitCode;
	return error instanceof SilentFailure ? 1 : usual;
}
