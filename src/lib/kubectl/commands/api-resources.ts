import { groupOf, qualifiedPlural, type Resource, resources } from '#lib/kubernetes/resources.ts';
import { bool, missing, slice, text } from '../command-line/flag.ts';
import type { Command } from '../command.ts';
import { KubectlError, usageError } from '../kubectl-error.ts';
import { atOnce } from '../steps.ts';
import { alignColumns } from '../output/tab-writer.ts';

/** Models kubectl pkg/cmd/apiresources/apiresources.go. */
export const apiResources: Command = {
	name: 'api-resources',
	flags: [
		text('api-group'),
		text('output', 'o'),
		text('sort-by'),
		bool('namespaced', undefined, true),
		bool('no-headers'),
		bool('cached'),
		bool('show-managed-fields'),
		slice('categories'),
		missing(slice('verbs'))
	],
	run({ flags, args, out }) {
		if (args.length > 0) {
			throw usageError('api-resources', `unexpected arguments: [${args.join(' ')}]`);
		}
		const sortBy = flags.text('sort-by');
		if (!['', 'name', 'kind'].includes(sortBy)) {
			throw new KubectlError('--sort-by accepts only name or kind');
		}
		const shown = resources.filter(
			(one) =>
				(!flags.given('api-group') || groupOf(one) === flags.text('api-group')) &&
				(!flags.given('namespaced') || one.namespaced === flags.bool('namespaced')) &&
				(!flags.given('categories') || one.inAll)
		);
		const keyOf = (one: Resource): string => (sortBy === 'kind' ? one.kind : one.plural);
		const sorted =
			sortBy === '' ? shown : [...shown].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
		const output = flags.text('output');
		if (output === 'name') {
			out(sorted.map((one) => `${qualifiedPlural(one)}\n`).join(''));
			return atOnce();
		}
		if (output !== '') throw new KubectlError(`--output ${output} is not available`);
		const rows = sorted.map((one) =>
			[one.plural, one.shortNames.join(','), one.apiVersion, one.namespaced, one.kind].join('\t')
		);
		if (!flags.bool('no-headers')) rows.unshift('NAME\tSHORTNAMES\tAPIVERSION\tNAMESPACED\tKIND');
		if (rows.length > 0) out(`${alignColumns(rows.join('\n'), { minWidth: 6, padding: 3 })}\n`);
		return atOnce();
	}
};

/** Models apiversions.go. */
export const apiVersions: Command = {
	name: 'api-versions',
	flags: [],
	run({ out }) {
		const versions = [...new Set(resources.map(({ apiVersion }) => apiVersion))].sort();
		out(versions.map((version) => `${version}\n`).join(''));
		return atOnce();
	}
};
