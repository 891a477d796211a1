import type { Command } from '../command.ts';
import { GroupHelp, KubectlError, usageError } from '../kubectl-error.ts';
import { groupHelp } from './group-help.ts';
import { globalFlags } from './global-flags.ts';
import { suggest } from './suggest.ts';
import { realCommands } from './real-commands.ts';
import { furtherCommandNames } from '../further-command-names.ts';

export interface FoundCommand {
	readonly command: Command;
	/** e.g. `create configmap`. */
	readonly name: string;
	/** What stands on the line besides the command's name. */
	readonly words: readonly string[];
}

/**
 * Finds the command that a line means; flags may stand before its name.
 *
 * Models spf13/cobra command.go Find, legacyArgs.
 *
 * @throws KubectlError
 */
export function findCommand(words: readonly string[], commands: readonly Command[]): FoundCommand {
	const at = nextName(words, 0);
	const typed = words[at];
	if (typed === undefined) throw new KubectlError(overview(commands), true);
	const command = commands.find((one) => isNamed(one, typed));
	if (command === undefined) throw unknownCommand(typed);
	const rest = [...words.slice(0, at), ...words.slice(at + 1)];
	return intoSubcommand({ command, name: command.name, words: rest });
}

function intoSubcommand(found: FoundCommand): FoundCommand {
	const { subcommands } = found.command;
	if (subcommands === undefined) return found;
	const at = nextName(found.words, 0);
	const typed = found.words[at];
	const command = subcommands.find((one) => typed !== undefined && isNamed(one, typed));
	if (command !== undefined) {
		const words = [...found.words.slice(0, at), ...found.words.slice(at + 1)];
		return intoSubcommand({ command, name: `${found.name} ${command.name}`, words });
	}
	if (found.command.run !== undefined && (typed === undefined || found.words.some(namesFiles))) {
		return found;
	}
	if (typed !== undefined) {
		const missing = realCommands[found.name]?.includes(typed) ?? false;
		if (missing)
			throw new KubectlError(`Kinetes doesn't have "kubectl ${found.name} ${typed}" yet`);
		throw usageError(
			found.name,
			`unknown command ${JSON.stringify(found.words.slice(at).join(' '))}`
		);
	}
	const help = groupHelp[found.name];
	if (help !== undefined) {
		throw new GroupHelp(help, found.name === 'rollout' ? 'stdout' : 'stderr');
	}
	const names = subcommands.map(({ name }) => `  ${name}`).join('\n');
	throw new KubectlError(
		`Available Commands:\n${names}\n\nUsage:\n  kubectl ${found.name} SUBCOMMAND [options]`,
		true
	);
}

/** `-f x`, `-fx`, `--filename=x`, `-k x`: the command works with files, whatever else stands there. */
function namesFiles(word: string): boolean {
	return /^(?:-[fk]|--filename|--kustomize)/.test(word);
}

function isNamed(command: Command, word: string): boolean {
	return command.name === word || (command.aliases?.includes(word) ?? false);
}

/** Where the first word stands that is neither a flag nor a flag's value. Models stripFlags. */
function nextName(words: readonly string[], from: number): number {
	for (let at = from; at < words.length; at += 1) {
		const word = words[at]!;
		if (word === '--') return words.length;
		if (!word.startsWith('-')) return at;
		const flag = globalFlags.find(
			({ name, short }) => word === `--${name}` || word === `-${short}`
		);
		if (flag !== undefined && flag.bare === undefined) at += 1;
	}
	return words.length;
}

function unknownCommand(typed: string): KubectlError {
	const names = Object.keys(realCommands).sort();
	if (names.includes(typed)) {
		return new KubectlError(`Kinetes doesn't have "kubectl ${typed}" yet`);
	}
	const meant = suggest(typed, names);
	const hint =
		meant.length === 0
			? ''
			: `\n\nDid you mean this?\n${meant.map((name) => `\t${name}\n`).join('')}`;
	return new KubectlError(`unknown command ${JSON.stringify(typed)} for "kubectl"${hint}`);
}

function overview(commands: readonly Command[]): string {
	const known = new Set([...commands.map(({ name }) => name), ...furtherCommandNames]);
	const names = [...known].sort().map((name) => `  ${name}`);
	return `kubectl controls the Kubernetes cluster manager.\n\nCommands that Kinetes has:\n${names.join('\n')}`;
}
