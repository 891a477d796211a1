import type { Command } from './command.ts';
import { knownCommands } from './commands.ts';
import { furtherCommandNames } from './further-command-names.ts';

const furtherCreators: readonly Command[] = [
	{ name: 'cronjob', aliases: ['cj'], flags: [] },
	{ name: 'ingress', aliases: ['ing'], flags: [] },
	{ name: 'job', flags: [] },
	{ name: 'poddisruptionbudget', aliases: ['pdb'], flags: [] },
	{ name: 'priorityclass', aliases: ['pc'], flags: [] },
	{ name: 'quota', aliases: ['resourcequota'], flags: [] }
];

/** The names of every command, for whoever only checks lines: those that aren't learnt yet do nothing. */
export function namedCommands(): readonly Command[] {
	const further = furtherCommandNames.map((name) => ({ name, flags: [] }));
	const known = knownCommands().map((command) =>
		command.name === 'create'
			? { ...command, subcommands: [...(command.subcommands ?? []), ...furtherCreators] }
			: command
	);
	return [...further, ...known];
}
