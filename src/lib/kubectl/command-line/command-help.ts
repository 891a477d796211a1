import type { Command } from '../command.ts';
import { helpPages } from './help-pages.ts';

/** What `--help` prints, and what some commands print when their arguments are wrong. */
export function helpText(command: Command, name: string): string {
	const page = helpPages[name];
	if (page !== undefined) return `${page}\n`;
	const flags = command.flags
		.filter((flag) => !flag.missing)
		.map((flag) => `      ${flag.short === undefined ? '' : `-${flag.short}, `}--${flag.name}`);
	const subcommands = (command.subcommands ?? []).map((one) => `  ${one.name}`);
	const aliases = command.aliases ?? [];
	return [
		`kubectl ${name}`,
		...(aliases.length > 0 ? ['', 'Aliases:', [command.name, ...aliases].join(', ')] : []),
		...(subcommands.length > 0 ? ['', 'Available Commands:', ...subcommands] : []),
		...(flags.length > 0 ? ['', 'Options:', ...flags] : []),
		'',
		'Usage:',
		`  kubectl ${name} [options]`,
		'',
		'Use "kubectl options" for a list of global command-line options (applies to all commands).',
		''
	].join('\n');
}
