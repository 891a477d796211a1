import type { Command } from './command.ts';
import { annotate } from './commands/annotate.ts';
import { apiResources, apiVersions } from './commands/api-resources.ts';
import { apply } from './commands/apply/apply.ts';
import { auth } from './commands/auth/auth.ts';
import { autoscale } from './commands/autoscale.ts';
import { clusterInfo } from './commands/cluster-info.ts';
import { config } from './commands/config/config.ts';
import { cordon, uncordon } from './commands/cordon.ts';
import { create } from './commands/create.ts';
import { deleteCommand } from './commands/delete.ts';
import { describe } from './commands/describe.ts';
import { diff } from './commands/diff/diff.ts';
import { drain } from './commands/drain/drain.ts';
import { edit } from './commands/edit.ts';
import { events } from './commands/events.ts';
import { exec } from './commands/exec.ts';
import { expose } from './commands/expose.ts';
import { get } from './commands/get/get.ts';
import { label } from './commands/label.ts';
import { logs } from './commands/logs.ts';
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

/** Every command that Kinetes has. */
export const commands: readonly Command[] = [
	annotate,
	apiResources,
	apiVersions,
	apply,
	auth,
	autoscale,
	clusterInfo,
	config,
	cordon,
	create,
	deleteCommand,
	describe,
	diff,
	drain,
	edit,
	events,
	exec,
	expose,
	get,
	label,
	logs,
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
