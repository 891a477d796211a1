import type { KubeObject } from '#lib/kubernetes/object.ts';
import { callForObject, sorted } from '../../api-call.ts';
import { bool, duration, int, text } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import { type DryRun, dryRunOf, dryRunQuery } from '../../dry-run.ts';
import {
	isNotFound,
	KubectlError,
	StatusError,
	throwCollected,
	usageError,
	withSource
} from '../../kubectl-error.ts';
import { jsonText } from '../../output/json-text.ts';
import { type ResultPrinter, resultPrinter } from '../../output/print-result.ts';
import { usualPatchType } from '../../patch/content-types.ts';
import { lastAppliedAnnotation, withLastApplied } from '../../patch/last-applied.ts';
import { threeWayPatch } from '../../patch/three-way-patch.ts';
import {
	dryRunFlag,
	fileFlags,
	outputFlags,
	selectorFlag,
	subresourceFlag
} from '../../resources/common-flags.ts';
import { recorded, recordFlag } from '../../record.ts';
import { caught, listPath } from '../../resources/fetch.ts';
import { type Info, infoPath, infoText } from '../../resources/info.ts';
import { readFiles } from '../../resources/read-files.ts';
import { fieldValidation, validateFlag } from '../../resources/validation.ts';
import type { Steps } from '../../steps.ts';
import { cascadeFlag, propagationOf } from '../../resources/propagation.ts';
import { selectsLabels } from '../../resources/label-filter.ts';
import { waitUntilGone } from '../../wait/wait-until-gone.ts';
import { checkPrune, prune, prunedResources, pruneFlags } from './prune.ts';
import { applyOnServer, serverSideFlags } from './server-side.ts';
import { setLastApplied } from './set-last-applied.ts';
import { viewLastApplied } from './view-last-applied.ts';

/** Models kubectl pkg/cmd/apply/apply.go and patcher.go. */
export const apply: Command = {
	name: 'apply',
	flags: [
		...fileFlags,
		...outputFlags,
		...pruneFlags,
		...serverSideFlags,
		selectorFlag,
		dryRunFlag,
		text('field-manager', undefined, 'kubectl-client-side-apply'),
		validateFlag,
		recordFlag,
		subresourceFlag,
		bool('overwrite', undefined, true),
		bool('openapi-patch', undefined, true),
		bool('wait'),
		bool('force'),
		int('grace-period', -1),
		duration('timeout', '0s'),
		cascadeFlag
	],
	subcommands: [setLastApplied, viewLastApplied],
	run: applyFiles
};

function* applyFiles(context: CommandContext): Steps<void> {
	const { args, flags } = context;
	if (args.length > 0) throw usageError('apply', `Unexpected args: [${args.join(' ')}]`);
	if (!flags.given('filename')) throw new KubectlError('must specify one of -f and -k');
	const dryRun = dryRunOf(context);
	const pruned = prunedResources(context);
	check(context, dryRun);
	const print = resultPrinter(context, dryRun);
	const { infos, errors } = readFiles(context, fieldValidation(context) !== 'Ignore');
	const isAsked = selectsLabels(flags.text('selector'));
	const chosen = infos.filter(({ object }) => isAsked(object));
	const failures = [...errors];
	const applied: KubeObject[] = [];
	for (const info of chosen) {
		const steps = flags.bool('server-side')
			? applyOnServer(context, info, dryRun, print)
			: applyOne(context, info, dryRun, print);
		const result = yield* caught(steps);
		if (result instanceof Error) failures.push(result);
		else applied.push(result);
	}
	throwCollected(failures);
	if (chosen.length === 0) throw new KubectlError('no objects passed to apply');
	if (pruned !== undefined) yield* prune(context, pruned, applied, dryRun, print);
}

/** Models ApplyOptions.Validate. */
function check({ flags }: CommandContext, dryRun: DryRun): void {
	const [isServerSide, isForced] = [flags.bool('server-side'), flags.bool('force')];
	const refuse = (text: string): KubectlError => new KubectlError(text);
	if (flags.bool('force-conflicts') && !isServerSide) {
		throw refuse('--force-conflicts only works with --server-side');
	}
	if (dryRun === 'client' && isServerSide) {
		throw refuse(
			"--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)"
		);
	}
	if (isServerSide && isForced) throw refuse('--force cannot be used with --server-side');
	if (dryRun === 'server' && isForced) throw refuse('--dry-run=server cannot be used with --force');
	checkPrune(flags);
	if (flags.text('subresource') !== '' && !isServerSide) {
		throw refuse('--subresource can only be specified for --server-side');
	}
}

