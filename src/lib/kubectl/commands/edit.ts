import { readManifest } from '#lib/kubernetes/manifest.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { qualifiedPlural } from '#lib/kubernetes/resources.ts';
import { callForObject, sorted } from '../api-call.ts';
import { bool, missing, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { type EditReason, editHeader, editText, withoutRemarks } from '../edit/edit-text.ts';
import {
	isNotFound,
	KubectlError,
	SilentFailure,
	StatusError,
	throwCollected
} from '../kubectl-error.ts';
import { jsonText } from '../output/json-text.ts';
import { resultPrinter } from '../output/print-result.ts';
import { usualPatchType } from '../patch/content-types.ts';
import { withLastApplied } from '../patch/last-applied.ts';
import { strategicDiff } from '../patch/strategic-diff.ts';
import { recorded, recordFlag } from '../record.ts';
import { fetchCommandTargets } from '../resources/command-targets.ts';
import { fieldManagerFlag, fileFlags, outputFlags } from '../resources/common-flags.ts';
import { caught } from '../resources/fetch.ts';
import { type Info, infoPath } from '../resources/info.ts';
import { itemsOf } from '../resources/read-files.ts';
import { fieldValidation, validateFlag } from '../resources/validation.ts';
import type { Steps } from '../steps.ts';

/** Models kubectl pkg/cmd/edit/edit.go, pkg/cmd/util/editor/editoptions.go. */
export const edit: Command = {
	name: 'edit',
	flags: [
		...fileFlags,
		...outputFlags,
		fieldManagerFlag('kubectl-edit'),
		validateFlag,
		recordFlag,
		bool('save-config'),
		bool('output-patch'),
		bool('windows-line-endings'),
		missing(text('subresource'))
	],
	run: editResources
};

/** Where upstream leaves a file that couldn't be saved; its figures are random there. */
const keptFile = '/tmp/kubectl-edit-1.yaml';

function* editResources(context: CommandContext): Steps<void> {
	const { infos, errors } = yield* fetchCommandTargets(context, context.args, true);
	throwCollected(errors);
	if (infos.length === 0) throw new KubectlError('edit cancelled, no objects found');
	const original = editText(
		infos.map(({ object }) => object),
		context.flags.text('output') || 'yaml'
	);
	let shown = original;
	let before: string | undefined;
	for (;;) {
		const edited = openEditor(context, shown);
		if (before !== undefined && isSameContent(before, edited)) {
			throw kept(context, new KubectlError('Edit cancelled, no valid changes were saved.'));
		}
		if (isSameContent(original, edited)) {
			context.err('Edit cancelled, no changes made.\n');
			return;
		}
		if (!/\S/.test(withoutRemarks(edited))) {
			context.err('Edit cancelled, saved file was empty.\n');
			return;
		}
		const reasons = yield* save(context, infos, edited);
		if (reasons.length === 0) return;
		before = edited;
		shown = editHeader(reasons) + withoutRemarks(edited);
	}
}

function openEditor(context: CommandContext, content: string): string {
	const edited = context.edit(content);
	if (edited !== undefined) return edited;
	throw new KubectlError(`unable to launch the editor ${JSON.stringify(context.editorName)}`);
}

/** Whether two files say the same, whatever their remarks. Models StripComments. */
function isSameContent(a: string, b: string): boolean {
	try {
		return isDeepEqual(valuesIn(a), valuesIn(b));
	} catch {
		return withoutRemarks(a) === withoutRemarks(b);
	}
}

function valuesIn(content: string): readonly unknown[] {
	return readManifest(content, 'edited-file').map(({ value }) => value);
}

function kept(context: CommandContext, error: Error): Error {
	context.err(`A copy of your changes has been stored to ${JSON.stringify(keptFile)}\n`);
	return error;
}

/**
 * Sends what was changed.
 *
 * @returns why the editor has to be opened again; nothing when everything is saved
 */
function* save(
	context: CommandContext,
	infos: readonly Info[],
	edited: string
): Steps<readonly EditReason[]> {
	let updated: readonly KubeObject[];
	try {
		updated = valuesIn(edited).flatMap(itemsOf) as readonly KubeObject[];
	} catch (error) {
		const head = `The edited file had a syntax error: ${(error as Error).message}`;
		return [{ head, details: [] }];
	}
	const reasons: EditReason[] = [];
	for (const object of updated) {
		const info = infos.find((one) => one.object.metadata.uid === object.metadata.uid);
		if (info === undefined) {
			throw kept(context, new KubectlError(`no original object found for ${jsonText(object)}`));
		}
		const reason = yield* saveOne(context, info, object);
		if (reason !== undefined) reasons.push(reason);
	}
	return reasons;
}

function* saveOne(
	context: CommandContext,
	info: Info,
	object: KubeObject
): Steps<EditReason | undefined> {
	const { flags } = context;
	const print = resultPrinter(context, 'none');
	const before = info.object;
	if (isDeepEqual(before, object)) {
		context.out(print(object, 'skipped'));
		return undefined;
	}
	const isOther =
		object.apiVersion !== before.apiVersion ||
		object.kind !== before.kind ||
		object.metadata.name !== before.metadata.name;
	if (isOther) {
		const problem = new KubectlError('At least one of apiVersion, kind and name was changed');
		throw kept(context, problem);
	}
	const noted = recorded(context, object);
	const after = flags.bool('save-config') ? withLastApplied(noted) : noted;
	const patch = strategicDiff(before, after, before.kind);
	if (flags.bool('output-patch')) context.out(`Patch: ${jsonText(patch)}\n`);
	const patched = yield* caught(
		callForObject({
			method: 'PATCH',
			path: infoPath(info),
			query: sorted({
				fieldManager: flags.text('field-manager'),
				fieldValidation: fieldValidation(context)
			}),
			contentType: usualPatchType(info.resource),
			body: patch
		})
	);
	if (patched instanceof Error) return refused(context, info, patched);
	context.out(print(patched, 'edited'));
	return undefined;
}

/** What is wrong may be mended in the editor; anything else ends the command. Models editResults.addError. */
function refused(context: CommandContext, info: Info, error: Error): EditReason {
	const name = `${qualifiedPlural(info.resource)} ${JSON.stringify(info.name)}`;
	if (error instanceof StatusError && error.status.reason === 'Invalid') {
		context.err(`error: ${name} is invalid\n`);
		const causes = error.status.details?.causes ?? [];
		const details = causes.map(({ field = '', message = '' }) => `${field}: ${message}`);
		return { head: `${name} was not valid`, details };
	}
	if (isNotFound(error)) {
		context.err(`error: ${name} could not be found on the server\n`);
		const where = JSON.stringify(keptFile);
		context.err(`The edits you made on deleted resources have been saved to ${where}\n`);
	} else {
		context.err(`error: ${name} could not be patched: ${error.message}\n`);
		context.err(`You can run \`kubectl replace -f ${keptFile}\` to try this update again.\n`);
	}
	throw new SilentFailure();
}
