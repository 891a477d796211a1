import {
	groupOf,
	qualifiedPlural,
	type Resource,
	resources,
	servedResources
} from '#lib/kubernetes/resources.ts';
import { bool, slice, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { KubectlError, usageError } from '../kubectl-error.ts';
import { NotDiscovered } from '../resources/custom-resources.ts';
import { atOnce } from '../steps.ts';
import { objectPrinter } from '../output/object-printer.ts';
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
		slice('verbs')
	],
	run(context) {
		const { flags, args, out, customResources } = context;
		if (args.length > 0) {
			throw usageError('api-resources', `unexpected arguments: [${args.join(' ')}]`);
		}
		const sortBy = flags.text('sort-by');
		if (!['', 'name', 'kind'].includes(sortBy)) {
			throw new KubectlError('--sort-by accepts only name or kind');
		}
		if (customResources === undefined) throw new NotDiscovered();
		const shown = [...resources, ...preferred(customResources)].filter((one) =>
			isAskedFor(one, context)
		);
		const keyOf = (one: Resource): string =>
			`${sortBy === 'name' ? '' : sortBy === 'kind' ? one.kind : groupOf(one)} ${one.plural}`;
		const sorted = [...shown].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
		const output = flags.text('output');
		if (output === 'name') {
			out(sorted.map((one) => `${qualifiedPlural(one)}\n`).join(''));
		} else if (output === '' || output === 'wide') {
			out(tableText(sorted, output === 'wide', !flags.bool('no-headers')));
		} else {
			const print = objectPrinter(output, context);
			if (print === undefined) throw new KubectlError(`--output ${output} is not available`);
			const list = { apiVersion: 'v1', kind: 'APIResourceList', groupVersion: '' };
			out(print({ ...list, resources: sorted.map(discovered) }));
		}
		return atOnce();
	}
};

/** One entry a kind, in the version that comes first. */
function preferred(list: readonly Resource[]): readonly Resource[] {
	return list.filter(
		(one, at) => list.findIndex((other) => qualifiedPlural(other) === qualifiedPlural(one)) === at
	);
}

function isAskedFor(resource: Resource, { flags }: CommandContext): boolean {
	const has = (all: readonly string[], asked: readonly string[]): boolean =>
		asked.every((one) => all.includes(one));
	return (
		(!flags.given('api-group') || groupOf(resource) === flags.text('api-group')) &&
		(!flags.given('namespaced') || resource.namespaced === flags.bool('namespaced')) &&
		has(resource.verbs, flags.list('verbs')) &&
		has(categoriesOf(resource), flags.list('categories'))
	);
}

function categoriesOf({ inAll, isExtension }: Resource): readonly string[] {
	return inAll ? ['all'] : isExtension ? ['api-extensions'] : [];
}

function tableText(list: readonly Resource[], isWide: boolean, hasHeaders: boolean): string {
	const rows = list.map((one) => [
		one.plural,
		one.shortNames.join(','),
		one.apiVersion,
		String(one.namespaced),
		one.kind,
		...(isWide ? [one.verbs.join(','), categoriesOf(one).join(',')] : [])
	]);
	const headers = ['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND'];
	if (hasHeaders) rows.unshift(isWide ? [...headers, 'VERBS', 'CATEGORIES'] : headers);
	if (rows.length === 0) return '';
	const text = rows.map((cells) => cells.join('\t')).join('\n');
	return `${alignColumns(text, { minWidth: 6, padding: 3 })}\n`;
}

/** As discovery tells it. */
function discovered(resource: Resource): object {
	const [categories, { shortNames }] = [categoriesOf(resource), resource];
	return {
		...(categories.length > 0 ? { categories } : undefined),
		...(groupOf(resource) === '' ? undefined : { group: groupOf(resource) }),
		kind: resource.kind,
		name: resource.plural,
		namespaced: resource.namespaced,
		...(shortNames.length > 0 ? { shortNames } : undefined),
		singularName: resource.singular,
		verbs: resource.verbs,
		version: resource.apiVersion.split('/').at(-1)
	};
}

/** Models apiversions.go. */
export const apiVersions: Command = {
	name: 'api-versions',
	flags: [],
	run({ out, customResources }) {
		if (customResources === undefined) throw new NotDiscovered();
		const served = [...servedResources, ...customResources];
		const versions = [...new Set(served.map(({ apiVersion }) => apiVersion))].sort();
		out(versions.map((version) => `${version}\n`).join(''));
		return atOnce();
	}
};
