import { kubeconfigNames } from '../command-line/check-connection.ts';
import { bool, missing, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { objectPrinter, unknownFormat } from '../output/object-printer.ts';
import { alignColumns } from '../output/tab-writer.ts';
import { outputFlags } from '../resources/common-flags.ts';
import { atOnce } from '../steps.ts';

const { context, user } = kubeconfigNames;
const server = 'https://127.0.0.1:6443';

/** The one kubeconfig that a simulated terminal has; only its namespace can be changed. */
function kubeconfig({ session }: CommandContext): object {
	const { namespace = 'default' } = session;
	return {
		apiVersion: 'v1',
		clusters: [
			{ cluster: { 'certificate-authority-data': 'DATA+OMITTED', server }, name: context }
		],
		contexts: [
			{
				context: { cluster: context, namespace, user },
				name: context
			}
		],
		'current-context': context,
		kind: 'Config',
		users: [
			{
				name: user,
				user: {
					'client-certificate-data': 'DATA+OMITTED',
					'client-key-data': 'DATA+OMITTED'
				}
			}
		]
	};
}

/** Models kubectl pkg/cmd/config/view.go. */
const view: Command = {
	name: 'view',
	flags: [...outputFlags, bool('minify'), missing(bool('flatten')), missing(bool('raw'))],
	run(call) {
		const output = call.flags.text('output') || 'yaml';
		const print = objectPrinter(output, call);
		if (print === undefined) throw unknownFormat(output);
		call.out(print(kubeconfig(call)));
		return atOnce();
	}
};

/** Models set_context.go. */
const setContext: Command = {
	name: 'set-context',
	flags: [bool('current')],
	run({ args, flags, session, namespace, isNamespaceGiven, out }) {
		if (!flags.bool('current') && args.length !== 1) {
			throw new KubectlError(`Unexpected args: [${args.join(' ')}]`);
		}
		const name = flags.bool('current') ? context : args[0]!;
		if (name !== context) {
			throw new KubectlError(`Kinetes has one context, ${JSON.stringify(context)}`);
		}
		if (isNamespaceGiven) session.namespace = namespace;
		out(`Context ${JSON.stringify(name)} modified.\n`);
		return atOnce();
	}
};

/** Models get_contexts.go. */
const getContexts: Command = {
	name: 'get-contexts',
	flags: [text('output', 'o'), bool('no-headers')],
	run({ args, flags, session, out }) {
		const unknown = args.find((name) => name !== context);
		const rows = [
			...(flags.bool('no-headers') ? [] : ['CURRENT\tNAME\tCLUSTER\tAUTHINFO\tNAMESPACE']),
			...(unknown === undefined
				? [`*\t${context}\t${context}\t${user}\t${session.namespace ?? 'default'}`]
				: [])
		];
		if (flags.text('output') === 'name') out(`${context}\n`);
		else out(`${alignColumns(rows.join('\n'), { minWidth: 6, padding: 3 })}\n`);
		if (unknown !== undefined) throw new KubectlError(`context ${unknown} not found`);
		return atOnce();
	}
};

/** Models current_context.go. */
const currentContext: Command = {
	name: 'current-context',
	flags: [],
	run({ out }) {
		out(`${context}\n`);
		return atOnce();
	}
};

export const config: Command = {
	name: 'config',
	flags: [],
	subcommands: [currentContext, getContexts, setContext, view]
};
