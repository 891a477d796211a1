import { bool, text } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import { type ContextEntry, entryOf, namesIn, type Section } from '../../kubeconfig/kubeconfig.ts';
import { kubeconfigOf } from '../../kubeconfig/read-kubeconfig.ts';
import { KubectlError, throwCollected } from '../../kubectl-error.ts';
import { alignColumns } from '../../output/tab-writer.ts';
import { atOnce, type Steps } from '../../steps.ts';

function lister(name: string, section: Section): Command {
	return {
		name,
		flags: [],
		isLocal: true,
		run(context) {
			const names = namesIn(kubeconfigOf(context), section);
			context.out(['NAME', ...names].map((line) => `${line}\n`).join(''));
			return atOnce();
		}
	};
}

/** Models kubectl pkg/cmd/config/get_clusters.go. */
export const getClusters: Command = lister('get-clusters', 'clusters');

/** Models get_users.go. */
export const getUsers: Command = lister('get-users', 'users');

/** Models get_contexts.go. */
export const getContexts: Command = {
	name: 'get-contexts',
	flags: [text('output', 'o'), bool('no-headers')],
	isLocal: true,
	run: printContexts
};

function printContexts(context: CommandContext): Steps<void> {
	const { args, flags, out } = context;
	const output = flags.text('output');
	if (output !== '' && output !== 'name') {
		throw new KubectlError(
			`--output ${output} is not available in kubectl config get-contexts; resetting to default output format`
		);
	}
	const config = kubeconfigOf(context);
	const known = namesIn(config, 'contexts');
	const shown = args.length === 0 ? known : [...args].sort().filter((one) => known.includes(one));
	if (output === 'name') {
		out(shown.map((name) => `${name}\n`).join(''));
	} else {
		const rows = shown.map((name) => {
			const entry = entryOf(config, 'contexts', name) as ContextEntry;
			const mark = name === config['current-context'] ? '*' : ' ';
			return [mark, name, entry.cluster, entry.user, entry.namespace ?? ''].join('\t');
		});
		const headers = flags.bool('no-headers') ? [] : ['CURRENT\tNAME\tCLUSTER\tAUTHINFO\tNAMESPACE'];
		const lines = [...headers, ...rows].join('\n');
		if (lines !== '') out(`${alignColumns(lines, { minWidth: 6, padding: 3 })}\n`);
	}
	throwCollected(
		args
			.filter((name) => !known.includes(name))
			.map((name) => new KubectlError(`context ${name} not found`))
	);
	return atOnce();
}
