import type { ApiList } from '#lib/kubernetes/api-client.ts';
import type { Event } from '#lib/kubernetes/pod.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { call, callForItems, sorted, withType } from '../api-call.ts';
import { bool, int, slice, text } from '../command-line/flag.ts';
import { requestTimeout } from '../command-line/request-timeout.ts';
import type { Command, CommandContext } from '../command.ts';
import { interval } from '../describe/events.ts';
import { KubectlError, StatusError } from '../kubectl-error.ts';
import { objectPrinter, unknownFormat } from '../output/object-printer.ts';
import { alignColumns } from '../output/tab-writer.ts';
import { allNamespacesFlag, outputFlags } from '../resources/common-flags.ts';
import { findResource } from '../resources/find-resource.ts';
import { nextOf, openWatch, type Steps } from '../steps.ts';

/** Models kubectl pkg/cmd/events/events.go and event_printer.go. */
export const events: Command = {
	name: 'events',
	flags: [
		...outputFlags,
		allNamespacesFlag,
		text('for'),
		slice('types'),
		bool('no-headers'),
		bool('watch', 'w'),
		int('chunk-size', 500)
	],
	run: printEvents
};

function* printEvents(context: CommandContext): Steps<void> {
	const { flags } = context;
	const types = flags.list('types').map((type) => type.toLowerCase());
	if (types.some((type) => type !== 'normal' && type !== 'warning')) {
		throw new KubectlError('valid --types are Normal or Warning');
	}
	const isShown = (event: Event): boolean =>
		types.length === 0 || types.includes((event.type ?? '').toLowerCase());
	const isEverywhere = flags.bool('all-namespaces');
	const path = isEverywhere ? '/api/v1/events' : `/api/v1/namespaces/${context.namespace}/events`;
	const fieldSelector = selectorFor(context);
	const selector: Readonly<Record<string, string>> = fieldSelector === '' ? {} : { fieldSelector };
	if (flags.bool('watch')) {
		yield* watchEvents(context, path, selector, isShown);
		return;
	}
	const all = (yield* callForItems({
		method: 'GET',
		path,
		query: { ...selector, limit: '500' }
	})) as readonly Event[];
	const list = [...all].filter(isShown).sort((a, b) => seenAt(a) - seenAt(b));
	if (list.length === 0) {
		const where = isEverywhere ? '' : ` in ${context.namespace} namespace`;
		context.err(`No events found${where}.\n`);
		return;
	}
	const output = flags.text('output');
	if (output === '') {
		context.out(new EventLines(context).print(list));
	} else if (output !== 'name') {
		const print = objectPrinter(output, context);
		if (print === undefined) throw unknownFormat(output);
		context.out(print({ apiVersion: 'v1', items: list, kind: 'EventList', metadata: {} }));
	}
}

/** @throws KubectlError */
function selectorFor(context: CommandContext): string {
	const target = context.flags.text('for');
	if (target === '') return '';
	const [type = '', name, ...more] = target.split('/');
	if (name === undefined || more.length > 0) {
		throw new KubectlError('--for must be in resource/name form');
	}
	const resource = findResource(type, context);
	return `involvedObject.apiVersion=${resource.apiVersion},involvedObject.kind=${resource.kind},involvedObject.name=${name}`;
}

function* watchEvents(
	context: CommandContext,
	path: string,
	selector: Readonly<Record<string, string>>,
	isShown: (event: Event) => boolean
): Steps<void> {
	const lines = new EventLines(context);
	const timeout = requestTimeout(context.flags.text('request-timeout'));
	const untilMs = timeout > 0 ? context.nowMs() + timeout : undefined;
	const list = (yield* call({
		method: 'GET',
		path,
		query: sorted({ ...selector, limit: '500' })
	})) as ApiList;
	const first = list.items.map((item) => withType(item, list) as Event).filter(isShown);
	context.out(lines.print(first));
	const resourceVersion = list.metadata.resourceVersion ?? '';
	const stream = yield* openWatch({
		method: 'GET',
		path,
		query: sorted({ ...selector, resourceVersion, watch: 'true' })
	});
	for (;;) {
		const news = yield* nextOf(stream, untilMs);
		if (news.type !== 'event') return;
		const { type, object } = news.event;
		if (type === 'ERROR') throw new StatusError(object as Status);
		const event = object as KubeObject as Event;
		if (type !== 'BOOKMARK' && type !== 'DELETED' && isShown(event)) {
			context.out(lines.print([event]));
		}
	}
}

/** Only Events without a count know more than the second. Models pkg/cmd/events/events.go eventTime. */
function seenAt(event: Event): number {
	const time = event.series?.lastObservedTime ?? event.lastTimestamp ?? event.eventTime ?? '';
	return Date.parse(time) || 0;
}

/** Lines of Events whose columns never become narrower, headers first. */
class EventLines {
	readonly #context: CommandContext;
	readonly #widths: number[] = [];
	#needsHeaders: boolean;

	constructor(context: CommandContext) {
		this.#context = context;
		this.#needsHeaders = !context.flags.bool('no-headers');
	}

	print(list: readonly Event[]): string {
		if (list.length === 0) return '';
		const withNamespace = this.#context.flags.bool('all-namespaces');
		const rows = list.map((event) => [
			...(withNamespace ? [event.metadata.namespace ?? ''] : []),
			interval(event, this.#context.nowMs()),
			event.type ?? '',
			event.reason ?? '',
			`${event.involvedObject.kind ?? ''}/${event.involvedObject.name ?? ''}`,
			(event.message ?? '').trim()
		]);
		if (this.#needsHeaders) {
			const headers = ['LAST SEEN', 'TYPE', 'REASON', 'OBJECT', 'MESSAGE'];
			rows.unshift(withNamespace ? ['NAMESPACE', ...headers] : headers);
			this.#needsHeaders = false;
		}
		const text = rows.map((cells) => cells.join('\t')).join('\n');
		return `${alignColumns(text, { minWidth: 6, padding: 3, remembered: this.#widths })}\n`;
	}
}
