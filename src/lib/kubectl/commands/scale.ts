import { callForObject } from '../api-call.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { bool, duration, int, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { type DryRun, dryRunOf, dryRunQuery } from '../dry-run.ts';
import { KubectlError, StatusError, throwCollected } from '../kubectl-error.ts';
import { resultPrinter } from '../output/print-result.ts';
import { patchTypes } from '../patch/content-types.ts';
import { recordedAnnotations, recordFlag } from '../record.ts';
import { fetchCommandTargets } from '../resources/command-targets.ts';
import { dryRunFlag, fileFlags, outputFlags, selectorFlag } from '../resources/common-flags.ts';
import { caught } from '../resources/fetch.ts';
import { type Info, infoPath } from '../resources/info.ts';
import { sleep, type Steps } from '../steps.ts';

/** Models kubectl pkg/cmd/scale/scale.go. */
export const scale: Command = {
	name: 'scale',
	requiredFlags: ['replicas'],
	flags: [
		...fileFlags,
		...outputFlags,
		selectorFlag,
		dryRunFlag,
		recordFlag,
		bool('all'),
		text('resource-version'),
		int('current-replicas', -1),
		int('replicas', 0),
		duration('timeout', '0s')
	],
	run: scaleResources
};

/** Between two tries after a conflict, and between two looks at what was reached. */
const retryMs = 1000;
const patienceMs = 5 * 60_000;

function* scaleResources(context: CommandContext): Steps<void> {
	const { flags, args } = context;
	const dryRun = dryRunOf(context);
	const print = resultPrinter(context, dryRun);
	const replicas = flags.int('replicas');
	if (replicas < 0) {
		throw new KubectlError(
			'The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0'
		);
	}
	if (flags.int('current-replicas') < -1) {
		throw new KubectlError('The --current-replicas must specify an integer of -1 or greater');
	}
	const { infos, errors } = yield* fetchCommandTargets(context, args, flags.bool('all'));
	if (flags.text('resource-version') !== '' && infos.length > 1) {
		throw new KubectlError('cannot use --resource-version with multiple resources');
	}
	if (infos.length === 0) {
		throwCollected(errors);
		throw new KubectlError('no objects passed to scale');
	}
	for (const info of infos) {
		if (dryRun !== 'client') yield* scaleOne(context, info, replicas, dryRun);
		if (flags.duration('timeout') > 0 && dryRun === 'none') {
			yield* waitForReplicas(context, info, replicas);
		}
		yield* recordCause(context, info, dryRun);
		context.out(print(info.object, 'scaled'));
	}
	throwCollected(errors);
}

/** Notes the command on the object; that it couldn't is no error. */
function* recordCause(context: CommandContext, info: Info, dryRun: DryRun): Steps<void> {
	const annotations = recordedAnnotations(context);
	if (annotations === undefined || dryRun === 'client') return;
	yield* caught(
		callForObject({
			method: 'PATCH',
			path: infoPath(info),
			contentType: patchTypes.merge,
			body: { metadata: { annotations } }
		})
	);
}

/** Tries again after a conflict. Models kubectl pkg/scale/scale.go genericScaler.Scale. */
function* scaleOne(
	context: CommandContext,
	info: Info,
	replicas: number,
	dryRun: DryRun
): Steps<void> {
	const untilMs = context.nowMs() + patienceMs;
	for (;;) {
		const result = yield* caught(scaleOnce(context, info, replicas, dryRun));
		const isConflict = result instanceof StatusError && result.status.reason === 'Conflict';
		if (!isConflict || context.nowMs() + retryMs > untilMs) {
			if (result instanceof Error) throw result;
			return;
		}
		yield* sleep(retryMs);
	}
}

/** Blindly by a patch, or after a look when something is to be so before. Models ScaleSimple. */
function* scaleOnce(
	{ flags }: CommandContext,
	info: Info,
	replicas: number,
	dryRun: DryRun
): Steps<KubeObject> {
	const path = `${infoPath(info)}/scale`;
	const query = dryRunQuery(dryRun);
	const [size, version] = [flags.int('current-replicas'), flags.text('resource-version')];
	if (size === -1 && version === '') {
		const body = { spec: { replicas } };
		return yield* callForObject({
			method: 'PATCH',
			path,
			query,
			contentType: patchTypes.merge,
			body
		});
	}
	const current = yield* callForObject({ method: 'GET', path });
	const spec = current.spec as { readonly replicas?: number };
	if (size !== -1 && spec.replicas !== size) {
		throw new KubectlError(`Expected replicas to be ${size}, was ${spec.replicas ?? 0}`);
	}
	const actual = current.metadata.resourceVersion ?? '';
	if (version !== '' && actual !== version) {
		throw new KubectlError(`Expected resource version to be ${version}, was ${actual}`);
	}
	const body = { ...current, spec: { ...spec, replicas } };
	return yield* callForObject({ method: 'PUT', path, query, body });
}

/** Models WaitForScaleHasDesiredReplicas. */
function* waitForReplicas(context: CommandContext, info: Info, replicas: number): Steps<void> {
	const untilMs = context.nowMs() + context.flags.duration('timeout');
	for (;;) {
		const { spec, status } = (yield* callForObject({
			method: 'GET',
			path: `${infoPath(info)}/scale`
		})) as unknown as {
			readonly spec: { readonly replicas?: number };
			readonly status: { readonly replicas?: number };
		};
		if ((spec.replicas ?? 0) !== replicas || (status.replicas ?? 0) === replicas) return;
		if (context.nowMs() + retryMs > untilMs) {
			yield* sleep(Math.max(0, untilMs - context.nowMs()));
			throw new KubectlError(`timed out waiting for ${JSON.stringify(info.name)} to be synced`);
		}
		yield* sleep(retryMs);
	}
}
