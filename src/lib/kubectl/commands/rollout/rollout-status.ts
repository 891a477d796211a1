import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { bool, duration, int } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import { KubectlError } from '../../kubectl-error.ts';
import { fileFlags, selectorFlag } from '../../resources/common-flags.ts';
import { commandTargets, fetchOptions } from '../../resources/command-targets.ts';
import { visitTargets } from '../../resources/visit.ts';
import { requireStatusViewer } from '../../rollout/rollout-kinds.ts';
import { type RolloutStatus, rolloutStatus } from '../../rollout/rollout-status.ts';
import { daemonSetStatus, statefulSetStatus } from '../../rollout/set-rollout-status.ts';
import type { Steps } from '../../steps.ts';
import { watchOne } from '../../wait/watch-one.ts';
import { checkRevision, requireResource } from './rollout-arguments.ts';

/** Models kubectl pkg/cmd/rollout/rollout_status.go. */
export const status: Command = {
	name: 'status',
	flags: [
		...fileFlags,
		selectorFlag,
		bool('watch', 'w', true),
		int('revision', 0),
		duration('timeout', '0s')
	],
	run: followRollouts
};

function* followRollouts(context: CommandContext): Steps<void> {
	const { flags, args, namespace } = context;
	requireResource(context);
	const revision = checkRevision(context);
	const targets = commandTargets(context, args, true);
	const count = yield* visitTargets(targets, fetchOptions(context), function* (info) {
		requireStatusViewer(info.resource);
		const timeout = flags.duration('timeout');
		const untilMs = timeout > 0 ? context.nowMs() + timeout : undefined;
		yield* watchOne(
			info,
			untilMs,
			(event) => {
				if (event.type === 'deleted') throw new KubectlError('object has been deleted');
				if (event.type === 'absent') return false;
				const { message, isDone } = statusOf(event.object, revision);
				context.out(message);
				return isDone || !flags.bool('watch');
			},
			'timed out waiting for the condition'
		);
	});
	if (count === 0) context.err(`No resources found in ${namespace} namespace.\n`);
}

function statusOf(object: KubeObject, revision: number): RolloutStatus {
	if (object.kind === 'DaemonSet') return daemonSetStatus(object);
	if (object.kind === 'StatefulSet') return statefulSetStatus(object);
	return rolloutStatus(object as Deployment, revision);
}
