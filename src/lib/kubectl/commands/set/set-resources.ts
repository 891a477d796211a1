import type { Container } from '#lib/kubernetes/pod.ts';
import { formatQuantity, parseQuantity } from '#lib/kubernetes/quantity.ts';
import { text } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import { KubectlError } from '../../kubectl-error.ts';
import { targetFlags } from '../../resources/command-targets.ts';
import { dryRunFlag, fieldManagerFlag, outputFlags } from '../../resources/common-flags.ts';
import { withPodSpec } from '../../resources/pod-spec.ts';
import { recordFlag } from '../../record.ts';
import type { Steps } from '../../steps.ts';
import {
	fetchInfos,
	isSelected,
	patchTemplates,
	refuseBothAllAndSelector,
	refuseBothLocalAndServer
} from './patch-templates.ts';

/** Models kubectl pkg/cmd/set/set_resources.go. */
export const setResources: Command = {
	name: 'resources',
	flags: [
		...targetFlags,
		...outputFlags,
		dryRunFlag,
		fieldManagerFlag('kubectl-set'),
		recordFlag,
		text('containers', 'c', '*'),
		text('limits'),
		text('requests')
	],
	run: setAmounts
};

type Amounts = Readonly<Record<string, string>>;

function* setAmounts(context: CommandContext): Steps<void> {
	const { flags, args } = context;
	const infos = yield* fetchInfos(context, args);
	refuseBothLocalAndServer(context);
	refuseBothAllAndSelector(context);
	if (flags.text('limits') === '' && flags.text('requests') === '') {
		throw new KubectlError(
			'you must specify an update to requests or limits (in the form of --requests/--limits)'
		);
	}
	const limits = readAmounts(flags.text('limits'));
	const requests = readAmounts(flags.text('requests'));
	const pattern = flags.text('containers');
	const unknown: Error[] = [];
	const change = (container: Container): Container =>
		isSelected(container.name, pattern)
			? { ...container, resources: withAmounts(container, limits, requests) }
			: container;
	yield* patchTemplates(
		context,
		infos,
		{
			operation: 'resource requirements updated',
			refusal: 'failed to patch resources update to pod template ',
			change: (object) =>
				withPodSpec(object, (spec) => {
					const { containers, initContainers } = spec;
					const all = [...containers, ...(initContainers ?? [])];
					if (!all.some(({ name }) => isSelected(name, pattern))) {
						unknown.push(new KubectlError(`error: unable to find container named ${pattern}`));
					}
					return {
						...spec,
						containers: containers.map(change),
						...(initContainers && { initContainers: initContainers.map(change) })
					};
				})
		},
		unknown
	);
}

function withAmounts(
	{ resources }: Container,
	limits: Amounts,
	requests: Amounts
): Container['resources'] {
	const merged = { limits: { ...resources?.limits, ...limits } };
	const asked = { requests: { ...resources?.requests, ...requests } };
	return {
		...resources,
		...(Object.keys(merged.limits).length > 0 ? merged : undefined),
		...(Object.keys(asked.requests).length > 0 ? asked : undefined)
	};
}

/**
 * Reads `cpu=200m,memory=64Mi`. Models kubectl pkg/generate/versioned/run.go populateResourceListV1.
 *
 * @throws KubectlError
 */
function readAmounts(spec: string): Amounts {
	if (spec === '') return {};
	const entries = spec.split(',').map((statement): [string, string] => {
		const [name = '', amount, ...more] = statement.split('=');
		if (amount === undefined || more.length > 0) {
			throw new KubectlError(`Invalid argument syntax ${statement}, expected <resource>=<value>`);
		}
		try {
			return [name, formatQuantity(parseQuantity(amount))];
		} catch (error) {
			throw new KubectlError((error as Error).message);
		}
	});
	return Object.fromEntries(entries);
}
