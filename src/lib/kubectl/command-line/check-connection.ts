import { KubectlError } from '../kubectl-error.ts';
import type { ParsedFlags } from './parse-flags.ts';

/** The names in the one kubeconfig that a simulated terminal has. */
export const kubeconfigNames = { context: 'sim', cluster: 'sim', user: 'admin' } as const;

/**
 * Flags that choose another cluster or user: there is one of each.
 *
 * Models client-go tools/clientcmd/client_config.go ConfirmUsable.
 *
 * @throws KubectlError
 */
export function checkConnection(flags: ParsedFlags, own: ReadonlySet<string>): void {
	const file = flags.text('kubeconfig');
	if (file !== '') throw new KubectlError(`stat ${file}: no such file or directory`);
	const named = [
		['context', 'context'],
		['user', 'auth info'],
		['cluster', 'cluster']
	] as const;
	for (const [flag, what] of named) {
		const name = own.has(flag) ? '' : flags.text(flag);
		if (name !== '' && name !== kubeconfigNames[flag]) {
			throw new KubectlError(`${what} ${JSON.stringify(name)} does not exist`);
		}
	}
}
