import type { Command, CommandContext, KubectlSession } from './command.ts';
import { checkConnection } from './command-line/check-connection.ts';
import { findCommand } from './command-line/find-command.ts';
import type { Flag } from './command-line/flag.ts';
import { globalFlags } from './command-line/global-flags.ts';
import { FlagError, type ParsedFlags, parseFlags } from './command-line/parse-flags.ts';
import { requestTimeout } from './command-line/request-timeout.ts';
import { commands } from './commands.ts';
import { type Editor, editorOfLine } from './edit/editor.ts';
import { errorText } from './error-text.ts';
import { GroupHelp, KubectlError, RemoteExit } from './kubectl-error.ts';
import { runSteps, type StepsWorld } from './run-steps.ts';
import type { Steps } from './steps.ts';

/** What kubectl needs from where it runs. */
export interface KubectlWorld extends Omit<StepsWorld, 'warn'> {
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
	const fail = (error: Error): void => {
		world.print(error instanceof GroupHelp ? error.stream : 'stderr', errorText(error));
		world.exit(error instanceof RemoteExit ? error.exitCode : 1);
	};
	const warned = new Set<string>();
	const warn = (text: string): void => {
		if (!warned.has(text)) world.print('stderr', `Warning: ${text}\n`);
		warned.add(text);
	};
	return runSteps(start(words, world), { ...world, warn }, () => world.exit(0), fail);
}

function* start(words: readonly string[], world: KubectlWorld): Steps<void> {
	const { command, name, words: rest } = findCommand(words, commands);
	const own = new Set(command.flags.map((flag) => flag.name));
	const known = [...command.flags, ...globalFlags.filter((flag) => !own.has(flag.name))];
	const flags = readFlags(rest, known, name);
	if (flags.bool('help')) {
		world.print('stdout', helpText(command, name));
		return;
	}
	for (const { name: flag, deprecated } of known) {
		if (deprecated === undefined || !flags.given(flag)) continue;
		world.print('stderr', `Flag --${flag} has been deprecated, ${deprecated}\n`);
	}
	checkConnection(flags, own);
	const absent = known.find((flag) => flag.missing && flags.given(flag.name));
	if (absent !== undefined) {
		throw new KubectlError(`Kinetes doesn't have --${absent.name} of "kubectl ${name}" yet`);
	}
	const required = (command.requiredFlags ?? []).filter((flag) => !flags.given(flag));
	if (required.length > 0) {
		const list = required.map((flag) => JSON.stringify(flag)).join(', ');
		throw new KubectlError(`required flag(s) ${list} not set`);
	}
	requestTimeout(flags.text('request-timeout'));
	if (command.run !== undefined) yield* command.run(contextOf(name, flags, world));
}

function readFlags(words: readonly string[], known: readonly Flag[], name: string): ParsedFlags {
	try {
		return parseFlags(words, known);
	} catch (error) {
		if (!(error instanceof FlagError)) throw error;
		throw new KubectlError(`${error.message}\nSee 'kubectl ${name} --help' for usage.`);
	}
}

function contextOf(name: string, flags: ParsedFlags, world: KubectlWorld): CommandContext {
	const given = flags.text('namespace');
	const editorName = world.variables.KUBE_EDITOR || world.variables.EDITOR || '';
	return {
		name,
		flags,
		args: flags.args,
		namespace: given || world.session.namespace || 'default',
		isNamespaceGiven: given !== '',
		files: world.files,
		stdin: world.stdin,
		session: world.session,
		edit: editorName === '' ? (world.edit ?? ((text) => text)) : editorOfLine(editorName),
		editorName,
		nowMs: () => world.nowMs(),
		out: (text) => world.print('stdout', text),
		err: (text) => world.print('stderr', text)
	};
}

function helpText(command: Command, name: string): string {
	const flags = command.flags
		.filter((flag) => !flag.missing)
		.map((flag) => `      ${flag.short === undefined ? '' : `-${flag.short}, `}--${flag.name}`);
	const subcommands = (command.subcommands ?? []).map((one) => `      ${one.name}`);
	return [
		`kubectl ${name}`,
		...(subcommands.length > 0 ? ['', 'Available Commands:', ...subcommands] : []),
		...(flags.length > 0 ? ['', 'Options:', ...flags] : []),
		''
	].join('\n');
}
