import type { Pod } from '#lib/kubernetes/pod.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import { call, callForObject, sorted } from '../api-call.ts';
import { bool, duration, int, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { isNotFound, KubectlError, refusal, StatusError, usageError } from '../kubectl-error.ts';
import { podsBehind } from '../logs/pods-behind.ts';
import { selectorFlag } from '../resources/common-flags.ts';
import { containerNames, defaultContainer } from '../resources/default-container.ts';
import { caught, fetchTargets } from '../resources/fetch.ts';
import { objectPath } from '../resources/info.ts';
import { readTargets } from '../resources/targets.ts';
import { nextOf, openWatch, type Steps, together } from '../steps.ts';

/** Models kubectl pkg/cmd/logs/logs.go. */
export const logs: Command = {
	name: 'logs',
	flags: [
		selectorFlag,
		text('container', 'c'),
		bool('all-containers'),
		bool('previous', 'p'),
		bool('timestamps'),
		bool('prefix'),
		bool('ignore-errors'),
		int('tail', -1),
		int('limit-bytes', 0),
		int('max-log-requests', 5),
		duration('since', '0s'),
		text('since-time'),
		duration('pod-running-timeout', '20s'),
		bool('insecure-skip-tls-verify-backend'),
		bool('all-pods'),
		bool('follow', 'f')
	],
	run: printLogs
};

function* printLogs(context: CommandContext): Steps<void> {
	const labelSelector = context.flags.text('selector');
	check(context, labelSelector);
	const pods = yield* podsOf(context, labelSelector);
	const logs = pods.flatMap((pod) =>
		containersOf(context, pod).map((container) =>
			printLog(context, pod, container, labelSelector !== '')
		)
	);
	if (pods.length === 0) context.err(`No resources found in ${context.namespace} namespace.\n`);
	if (!context.flags.bool('follow') || logs.length < 2) {
		for (const log of logs) yield* orToldIfIgnored(context, log);
		return;
	}
	const most = context.flags.int('max-log-requests');
	if (logs.length > most) {
		throw new KubectlError(
			`you are attempting to follow ${logs.length} log streams, but maximum allowed concurrency is ${most}, use --max-log-requests to increase the limit`
		);
	}
	const ends = yield* together(logs.map((log) => orToldIfIgnored(context, log)));
	const failure = ends.find((end) => end instanceof Error);
	if (failure !== undefined) throw failure;
}

/** With `--ignore-errors` what goes wrong is only told. */
function* orToldIfIgnored(context: CommandContext, log: Steps<void>): Steps<void> {
	const failure = yield* caught(log);
	if (!(failure instanceof Error)) return;
	if (!context.flags.bool('ignore-errors')) throw failure;
	context.out(`error: ${failure.message}\n`);
}

function check({ flags, args }: CommandContext, labelSelector: string): void {
	if (args.length === 0 && labelSelector === '') {
		throw usageError(
			'logs',
			"expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command"
		);
	}
	if (flags.text('container') !== '' && args.length === 2) {
		throw new KubectlError('only one of -c or an inline [CONTAINER] arg is allowed');
	}
	if (flags.duration('since') < 0) throw new KubectlError('--since must be greater than 0');
	if (flags.int('tail') < -1) throw new KubectlError('--tail must be greater than or equal to -1');
	if (flags.int('limit-bytes') < 0) throw new KubectlError('--limit-bytes must be greater than 0');
	if (flags.given('since') && flags.given('since-time')) {
		throw new KubectlError('at most one of `sinceTime` or `sinceSeconds` may be specified');
	}
	if (flags.bool('all-containers') && flags.text('container') !== '') {
		throw new KubectlError(
			'--all-containers=true should not be specified with container name ' + flags.text('container')
		);
	}
}

function* podsOf(context: CommandContext, labelSelector: string): Steps<readonly Pod[]> {
	const resource = resourceOfKind('v1', 'Pod')!;
	if (labelSelector !== '') {
		const targets = { type: 'lists' as const, resources: [resource] };
		const { infos, errors } = yield* fetchTargets(targets, {
			namespace: context.namespace,
			labelSelector
		});
		if (errors[0] !== undefined) throw errors[0];
		return infos.map(({ object }) => object as Pod);
	}
	const [word = '', ...more] = context.args;
	const targets = word.includes('/')
		? readTargets([word], { context })
		: { type: 'names' as const, named: [{ resource, name: word }] };
	const { resource: found, name } = (targets as Extract<typeof targets, { type: 'names' }>)
		.named[0]!;
	if (more.length > 1)
		throw usageError('logs', "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.");
	const pod = yield* caught(
		callForObject({
			method: 'GET',
			path: objectPath(found, found.namespaced ? context.namespace : '', name)
		})
	);
	if (pod instanceof Error) {
		if (!isNotFound(pod)) throw pod;
		throw new KubectlError(
			`error from server (NotFound): ${pod.message} in namespace ${JSON.stringify(context.namespace)}`
		);
	}
	if (pod.kind === 'Pod') return [pod as Pod];
	const untilMs = context.nowMs() + context.flags.duration('pod-running-timeout');
	const pods = yield* podsBehind(pod, untilMs);
	if (context.flags.bool('all-pods')) return pods;
	if (pods.length > 1) {
		context.err(`Found ${pods.length} pods, using pod/${pods[0]!.metadata.name ?? ''}\n`);
	}
	return pods.slice(0, 1);
}

/** Models kubectl pkg/polymorphichelpers/logsforobject.go logsForObjectWithClient. */
function containersOf(context: CommandContext, pod: Pod): readonly string[] {
	const all = containerNames(pod);
	if (context.flags.bool('all-containers')) return all;
	const wanted = context.flags.text('container') || (context.args[1] ?? '');
	if (wanted === '') {
		return [defaultContainer(pod, context.flags.bool('all-pods') ? undefined : context.err)];
	}
	if (all.includes(wanted)) return [wanted];
	throw new KubectlError(`container ${wanted} is not valid for pod ${pod.metadata.name ?? ''}`);
}

const linesOfEach = 10;

function* printLog(
	context: CommandContext,
	pod: Pod,
	container: string,
	isOneOfMany: boolean
): Steps<void> {
	const { flags } = context;
	const tail = flags.given('tail') || !isOneOfMany ? flags.int('tail') : linesOfEach;
	const seconds = Math.ceil(flags.duration('since') / 1000);
	const path = objectPath(
		resourceOfKind('v1', 'Pod')!,
		pod.metadata.namespace ?? '',
		pod.metadata.name ?? ''
	);
	const query = {
		container,
		...(flags.int('limit-bytes') > 0 ? { limitBytes: flags.text('limit-bytes') } : undefined),
		...(flags.bool('previous') ? { previous: 'true' } : undefined),
		...(seconds > 0 ? { sinceSeconds: String(seconds) } : undefined),
		...(flags.given('since-time') ? { sinceTime: flags.text('since-time') } : undefined),
		...(tail >= 0 ? { tailLines: String(tail) } : undefined),
		...(flags.bool('timestamps') ? { timestamps: 'true' } : undefined)
	};
	const prefix = `[pod/${pod.metadata.name ?? ''}/${container}] `;
	const hasPrefix = flags.bool('prefix') || flags.bool('all-pods');
	const print = (text: string): void =>
		context.out(hasPrefix ? text.replace(/^(?=.)/gm, prefix) : text);
	if (flags.bool('follow')) {
		yield* follow(`${path}/log`, { ...query, follow: 'true' }, print);
		return;
	}
	print(textOf(yield* call({ method: 'GET', path: `${path}/log`, query: sorted(query) })));
}

/** A followed log comes piece by piece, as events whose objects are pieces of it; it ends with the container. */
function* follow(
	path: string,
	query: Readonly<Record<string, string>>,
	print: (text: string) => void
): Steps<void> {
	const stream = yield* openWatch({ method: 'GET', path, query: sorted(query) });
	for (;;) {
		const news = yield* nextOf(stream);
		if (news.type === 'event') {
			print(textOf(news.event.object));
			continue;
		}
		const response = news.type === 'closed' ? news.response : undefined;
		if (response === undefined) return;
		const status = refusal(response);
		if (status !== undefined) throw new StatusError(status);
		print(textOf(response.body));
		return;
	}
}

function textOf(body: unknown): string {
	return (body as { readonly text?: string }).text ?? '';
}
