import type { KubeObject } from '#lib/kubernetes/object.ts';
import { groupOf } from '#lib/kubernetes/resources.ts';
import { callForObject, sorted } from '../api-call.ts';
import { bool, duration, int, missing, slice, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { type DryRun, dryRunOf, dryRunQuery } from '../dry-run.ts';
import { isNotFound, KubectlError, throwCollected, withSource } from '../kubectl-error.ts';
import { jsonText } from '../output/json-text.ts';
import { type ResultPrinter, resultPrinter } from '../output/print-result.ts';
import { patchTypes } from '../patch/content-types.ts';
import { lastAppliedAnnotation, withLastApplied } from '../patch/last-applied.ts';
import { threeWayPatch } from '../patch/three-way-patch.ts';
import {
	dryRunFlag,
	fieldManagerFlag,
	fileFlags,
	outputFlags,
	selectorFlag
} from '../resources/common-flags.ts';
import { recorded, recordFlag } from '../record.ts';
import { caught, listPath } from '../resources/fetch.ts';
import { type Info, infoPath } from '../resources/info.ts';
import { readFiles } from '../resources/read-files.ts';
import { fieldValidation, validateFlag } from '../resources/validation.ts';
import type { Steps } from '../steps.ts';
import { setLastApplied } from './set-last-applied.ts';
import { viewLastApplied } from './view-last-applied.ts';

/** Client-side apply. Models kubectl pkg/cmd/apply/apply.go and patcher.go. */
export const apply: Command = {
	name: 'apply',
	flags: [
		...fileFlags,
		...outputFlags,
		selectorFlag,
		dryRunFlag,
		fieldManagerFlag('kubectl-client-side-apply'),
		validateFlag,
		recordFlag,
		bool('overwrite', undefined, true),
		bool('openapi-patch', undefined, true),
		bool('wait'),
		missing(bool('server-side')),
		missing(bool('force-conflicts')),
		missing(bool('prune')),
		missing(slice('prune-allowlist')),
		missing(text('applyset')),
		missing(bool('all')),
		missing(bool('force')),
		missing(int('grace-period', -1)),
		missing(duration('timeout', '0s')),
		missing({ name: 'cascade', type: 'string', bare: 'background' })
	],
	subcommands: [setLastApplied, viewLastApplied],
	run: applyFiles
};

function* applyFiles(context: CommandContext): Steps<void> {
	if (!context.flags.given('filename')) throw new KubectlError('must specify one of -f and -k');
	const dryRun = dryRunOf(context);
	const print = resultPrinter(context, dryRun);
	const { infos, errors } = readFiles(context, fieldValidation(context) !== 'Ignore');
	const failures = [...errors];
	for (const info of infos) {
		const result = yield* caught(applyOne(context, info, dryRun, print));
		if (result instanceof Error) failures.push(result);
	}
	throwCollected(failures);
	if (infos.length === 0) throw new KubectlError('no objects passed to apply');
}

function* applyOne(
	context: CommandContext,
	info: Info,
	dryRun: DryRun,
	print: ResultPrinter
): Steps<void> {
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
		if (dryRun === 'client') context.out(print(info.object, 'created'));
		else context.out(print(yield* createOne(context, info, modified, dryRun), 'created'));
		return;
	}
	if (dryRun === 'client') {
		context.out(print(current, 'configured'));
		return;
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
		return;
	}
	const patched = yield* caught(
		callForObject({
			method: 'PATCH',
			path: infoPath(info),
			query: requestQuery(context, dryRun),
			contentType: patchTypes.strategic,
			body: patch
		})
	);
	if (patched instanceof Error) {
		const verb = `applying patch:\n${jsonText(patch)}\nto:\n${infoText(info)}\nfor:`;
		throw withSource(verb, info.source, withSource('patching', info.source, patched));
	}
	context.out(print(patched, 'configured'));
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

/** Models cli-runtime pkg/resource/visitor.go Info.String. */
function infoText({ resource, namespace, name }: Info): string {
	const version = resource.apiVersion.split('/').at(-1)!;
	const prefix = `${groupOf(resource)}/${version}`;
	return `Resource: "${prefix}, Resource=${resource.plural}", GroupVersionKind: "${prefix}, Kind=${resource.kind}"\nName: "${name}", Namespace: "${namespace}"`;
}
