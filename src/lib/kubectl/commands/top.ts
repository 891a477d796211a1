import { bool, text } from '../command-line/flag.ts';
import type { Command } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';
import { allNamespacesFlag, selectorFlag } from '../resources/common-flags.ts';

/** There is no metrics-server. Models kubectl pkg/cmd/top. */
function withoutMetrics(name: string, alias: string): Command {
	return {
		name,
		aliases: [alias, `${name}s`],
		flags: [
			selectorFlag,
			allNamespacesFlag,
			bool('no-headers'),
			bool('containers'),
			text('sort-by'),
			text('field-selector')
		],
		run() {
			throw new KubectlError('Metrics API not available');
		}
	};
}

export const top: Command = {
	name: 'top',
	flags: [],
	subcommands: [withoutMetrics('node', 'no'), withoutMetrics('pod', 'po')]
};
