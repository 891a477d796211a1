import type { ApiList, ApiTable, WatchEvent } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Resource } from '#lib/kubernetes/resources.ts';
import { call, sorted, withType } from '../../api-call.ts';
import type { CommandContext } from '../../command.ts';
import { requestTimeout } from '../../command-line/request-timeout.ts';
import { KubectlError, StatusError } from '../../kubectl-error.ts';
import { TableText } from '../../output/table-text.ts';
import { caught, listError, listPath, listQuery } from '../../resources/fetch.ts';
import { infoOf, objectPath } from '../../resources/info.ts';
import type { Targets } from '../../resources/targets.ts';
import { nextOf, openWatch, type Steps } from '../../steps.ts';
import { infosPrinter } from './get-objects.ts';
import { searchNamespace, selectorsOf, tableOptions } from './get-options.ts';

type Answer = ApiTable | ApiList | KubeObject;

/** `get -w`: what is there, then every change, until it is stopped. Models get.go watch. */
export function* watchResources(context: CommandContext, targets: Targets): Steps<void> {
	const sortBy = context.flags.text('sort-by');
	if (sortBy !== '') {
		const asked = context.flags.bool('watch')
			? '--watch requested, --sort-by will be ignored for watch events received'
			: '--watch-only requested, --sort-by will be ignored';
		context.err(`warning: ${asked}\n`);
	}
	const isNamed = targets.type === 'names';
	const resources = isNamed ? targets.named.map(({ resource }) => resource) : targets.resources;
	const resource = resources[0]!;
	const name = isNamed ? targets.named[0]!.name : undefined;
	if (resources.length > 1) {
		throw new KubectlError(
			'watch is only supported on individual resources and resource collections'
		);
	}
	const asTable = ['', 'wide'].includes(context.flags.text('output'));
	const print = asTable ? tablePrinter(context, resource) : objectsPrinter(context, resource);
	const timeout = requestTimeout(context.flags.text('request-timeout'));
	const untilMs = timeout > 0 ? context.nowMs() + timeout : undefined;
	const namespace = searchNamespace(context);
	const collection = listPath(resource, namespace);
	const selectors = selectorsOf(context);

	const first = yield* caught(
		call({
			method: 'GET',
			path:
				name === undefined
					? collection
					: objectPath(resource, resource.namespaced ? namespace : '', name),
			query: name === undefined ? sorted(listQuery(selectors)) : undefined,
			asTable
		})
	);
	if (first instanceof Error) throw listError(first, resource, selectors);
	const answer = first as Answer;
	if (!context.flags.bool('watch-only')) context.out(print(answer, 'ADDED'));
	const stream = yield* openWatch({
		method: 'GET',
		path: collection,
		query: sorted({
			...watchSelectors(selectors, name),
			resourceVersion: name === undefined ? (answer.metadata.resourceVersion ?? '') : '0',
			watch: 'true'
		}),
		asTable
	});
	// A watch on one name begins with what is there, which was printed already, or isn't to be.
	let isRepetition = name !== undefined;
	for (;;) {
		const news = yield* nextOf(stream, untilMs);
		if (news.type !== 'event') return;
		if (news.event.type === 'ERROR') throw new StatusError(news.event.object as Status);
		if (news.event.type === 'BOOKMARK') continue;
		if (!isRepetition) context.out(print(news.event.object as Answer, news.event.type));
		isRepetition = false;
	}
}

/** A watch has the selectors of its list, but no pages. */
function watchSelectors(
	selectors: ReturnType<typeof selectorsOf>,
	name: string | undefined
): Readonly<Record<string, string>> {
	const fieldSelector = name === undefined ? selectors.fieldSelector : `metadata.name=${name}`;
	const { limit: _, ...query } = listQuery({ ...selectors, fieldSelector });
	return query;
}

/** Prints what there is or what became of it, and which of both if `--output-watch-events` asks for it. */
type Printer = (answer: Answer, event: WatchEvent['type']) => string;

function tablePrinter(context: CommandContext, resource: Resource): Printer {
	const text = new TableText(tableOptions(context, resource, false));
	const showsEvents = context.flags.bool('output-watch-events');
	return (answer, event) => text.print([answer as ApiTable], showsEvents ? event : undefined);
}

function objectsPrinter(context: CommandContext, resource: Resource): Printer {
	const print = infosPrinter(context);
	const showsEvents = context.flags.bool('output-watch-events');
	let isFirst = true;
	return (answer, event) => {
		const objects =
			'items' in answer
				? (answer as ApiList).items.map((item) => withType(item, answer as ApiList))
				: [answer as KubeObject];
		return objects
			.map((object) => {
				const divider = context.flags.text('output') === 'yaml' && !isFirst ? '---\n' : '';
				isFirst = false;
				const info = infoOf(resource, object);
				const shown = showsEvents ? { ...info, object: watchEvent(event, object) } : info;
				return divider + print([shown], true);
			})
			.join('');
	};
}

function watchEvent(type: string, object: KubeObject): KubeObject {
	return { object, type } as unknown as KubeObject;
}
