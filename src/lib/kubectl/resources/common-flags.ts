import { bool, type Flag, missing, slice, text } from '../command-line/flag.ts';

/** `-f`, `-R`, `-k`. */
export const fileFlags: readonly Flag[] = [
	slice('filename', 'f'),
	bool('recursive', 'R'),
	missing(text('kustomize', 'k'))
];

/** `-o` and what belongs to it, of commands that print objects. */
export const outputFlags: readonly Flag[] = [
	text('output', 'o'),
	bool('show-managed-fields'),
	text('template'),
	bool('allow-missing-template-keys', undefined, true)
];

export const selectorFlag: Flag = text('selector', 'l');
export const fieldSelectorFlag: Flag = text('field-selector');
export const allNamespacesFlag: Flag = bool('all-namespaces', 'A');

/** `--dry-run` without a value is the deprecated form of `--dry-run=client`. */
export const dryRunFlag: Flag = {
	name: 'dry-run',
	type: 'string',
	default: 'none',
	bare: 'unchanged'
};

export function fieldManagerFlag(manager: string): Flag {
	return text('field-manager', undefined, manager);
}

export const subresourceFlag: Flag = text('subresource');
