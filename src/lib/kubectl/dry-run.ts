import type { CommandContext } from './command.ts';
import { KubectlError } from './kubectl-error.ts';
import { klogLine } from './output/klog.ts';

export type DryRun = 'none' | 'client' | 'server';

/**
 * Reads `--dry-run`. Models kubectl pkg/cmd/util/helpers.go GetDryRunStrategy.
 *
 * @throws KubectlError
 */
export function dryRunOf(context: CommandContext): DryRun {
	const value = context.flags.text('dry-run');
	if (value === 'none' || value === 'client' || value === 'server') return value;
	if (value === 'unchanged' || value === 'true') {
		const text = '--dry-run is deprecated and can be replaced with --dry-run=client.';
		context.err(klogLine('W', context.nowMs(), 'helpers.go:719', text));
		return 'client';
	}
	if (value === 'false') return 'none';
	throw new KubectlError(
		`Invalid dry-run value (${value}). Must be "none", "server", or "client".`
	);
}

/** What stands behind the word of an operation. */
export function dryRunSuffix(dryRun: DryRun): string {
	if (dryRun === 'none') return '';
	return dryRun === 'client' ? ' (dry run)' : ' (server dry run)';
}

/** The parameter of a request that is only tried. */
export function dryRunQuery(dryRun: DryRun): Readonly<Record<string, string>> {
	return dryRun === 'server' ? { dryRun: 'All' } : {};
}
