import type { Flag } from '../command-line/flag.ts';
import type { CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';

export const cascadeFlag: Flag = {
	name: 'cascade',
	type: 'string',
	default: 'background',
	bare: 'background'
};

const policies: Readonly<Record<string, string>> = {
	background: 'Background',
	foreground: 'Foreground',
	orphan: 'Orphan'
};

/**
 * What becomes of an object's dependents. Models kubectl pkg/cmd/util/helpers.go GetCascadingStrategy.
 *
 * @throws KubectlError
 */
export function propagationOf({ flags }: CommandContext): string {
	const cascade = flags.text('cascade');
	const policy = policies[cascade];
	if (policy !== undefined) return policy;
	throw new KubectlError(
		`invalid cascade value (${cascade}). Must be "background", "foreground", or "orphan"`
	);
}
