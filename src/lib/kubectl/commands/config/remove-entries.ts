import type { Command, CommandContext } from '../../command.ts';
import { entryOf, type Section, withEntry } from '../../kubeconfig/kubeconfig.ts';
import { keepKubeconfig, kubeconfigOf } from '../../kubeconfig/read-kubeconfig.ts';
import { KubectlError, usageError } from '../../kubectl-error.ts';
import { atOnce, type Steps } from '../../steps.ts';
import { configFile, exactly } from './arguments.ts';

/** Models kubectl pkg/cmd/config/delete_cluster.go, delete_context.go, delete_user.go. */
function remover(what: string, section: Section): Command {
	return {
		name: `delete-${what}`,
		flags: [],
		isLocal: true,
		run(context) {
			const isUser = what === 'user';
			const [name = ''] = isUser ? userArgument(context) : exactly(1, context);
			const config = kubeconfigOf(context);
			const file = configFile(context);
			if (entryOf(config, section, name) === undefined) {
				throw new KubectlError(`cannot delete ${what} ${name}, not in ${file}`);
			}
			if (what === 'context' && name === config['current-context']) {
				context.err(
					'warning: this removed your active context, use "kubectl config use-context" to select a different one\n'
				);
			}
			keepKubeconfig(context, withEntry(config, section, name, undefined));
			context.out(`deleted ${what} ${name} from ${file}\n`);
			return atOnce();
		}
	};
}

function userArgument({ args, name }: CommandContext): readonly string[] {
	if (args.length === 1) return args;
	throw usageError(name, 'user to delete is required');
}

export const deleteCluster: Command = remover('cluster', 'clusters');
export const deleteContext: Command = remover('context', 'contexts');
export const deleteUser: Command = remover('user', 'users');

/** Models rename_context.go. */
export const renameContext: Command = {
	name: 'rename-context',
	flags: [],
	isLocal: true,
	run: rename
};

function rename(context: CommandContext): Steps<void> {
	const [old = '', name = ''] = exactly(2, context);
	const config = kubeconfigOf(context);
	const file = configFile(context);
	const quoted = JSON.stringify(old);
	const entry = entryOf(config, 'contexts', old);
	if (name === '') throw new KubectlError('You must specify a new non-empty context name');
	if (entry === undefined) {
		throw new KubectlError(`cannot rename the context ${quoted}, it's not in ${file}`);
	}
	if (entryOf(config, 'contexts', name) !== undefined) {
		throw new KubectlError(
			`cannot rename the context ${quoted}, the context ${JSON.stringify(name)} already exists in ${file}`
		);
	}
	const renamed = withEntry(withEntry(config, 'contexts', old, undefined), 'contexts', name, entry);
	const current = config['current-context'] === old ? name : config['current-context'];
	keepKubeconfig(context, { ...renamed, 'current-context': current });
	context.out(`Context ${quoted} renamed to ${JSON.stringify(name)}.\n`);
	return atOnce();
}
