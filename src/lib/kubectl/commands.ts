import type { Command } from './command.ts';
import { annotate } from './commands/annotate.ts';
import { apiResources, apiVersions } from './commands/api-resources.ts';
import { apply } from './commands/apply/apply.ts';
import { auth } from './commands/auth/auth.ts';
import { clusterInfo } from './commands/cluster-info.ts';
import { config } from './commands/config/config.ts';
import { cordon, uncordon } from './commands/cordon.ts';
import { create } from './commands/create.ts';
import { deleteCommand } from './commands/delete.ts';
import { describe } from './commands/describe.ts';
import { edit } from './commands/edit.ts';
import { events } from './commands/events.ts';
import { exec } from './commands/exec.ts';
import { expose } from './commands/expose.ts';
import { get } from './commands/get/get.ts';
import { label } from './commands/label.ts';
import { logs } from './commands/logs.ts';
import { options } from './commands/options.ts';
import { patch } from './commands/patch.ts';
import { rollout } from './commands/rollout/rollout.ts';
import { scale } from './commands/scale.ts';
import { replace } from './commands/replace.ts';
import { run } from './commands/run.ts';
import { set } from './commands/set/set.ts';
import { taint } from './commands/taint.ts';
import { top } from './commands/top.ts';
import { version } from './commands/version.ts';
import { wait } from './commands/wait.ts';

const own: readonly Command[] = [
	annotate,
	apiResources,
	apiVersions,
	apply,
	auth,
	clusterInfo,
	config,
	cordon,
	create,
	deleteCommand,
	describe,
	edit,
	events,
	exec,
	expose,
	get,
	label,
	logs,
	options,
	patch,
	replace,
	rollout,
	run,
	scale,
	set,
	taint,
	top,
	uncordon,
	version,
	wait
];

const learnt = new Map<string, Command>(own.map((command) => [command.name, command]));

/** The commands that are known so far. */
export function knownCommands(): readonly Command[] {
	return [...learnt.values()];
}

/** Makes further commands known, or commands with further subcommands. */
export function learnCommands(commands: readonly Command[]): void {
	for (const command of commands) learnt.set(command.name, command);
}
