import { parseSelector } from '#lib/kubernetes/labels/parse-selector.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { bool, duration, int, text } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import { type DryRun, dryRunOf, dryRunSuffix } from '../../dry-run.ts';
import { ErrorList, KubectlError, usageError } from '../../kubectl-error.ts';
import { nameOf } from '../../output/print-result.ts';
import { dryRunFlag, selectorFlag } from '../../resources/common-flags.ts';
import { caught } from '../../resources/fetch.ts';
import type { Info } from '../../resources/info.ts';
import type { Steps } from '../../steps.ts';
import { markNodes, nodesOf } from '../cordon.ts';
import { removePods } from './remove-pods.ts';
import { podsToRemove } from './pods-to-remove.ts';

/** Models kubectl pkg/cmd/drain/drain.go. */
export const drain: Command = {
	name: 'drain',
	flags: [
		selectorFlag,
		dryRunFlag,
		text('pod-selector'),
		bool('force'),
		bool('ignore-daemonsets'),
		bool('delete-emptydir-data'),
		bool('disable-eviction'),
		int('grace-period', -1),
		int('skip-wait-for-delete-timeout', 0),
		int('chunk-size', 500),
		duration('timeout', '0s')
	],
	run: drainNodes
};

function* drainNodes(context: CommandContext): Steps<void> {
	const { args, flags } = context;
	const labelSelector = flags.text('selector');
	if (args.length === 0 && !flags.given('selector')) {
		throw usageError('drain', 'USAGE: drain NODE [flags]');
	}
	if (args.length > 0 && labelSelector !== '') {
		throw usageError('drain', 'error: cannot specify both a node name and a --selector option');
	}
	const dryRun = dryRunOf(context);
	checkPodSelector(flags.text('pod-selector'));
	const nodes = yield* nodesOf(args, labelSelector);
	yield* markNodes(context, nodes, true, dryRun);
	const fatal: Error[] = [];
	const remaining: string[] = [];
	for (const node of nodes) {
		const failures = yield* drainOne(context, node, dryRun);
		if (failures.length === 0) {
			context.out(`${nameOf(node.object)} drained${dryRunSuffix(dryRun)}\n`);
			continue;
		}
		context.err(
			`error: unable to drain node ${JSON.stringify(node.name)} due to error: ${togetherText(failures)}, continuing command...\n`
		);
		fatal.push(...failures);
		remaining.push(node.name);
	}
	if (fatal.length === 0) return;
	const list = remaining.map((name) => ` ${name}\n`).join('');
	context.err(`There are pending nodes to be drained:\n${list}`);
	throw new ErrorList(fatal);
}

function checkPodSelector(selector: string): void {
	try {
		parseSelector(selector);
	} catch {
		throw new KubectlError('--pod-selector=<pod_selector> must be a valid label selector');
	}
}

/** Models deleteOrEvictPodsSimple. */
function* drainOne(context: CommandContext, node: Info, dryRun: DryRun): Steps<readonly Error[]> {
	const found = yield* caught(podsToRemove(context, node.name));
	if (found instanceof Error) return errorsIn(found);
	const { pods, warning } = found;
	if (warning !== '') context.err(`Warning: ${warning}\n`);
	if (dryRun === 'client') {
		for (const pod of pods) context.out(`evicting pod ${fullName(pod)} (dry run)\n`);
		return [];
	}
	const failed = yield* caught(removePods(context, pods, dryRun));
	if (!(failed instanceof Error)) return [];
	yield* tellPending(context, node, failed);
	return errorsIn(failed);
}

/** Which Pods are still there after something went wrong. */
function* tellPending(context: CommandContext, node: Info, error: Error): Steps<void> {
	const pending = yield* caught(podsToRemove(context, node.name));
	if (pending instanceof Error) {
		context.err(
			`Following errors occurred while getting the list of pods to delete:\n${togetherText(errorsIn(pending))}`
		);
	} else if (pending.pods.length > 0) {
		const list = pending.pods.map(({ metadata }) => `pod/${metadata.name ?? ''}\n`).join('');
		context.err(
			`There are pending pods in node ${JSON.stringify(node.name)} when an error occurred: ${togetherText(errorsIn(error))}\n${list}`
		);
	}
}

function errorsIn(error: Error): readonly Error[] {
	return error instanceof ErrorList ? error.errors : [error];
}

/** Models apimachinery pkg/util/errors Aggregate.Error. */
function togetherText(errors: readonly Error[]): string {
	const messages = [...new Set(errors.map(({ message }) => message))];
	return messages.length === 1 ? messages[0]! : `[${messages.join(', ')}]`;
}

function fullName({ metadata }: Pod): string {
	return `${metadata.namespace ?? ''}/${metadata.name ?? ''}`;
}