function* applyOne(
	context: CommandContext,
	info: Info,
	dryRun: DryRun,
	print: ResultPrinter
): Steps<KubeObject> {
	const { name, generateName } = info.object.metadata;
	if (generateName && !name) {
		throw new KubectlError(`from ${generateName}: cannot use generate name with apply`);
	}
	const modified = withLastApplied(recorded(context, info.object));
	const current = yield* caught(callForObject({ method: 'GET', path: infoPath(info) }));
	if (current instanceof Error) {
		if (!isNotFound(current)) {
			const verb = `retrieving current configuration of:\n${infoText(info)}\nfrom server for:`;
			throw withSource(verb, info.source, current);
		}
		const created =
			dryRun === 'client' ? info.object : yield* createOne(context, info, modified, dryRun);
		context.out(print(created, 'created'));
		return created;
	}
	if (dryRun === 'client') {
		context.out(print(current, 'configured'));
		return current;
	}
	const last = current.metadata.annotations?.[lastAppliedAnnotation];
	if (last === undefined) {
		context.err(
			`Warning: resource ${info.resource.plural}/${info.name} is missing the ${lastAppliedAnnotation} annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically.\n`
		);
	}
	const patch = threeWayPatch(parsed(last), modified, current, info.object.kind);
	if (Object.keys(patch).length === 0) {
		context.out(print(current, 'unchanged'));
		return current;
	}
	const patched = yield* caught(
		callForObject({
			method: 'PATCH',
			path: infoPath(info),
			query: requestQuery(context, dryRun),
			contentType: usualPatchType(info.resource),
			body: patch
		})
	);
	if (patched instanceof Error) {
		if (context.flags.bool('force') && isReplaceable(patched)) {
			const made = yield* replaceOne(context, info, modified, current);
			context.out(print(made, 'configured'));
			return made;
		}
		const verb = `applying patch:\n${jsonText(patch)}\nto:\n${infoText(info)}\nfor:`;
		throw withSource(verb, info.source, withSource('patching', info.source, patched));
	}
	context.out(print(patched, 'configured'));
	return patched;
}

/** With `--force` what can't be changed is deleted and made again. Models patcher.go Patch. */
function isReplaceable(error: Error): boolean {
	if (!(error instanceof StatusError)) return false;
	return error.status.reason === 'Conflict' || error.status.reason === 'Invalid';
}

/** Models deleteAndCreate. */
function* replaceOne(
	context: CommandContext,
	info: Info,
	modified: KubeObject,
	current: KubeObject
): Steps<KubeObject> {
	const grace = context.flags.int('grace-period');
	const body = {
		kind: 'DeleteOptions',
		apiVersion: 'v1',
		...(grace >= 0 ? { gracePeriodSeconds: grace } : undefined),
		propagationPolicy: propagationOf(context)
	};
	yield* callForObject({ method: 'DELETE', path: infoPath(info), body });
	const timeout = context.flags.duration('timeout');
	const untilMs = timeout > 0 ? context.nowMs() + timeout : undefined;
	yield* waitUntilGone({ ...info, object: current }, untilMs);
	return yield* createOne(context, info, modified, 'none');
}

function* createOne(
	context: CommandContext,
	info: Info,
	modified: KubeObject,
	dryRun: DryRun
): Steps<KubeObject> {
	const created = yield* caught(
		callForObject({
			method: 'POST',
			path: listPath(info.resource, info.namespace),
			query: requestQuery(context, dryRun),
			body: modified
		})
	);
	if (created instanceof Error) throw withSource('creating', info.source, created);
	return created;
}

function requestQuery(context: CommandContext, dryRun: DryRun): Readonly<Record<string, string>> {
	return sorted({
		...dryRunQuery(dryRun),
		fieldManager: context.flags.text('field-manager'),
		fieldValidation: fieldValidation(context)
	});
}

function parsed(text: string | undefined): unknown {
	try {
		return JSON.parse(text ?? '{}');
	} catch {
		return {};
	}
}
