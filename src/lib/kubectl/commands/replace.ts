import { callForObject, sorted } from '../api-call.ts';
import { bool, duration, int, missing, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { dryRunOf, dryRunQuery } from '../dry-run.ts';
import { isNotFound, KubectlError, throwCollected, withSource } from '../kubectl-error.ts';
import { type ResultPrinter, resultPrinter } from '../output/print-result.ts';
import { dryRunFlag, fieldManagerFlag, fileFlags, outputFlags } from '../resources/common-flags.ts';
import { recorded, recordFlag } from '../record.ts';
import { caught, listPath } from '../resources/fetch.ts';
import { kindPrefix } from '../resources/find-resource.ts';
import { type Info, infoPath } from '../resources/info.ts';
import { readFiles } from '../resources/read-files.ts';
import { fieldValidation, validateFlag } from '../resources/validation.ts';
import type { Steps } from '../steps.ts';
import { waitUntilGone } from '../wait/wait-until-gone.ts';

/** Models kubectl pkg/cmd/replace/replace.go. */
export const replace: Command = {
	name: 'replace',
	flags: [
		...fileFlags,
		...outputFlags,
		dryRunFlag,
		fieldManagerFlag('kubectl-replace'),
		validateFlag,
		recordFlag,
		bool('save-config'),
		bool('force'),
		missing(int('grace-period', -1)),
		missing(duration('timeout', '0s')),
		missing(bool('wait')),
		missing(text('subresource')),
		missing(text('raw'))
	],
	run: replaceFiles
};

function* replaceFiles(context: CommandContext): Steps<void> {
	if (!context.flags.given('filename')) throw new KubectlError('must specify one of -f and -k');
	const dryRun = dryRunOf(context);
	const validation = fieldValidation(context);
	const print = resultPrinter(context, dryRun);
	const { infos, errors } = readFiles(context, validation !== 'Ignore');
	const failures = [...errors];
	if (context.flags.bool('force')) {
		throwCollected(errors);
		yield* replaceByForce(context, infos, print);
		return;
	}
	for (const info of infos) {
		if (dryRun === 'client') {
			context.out(print(info.object, 'replaced'));
			continue;
		}
		const replaced = yield* caught(
			callForObject({
				method: 'PUT',
				path: infoPath(info),
				query: sorted({
					...dryRunQuery(dryRun),
					fieldManager: context.flags.text('field-manager'),
					fieldValidation: validation
				}),
				body: recorded(context, info.object)
			})
		);
		if (replaced instanceof Error) failures.push(withSource('replacing', info.source, replaced));
		else context.out(print(replaced, 'replaced'));
	}
	throwCollected(failures);
	if (infos.length === 0) throw new KubectlError('no objects passed to replace');
}

/** Deletes the objects, waits until they are gone and creates them again. Models forceReplace. */
function* replaceByForce(
	context: CommandContext,
	infos: readonly Info[],
	print: ResultPrinter
): Steps<void> {
	const deleted: Info[] = [];
	for (const info of infos) {
		const answer = yield* caught(
			callForObject({
				method: 'DELETE',
				path: infoPath(info),
				body: { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Background' }
			})
		);
		if (answer instanceof Error && !isNotFound(answer)) throw answer;
		if (answer instanceof Error) continue;
		context.out(
			`${kindPrefix(info.resource)} ${JSON.stringify(info.name)} deleted${info.namespace === '' ? '' : ` from ${info.namespace} namespace`}\n`
		);
		deleted.push(info);
	}
	for (const info of deleted) yield* waitUntilGone(info, undefined);
	for (const info of infos) {
		const created = yield* callForObject({
			method: 'POST',
			path: listPath(info.resource, info.namespace),
			query: sorted({
				fieldManager: context.flags.text('field-manager'),
				fieldValidation: fieldValidation(context)
			}),
			body: info.object
		});
		context.out(print(created, 'replaced'));
	}
}
