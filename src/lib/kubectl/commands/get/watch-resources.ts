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
	const prints = !context.flags.bool('watch-only');
	if (prints) context.out(print(answer));
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
	// A watch on one name begins with what is there, which was printed already.
	let isRepetition = prints && name !== undefined;
	for (;;) {
		const news = yield* nextOf(stream, untilMs);
		if (news.type !== 'event') return;
		if (news.event.type === 'ERROR') throw new StatusError(news.event.object as Status);
		if (news.event.type === 'BOOKMARK') continue;
		if (!isRepetition) context.out(eventText(context, news.event, print));
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

function eventText(
	context: CommandContext,
	event: WatchEvent,
	print: (answer: Answer) => string
): string {
	const text = print(event.object as Answer);
	return context.flags.bool('output-watch-events') ? `${event.type.padEnd(11)}${text}` : text;
}

function tablePrinter(context: CommandContext, resource: Resource): (answer: Answer) => string {
	const text = new TableText(tableOptions(context, resource, false));
	return (answer) => text.print([answer as ApiTable]);
}

function objectsPrinter(context: CommandContext, resource: Resource): (answer: Answer) => string {
	const print = infosPrinter(context);
	let isFirst = true;
	return (answer) => {
		const objects =
			'items' in answer
				? (answer as ApiList).items.map((item) => withType(item, answer as ApiList))
				: [answer as KubeObject];
		return objects
			.map((object) => {
				const divider = context.flags.text('output') === 'yaml' && !isFirst ? '---\n' : '';
				isFirst = false;
				return divider + print([infoOf(resource, object)], true);
			})
			.join('');
	};
}
