import type { ApiTable } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { age } from '#lib/kubernetes/print/printer.ts';
import type { Resource } from '#lib/kubernetes/resources.ts';
import { call, sorted } from '../../api-call.ts';
import type { CommandContext } from '../../command.ts';
import { isNotFound } from '../../kubectl-error.ts';
import { TableText } from '../../output/table-text.ts';
import {
	askedPath,
	caught,
	listError,
	listPath,
	listQuery,
	refuseSubresources
} from '../../resources/fetch.ts';
import type { Targets } from '../../resources/targets.ts';
import type { Steps } from '../../steps.ts';
import { searchNamespace, selectorsOf, tableOptions } from './get-options.ts';
import { sortRows } from './sort-by.ts';

interface ResourceTables {
	readonly resource: Resource;
	readonly tables: readonly ApiTable[];
}

/**
 * Prints what the server lays out as Tables, one block of columns a resource.
 *
 * @param isPlain the server isn't to lay anything out: names and ages are all there is to see
 * @returns what couldn't be had
 */
export function* getTables(
	context: CommandContext,
	targets: Targets,
	isPlain: boolean
): Steps<readonly Error[]> {
	const { groups, errors } = yield* fetchTables(context, targets, isPlain);
	const withKind = groups.length > 1;
	const blocks = groups
		.map(({ resource, tables }) =>
			new TableText(tableOptions(context, resource, withKind)).print(
				sortRows(tables, context.flags.text('sort-by'))
			)
		)
		.filter((block) => block !== '');
	context.out(blocks.join(context.flags.bool('no-headers') ? '' : '\n'));
	const ignoresNotFound = context.flags.bool('ignore-not-found');
	const shown = ignoresNotFound ? errors.filter((error) => !isNotFound(error)) : errors;
	if (blocks.length === 0 && shown.length === 0 && !ignoresNotFound) {
		const isNamespaced = groups.some(({ resource }) => resource.namespaced);
		const namespace = searchNamespace(context);
		const where = isNamespaced && namespace !== '' ? ` in ${namespace} namespace.` : '';
		context.err(`No resources found${where}\n`);
	}
	return shown;
}

function* fetchTables(
	context: CommandContext,
	targets: Targets,
	isPlain: boolean
): Steps<{ groups: readonly ResourceTables[]; errors: readonly Error[] }> {
	const groups: { resource: Resource; tables: ApiTable[] }[] = [];
	const errors: Error[] = [];
	const namespace = searchNamespace(context);
	const subresource = context.flags.text('subresource');
	const includeObject = context.flags.given('sort-by') ? { includeObject: 'Object' } : undefined;
	const add = (resource: Resource, result: ApiTable | Error): void => {
		if (result instanceof Error) {
			errors.push(result);
			return;
		}
		const last = groups.at(-1);
		if (last?.resource === resource) last.tables.push(result);
		else groups.push({ resource, tables: [result] });
	};
	if (targets.type === 'names') {
		for (const { resource, name } of targets.named) {
			const path = askedPath(resource, name, { namespace, subresource });
			add(
				resource,
				yield* caught(
					isPlain ? plainTable(context, path) : callForTable(path, { ...includeObject })
				)
			);
		}
	} else {
		refuseSubresources({ subresource });
		for (const resource of targets.resources) {
			const selectors = selectorsOf(context);
			const query = sorted({ ...pageQuery(context, listQuery(selectors)), ...includeObject });
			const path = listPath(resource, namespace);
			const result = yield* caught(
				isPlain ? plainTable(context, path, query) : callForTable(path, query)
			);
			add(resource, result instanceof Error ? listError(result, resource, selectors) : result);
		}
	}
	return { groups, errors };
}

function* callForTable(path: string, query: Readonly<Record<string, string>>): Steps<ApiTable> {
	return (yield* call({ method: 'GET', path, query, asTable: true })) as ApiTable;
}

/** What is sorted is asked for in one piece. Models get.go Run. */
function pageQuery(
	{ flags }: CommandContext,
	{ limit = '', ...query }: Readonly<Record<string, string>>
): Readonly<Record<string, string>> {
	const isWhole = flags.text('sort-by') !== '' || flags.int('chunk-size') === 0;
	return isWhole ? query : { ...query, limit };
}

/** Names and ages, of an object or of a list. Models cli-runtime pkg/printers/tableprinter.go PrintObj. */
function* plainTable(
	{ nowMs }: CommandContext,
	path: string,
	query?: Readonly<Record<string, string>>
): Steps<ApiTable> {
	const answer = (yield* call({ method: 'GET', path, query })) as KubeObject & {
		readonly items?: readonly KubeObject[];
	};
	const column = { type: 'string', description: '', priority: 0 };
	return {
		kind: 'Table',
		apiVersion: 'meta.k8s.io/v1',
		metadata: {},
		columnDefinitions: [
			{ ...column, name: 'Name', format: 'name' },
			{ ...column, name: 'Age', format: '' }
		],
		rows: (answer.items ?? [answer]).map((object) => ({
			cells: [object.metadata.name ?? '', age(object, nowMs())],
			object
		}))
	};
}
