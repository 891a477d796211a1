import type { Flag } from '../command-line/flag.ts';
import type { CommandContext } from '../command.ts';
import { KubectlError } from '../kubectl-error.ts';

export const validateFlag: Flag = {
	name: 'validate',
	type: 'string',
	default: 'strict',
	bare: 'strict'
};

/**
 * What the server is to do with unknown fields. Models kubectl pkg/cmd/util/helpers.go GetValidationDirective.
 *
 * @throws KubectlError
 */
export function fieldValidation({ flags }: CommandContext): 'Strict' | 'Warn' | 'Ignore' {
	const value = flags.text('validate');
	if (value === 'strict' || value === 'true') return 'Strict';
	if (value === 'warn') return 'Warn';
	if (value === 'ignore' || value === 'false') return 'Ignore';
	throw new KubectlError(
		`invalid - validate option ${JSON.stringify(value)}; must be one of: strict (or true), warn, ignore (or false)`
	);
}
