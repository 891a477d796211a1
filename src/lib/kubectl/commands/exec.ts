import type { Status } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import { callForObject, sorted } from '../api-call.ts';
import { bool, duration, slice, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { KubectlError, refusal, RemoteExit, StatusError, usageError } from '../kubectl-error.ts';
import { podsBehind } from '../logs/pods-behind.ts';
import { defaultContainer } from '../resources/default-container.ts';
import { objectPath } from '../resources/info.ts';
import { readFiles } from '../resources/read-files.ts';
import { readTargets } from '../resources/targets.ts';
import { nextOf, openWatch, type Steps } from '../steps.ts';

/** Models kubectl pkg/cmd/exec/exec.go. */
export const exec: Command = {
	name: 'exec',
	flags: [
		slice('filename', 'f'),
		text('container', 'c'),
		bool('stdin', 'i'),
		bool('tty', 't'),
		bool('quiet', 'q'),
		duration('pod-running-timeout', '1m0s')
	],
	run: runInContainer
};

function* runInContainer(context: CommandContext): Steps<void> {
	const { args, flags } = context;
	const { argsBeforeDash } = flags;
	const fromFile = flags.given('filename');
	const command = argsBeforeDash < 0 ? [] : args.slice(argsBeforeDash);
	const isOldForm = args.length > 1 || (args.length > 0 && fromFile);
	if (argsBeforeDash < 0 && isOldForm) {
		throw usageError(
			'exec',
			'exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead'
		);
	}
	const word = argsBeforeDash === 0 ? undefined : args[0];
	if (word === undefined && !fromFile) {
		throw new KubectlError('pod, type/name or --filename must be specified');
	}
	if (command.length === 0) {
		throw new KubectlError('you must specify at least one command for the container');
	}
	const pod = yield* podOf(context, word);
	const phase = pod.status.phase ?? '';
	if (phase === 'Succeeded' || phase === 'Failed') {
		throw new KubectlError(
			`cannot exec into a container in a completed pod; current phase is ${phase}`
		);
	}
	const isQuiet = flags.bool('quiet');
	const container =
		flags.text('container') || defaultContainer(pod, isQuiet ? undefined : context.err);
	const isInteractive = flags.bool('stdin');
	if (isInteractive && flags.bool('tty') && !isQuiet) {
		context.err('Unable to use a TTY - input is not a terminal or the right kind of file\n');
	}
	yield* stream(context, pod, container, command, isInteractive);
}

function* podOf(context: CommandContext, word: string | undefined): Steps<Pod> {
	const { namespace, flags } = context;
	const resource = resourceOfKind('v1', 'Pod')!;
	const targets = word?.includes('/')
		? readTargets([word], { context })
		: { type: 'names' as const, named: [{ resource, name: word ?? '' }] };
	const [first] =
		word === undefined
			? readFiles(context, false).infos
			: (targets as Extract<typeof targets, { type: 'names' }>).named;
	if (first === undefined) throw new KubectlError('no objects passed to exec');
	const where = first.resource.namespaced ? namespace : '';
	const object = yield* callForObject({
		method: 'GET',
		path: objectPath(first.resource, where, first.name)
	});
	if (object.kind === 'Pod') return object as Pod;
	const untilMs = context.nowMs() + flags.duration('pod-running-timeout');
	const [pod] = yield* podsBehind(object, untilMs, `cannot attach to *v1.${object.kind}`);
	return pod!;
}

/** Prints what comes until the command has ended. Models client-go tools/remotecommand. */
function* stream(
	context: CommandContext,
	pod: Pod,
	container: string,
	command: readonly string[],
	isInteractive: boolean
): Steps<void> {
	const { name = '', namespace = '' } = pod.metadata;
	const path = objectPath(resourceOfKind('v1', 'Pod')!, namespace, name);
	const opened = yield* openWatch({
		method: 'GET',
		path: `${path}/exec`,
		query: sorted({
			command: command.join(' '),
			container,
			...(isInteractive ? { stdin: 'true' } : undefined),
			stdout: 'true',
			stderr: 'true'
		}),
		body: { command, stdin: isInteractive ? (context.stdin ?? '') : '' }
	});
	for (;;) {
		const news = yield* nextOf(opened);
		if (news.type === 'event') {
			const piece = news.event.object as unknown as { stream: string; text: string };
			if (piece.stream === 'stderr') context.err(piece.text);
			else context.out(piece.text);
			continue;
		}
		if (news.type === 'timeout' || news.response === undefined) return;
		const refused = refusal(news.response);
		if (refused !== undefined) throw refusalError(refused);
		endOf(news.response.body as Status);
		return;
	}
}

/** What the server says before it connects: only that of a kubelet isn't the server's own. */
function refusalError(status: Status): Error {
	return status.reason === 'InternalError'
		? new KubectlError(status.message ?? '')
		: new StatusError(status);
}

/** Models client-go tools/remotecommand/v4.go decodeError. */
function endOf({ status, reason, message = '', details }: Status): void {
	if (status === 'Success') return;
	const code = details?.causes?.find((cause) => cause.reason === 'ExitCode')?.message;
	if (reason !== 'NonZeroExitCode' || code === undefined) throw new KubectlError(message);
	throw new RemoteExit(Number(code));
}
