import type { Command } from '../../command.ts';
import { entryOf } from '../../kubeconfig/kubeconfig.ts';
import { keepKubeconfig, kubeconfigOf } from '../../kubeconfig/read-kubeconfig.ts';
import { KubectlError } from '../../kubectl-error.ts';
import { atOnce } from '../../steps.ts';
import { exactly } from './arguments.ts';

/** Models kubectl pkg/cmd/config/use_context.go. */
export const useContext: Command = {
	name: 'use-context',
	aliases: ['use'],
	flags: [],
	isLocal: true,
	run(context) {
		const [name = ''] = exactly(1, context);
		if (name === '') throw new KubectlError('empty context names are not allowed');
		const config = kubeconfigOf(context);
		if (entryOf(config, 'contexts', name) === undefined) {
			throw new KubectlError(`no context exists with the name: ${JSON.stringify(name)}`);
		}
		keepKubeconfig(context, { ...config, 'current-context': name });
		context.out(`Switched to context ${JSON.stringify(name)}.\n`);
		return atOnce();
	}
};

/** Models current_context.go. */
export const currentContext: Command = {
	name: 'current-context',
	flags: [],
	isLocal: true,
	run(context) {
		const current = kubeconfigOf(context)['current-context'];
		if (current === '') throw new KubectlError('current-context is not set');
		context.out(`${current}\n`);
		return atOnce();
	}
};
