import type { Resource } from '#lib/kubernetes/resources.ts';
import type { CommandContext } from '../../command.ts';
import type { TableOptions } from '../../output/table-text.ts';
import { kindPrefix } from '../../resources/find-resource.ts';

/** '' with `-A`. */
export function searchNamespace(context: CommandContext): string {
	return context.flags.bool('all-namespaces') ? '' : context.namespace;
}

export function selectorsOf(context: CommandContext): {
	readonly labelSelector: string;
	readonly fieldSelector: string;
} {
	return {
		labelSelector: context.flags.text('selector'),
		fieldSelector: context.flags.text('field-selector')
	};
}

/** How the rows of a resource are printed. */
export function tableOptions(
	context: CommandContext,
	resource: Resource,
	withKind: boolean
): TableOptions {
	const { flags } = context;
	return {
		isWide: flags.text('output') === 'wide',
		hasHeaders: !flags.bool('no-headers'),
		withNamespace: flags.bool('all-namespaces') && resource.namespaced,
		showLabels: flags.bool('show-labels'),
		labelColumns: flags.list('label-columns'),
		kindPrefix: withKind || flags.bool('show-kind') ? kindPrefix(resource) : undefined
	};
}
