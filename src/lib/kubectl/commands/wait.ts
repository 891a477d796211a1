import { callForObject } from '../api-call.ts';
import { bool, duration, missing, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { isNotFound, KubectlError, StatusError, throwCollected } from '../kubectl-error.ts';
import { resultPrinter } from '../output/print-result.ts';
import {
	allNamespacesFlag,
	fieldSelectorFlag,
	fileFlags,
	outputFlags,
	selectorFlag
} from '../resources/common-flags.ts';
import { caught, fetchTargets } from '../resources/fetch.ts';
import { type Info, infoPath } from '../resources/info.ts';
import { readFiles } from '../resources/read-files.ts';
import { readTargets, type Targets } from '../resources/targets.ts';
import { sleep, type Steps } from '../steps.ts';
import { readWaitFor, type WaitFor } from '../wait/wait-condition.ts';
import { waitUntilGone } from '../wait/wait-until-gone.ts';
import { watchOne } from '../wait/watch-one.ts';

/** Models kubectl pkg/cmd/wait/wait.go. */
export const wait: Command = {
	name: 'wait',
	flags: [
		...fileFlags,
		...outputFlags,
		selectorFlag,
		fieldSelectorFlag,
		allNamespacesFlag,
		bool('all'),
		text('for'),
		duration('timeout', '30s'),
		missing(bool('local'))
	],
	run: waitForResources
};

const aWeekMs = 7 * 24 * 3_600_000;
const pollMs = 1000;

function* waitForResources(context: CommandContext): Steps<void> {
	const { flags } = context;
	const waitFor = readWaitFor(flags.text('for'));
	const timeout = flags.duration('timeout');
	const untilMs = context.nowMs() + (timeout < 0 ? aWeekMs : timeout);
	const targets = targetsOf(context);
	const print = resultPrinter(context, 'none');
	const { infos, errors } = yield* found(context, targets, waitFor, untilMs);
	const failures = errors.filter((error) => !(waitFor.type === 'delete' && isNotFound(error)));
	for (const info of infos) {
		const result = yield* caught(waitForOne(context, info, waitFor, untilMs));
		if (result instanceof Error) failures.push(result);
		else context.out(print(info.object, 'condition met'));
	}
	throwCollected(failures);
	if (infos.length === 0 && waitFor.type !== 'delete') {
		throw new KubectlError('no matching resources found');
	}
}

function targetsOf(context: CommandContext): Targets {
	const { flags } = context;
	if (flags.given('filename')) {
		const { infos, errors } = readFiles(context, false);
		throwCollected(errors);
		return { type: 'names', named: infos };
	}
	return readTargets(context.args, {
		labelSelector: flags.text('selector'),
		fieldSelector: flags.text('field-selector'),
		selectAll: flags.bool('all'),
		allNamespaces: flags.bool('all-namespaces'),
		context
	});
}

/** The objects to wait for; with `--for=create` those that aren't there yet are asked for again and again. */
function* found(
	context: CommandContext,
	targets: Targets,
	waitFor: WaitFor,
	untilMs: number
): ReturnType<typeof fetchTargets> {
	const { flags } = context;
	const options = {
		namespace: flags.bool('all-namespaces') ? '' : context.namespace,
		labelSelector: flags.text('selector'),
		fieldSelector: flags.text('field-selector')
	};
	for (;;) {
		const fetched = yield* fetchTargets(targets, options);
		const isAbsent = fetched.errors.some(isNotFound) || fetched.infos.length === 0;
		if (waitFor.type !== 'create' || !isAbsent) return fetched;
		if (context.nowMs() + pollMs > untilMs) {
			yield* sleep(Math.max(0, untilMs - context.nowMs()));
			throw new KubectlError('timed out waiting for the condition');
		}
		yield* sleep(pollMs);
	}
}

function* waitForOne(
	context: CommandContext,
	info: Info,
	waitFor: WaitFor,
	untilMs: number
): Steps<void> {
	if (waitFor.type === 'create') return;
	if (waitFor.type === 'delete') {
		yield* waitUntilGone(info, untilMs);
		return;
	}
	if (context.flags.duration('timeout') === 0) {
		const object = yield* callForObject({ method: 'GET', path: infoPath(info) });
		if (!waitFor.isMet(object)) {
			throw new KubectlError(`condition not met for ${info.resource.plural}/${info.name}`);
		}
		return;
	}
	yield* watchOne(info, untilMs, (event) => {
		if (event.type === 'absent') throw notFound(info);
		return event.type === 'version' && waitFor.isMet(event.object);
	});
}

function notFound(info: Info): StatusError {
	return new StatusError({
		kind: 'Status',
		apiVersion: 'v1',
		metadata: {},
		status: 'Failure',
		reason: 'NotFound',
		message: `${info.resource.plural} ${JSON.stringify(info.name)} not found`
	});
}
