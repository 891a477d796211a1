import type { Command } from '../../command.ts';
import { pause, restart, resume } from './change-rollouts.ts';
import { history } from './rollout-history.ts';
import { status } from './rollout-status.ts';
import { undo } from './rollout-undo.ts';

/** Models kubectl pkg/cmd/rollout/rollout.go. */
export const rollout: Command = {
	name: 'rollout',
	flags: [],
	subcommands: [history, pause, restart, resume, status, undo]
};
