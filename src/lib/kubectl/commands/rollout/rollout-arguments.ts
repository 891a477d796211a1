import type { CommandContext } from '../../command.ts';
import { KubectlError } from '../../kubectl-error.ts';

/** @throws KubectlError when nothing says which object is meant */
export function requireResource({ args, flags }: CommandContext): void {
	if (args.length > 0 || flags.given('filename')) return;
	throw new KubectlError('required resource not specified');
}

/**
 * `--revision`, 0 when it isn't given.
 *
 * @throws KubectlError
 */
export function checkRevision({ flags }: CommandContext): number {
	const revision = flags.int('revision');
	if (revision >= 0) return revision;
	throw new KubectlError(`revision must be a positive integer: ${revision}`);
}
