import type { Node } from '#lib/kubernetes/pod.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import { callForObject, sorted } from '../api-call.ts';
import type { Command, CommandContext } from '../command.ts';
import { type DryRun, dryRunOf, dryRunQuery, dryRunSuffix } from '../dry-run.ts';
import { throwCollected, usageError } from '../kubectl-error.ts';
import { nameOf } from '../output/print-result.ts';
import { patchTypes } from '../patch/content-types.ts';
import { dryRunFlag, selectorFlag } from '../resources/common-flags.ts';
import { caught, fetchTargets } from '../resources/fetch.ts';
import { type Info, infoPath } from '../resources/info.ts';
import type { Targets } from '../resources/targets.ts';
import type { Steps } from '../steps.ts';

/** Models kubectl pkg/cmd/drain/drain.go RunCordonOrUncordon. */
export const cordon: Command = {
	name: 'cordon',
	flags: [selectorFlag, dryRunFlag],
	run: (context) => setUnschedulable(context, true)
};

export const uncordon: Command = {
	name: 'uncordon',
	flags: [selectorFlag, dryRunFlag],
	run: (context) => setUnschedulable(context, false)
};

function* setUnschedulable(context: CommandContext, isWanted: boolean): Steps<void> {
	const { args, flags, name: command } = context;
	const labelSelector = flags.text('selector');
	if (args.length === 0 && labelSelector === '') {
		throw usageError(command, `USAGE: ${command} NODE [flags]`);
	}
	const dryRun = dryRunOf(context);
	const infos = yield* nodesOf(args, labelSelector);
	yield* markNodes(context, infos, isWanted, dryRun);
}

/** The nodes that are named, with or without `node/`, or that have the labels. */
export function* nodesOf(args: readonly string[], labelSelector: string): Steps<readonly Info[]> {
	const resource = resourceOfKind('v1', 'Node')!;
	const named = args.map((arg) => ({ resource, name: arg.replace(/^nodes?\//, '') }));
	const targets: Targets =
		labelSelector === '' ? { type: 'names', named } : { type: 'lists', resources: [resource] };
	const { infos, errors } = yield* fetchTargets(targets, { namespace: '', labelSelector });
	throwCollected(errors);
	return infos;
}

/** Makes nodes unschedulable, or schedulable again. */
export function* markNodes(
	context: CommandContext,
	infos: readonly Info[],
	isWanted: boolean,
	dryRun: DryRun
): Steps<void> {
	const command = isWanted ? 'cordon' : 'uncordon';
	for (const info of infos) {
		const isAlready = ((info.object as Node).spec.unschedulable ?? false) === isWanted;
		if (isAlready) {
			context.out(`${nameOf(info.object)} already ${command}ed${dryRunSuffix(dryRun)}\n`);
			continue;
		}
		if (dryRun !== 'client') {
			const patched = yield* caught(
				callForObject({
					method: 'PATCH',
					path: infoPath(info),
					query: sorted(dryRunQuery(dryRun)),
					contentType: patchTypes.strategic,
					body: { spec: { unschedulable: isWanted ? true : null } }
				})
			);
			if (patched instanceof Error) {
				context.err(
					`error: unable to ${command} node ${JSON.stringify(info.name)}: ${patched.message}\n`
				);
				continue;
			}
		}
		context.out(`${nameOf(info.object)} ${command}ed${dryRunSuffix(dryRun)}\n`);
	}
}
