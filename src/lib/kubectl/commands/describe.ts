import { bool, int } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { isNotFound, KubectlError, throwCollected } from '../kubectl-error.ts';
import { allNamespacesFlag, fileFlags, selectorFlag } from '../resources/common-flags.ts';
import { caught, fetchTargets } from '../resources/fetch.ts';
import type { Info } from '../resources/info.ts';
import { readFiles } from '../resources/read-files.ts';
import { readTargets, type Targets } from '../resources/targets.ts';
import type { Steps } from '../steps.ts';
import { descriptionOf } from './describe-object.ts';

/** Models kubectl pkg/cmd/describe/describe.go. */
export const describe: Command = {
	name: 'describe',
	flags: [
		...fileFlags,
		selectorFlag,
		allNamespacesFlag,
		bool('show-events', undefined, true),
		int('chunk-size', 500)
	],
	run: describeResources
};

function* describeResources(context: CommandContext): Steps<void> {
	const targets = targetsOf(context);
	const namespace = context.flags.bool('all-namespaces') ? '' : context.namespace;
	const labelSelector = context.flags.text('selector');
	const { infos, errors } = yield* fetchTargets(targets, { namespace, labelSelector });
	const first = errors[0];
	const isOneName = targets.type === 'names' && targets.named.length === 1;
	if (isOneName && first !== undefined && isNotFound(first) && !context.args[0]?.includes('/')) {
		yield* describeByPrefix(context, targets.named[0]!, first);
		return;
	}
	const failures = [...errors];
	let isFirst = true;
	for (const info of infos) {
		const text = yield* caught(descriptionOf(context, info));
		if (text instanceof Error) {
			failures.push(text);
			continue;
		}
		context.out(isFirst ? text : `\n\n${text}`);
		isFirst = false;
	}
	if (isFirst && failures.length === 0) {
		const isNamespaced =
			targets.type === 'lists' && targets.resources.some((one) => one.namespaced);
		const where = isNamespaced && namespace !== '' ? ` in ${namespace} namespace.` : '';
		context.err(`No resources found${where}\n`);
	}
	throwCollected(failures);
}

function targetsOf(context: CommandContext): Targets {
	if (context.flags.given('filename')) {
		const { infos, errors } = readFiles(context, false);
		throwCollected(errors);
		return { type: 'names', named: infos };
	}
	if (context.args.length === 0) {
		throw new KubectlError(
			'You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.'
		);
	}
	return readTargets(context.args, {
		labelSelector: context.flags.text('selector'),
		allNamespaces: context.flags.bool('all-namespaces'),
		selectAll: true,
		context
	});
}

/** A name that isn't there may be the beginning of others. Models DescribeMatchingResources. */
function* describeByPrefix(
	context: CommandContext,
	{ resource, name }: { readonly resource: Info['resource']; readonly name: string },
	notFound: Error
): Steps<void> {
	const targets: Targets = { type: 'lists', resources: [resource] };
	const { infos } = yield* fetchTargets(targets, { namespace: context.namespace });
	const matching = infos.filter((info) => info.name.startsWith(name));
	if (matching.length === 0) throw notFound;
	for (const info of matching) context.out(`${yield* descriptionOf(context, info)}\n`);
}
