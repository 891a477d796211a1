import type { CommandContext } from '../../command.ts';
import { helpText } from '../../command-line/command-help.ts';
import { kubeconfigPath } from '../../kubeconfig/default-kubeconfig.ts';
import { KubectlError } from '../../kubectl-error.ts';

/**
 * So many arguments, or the command's help and an error. Models kubectl pkg/cmd/config/config.go helpErrorf.
 *
 * @throws KubectlError
 */
export function exactly(count: number, context: CommandContext): readonly string[] {
	const { args } = context;
	if (args.length === count) return args;
	context.out(helpText(context.command, context.name));
	throw new KubectlError(`Unexpected args: [${args.join(' ')}]`);
}

/** Where the kubeconfig lies that is changed. */
export function configFile({ flags }: CommandContext): string {
	return flags.text('kubeconfig') || kubeconfigPath;
}
