import { callForObject, sorted } from '../../api-call.ts';
import { bool, text } from '../../command-line/flag.ts';
import type { Command, CommandContext } from '../../command.ts';
import { dryRunOf, dryRunQuery } from '../../dry-run.ts';
import { KubectlError, throwCollected, withSource } from '../../kubectl-error.ts';
import { jsonText } from '../../output/json-text.ts';
import { resultPrinter } from '../../output/print-result.ts';
import { patchTypes } from '../../patch/content-types.ts';
import { lastAppliedAnnotation } from '../../patch/last-applied.ts';
import { dryRunFlag, fileFlags } from '../../resources/common-flags.ts';
import { caught } from '../../resources/fetch.ts';
import { infoPath } from '../../resources/info.ts';
import { readFiles } from '../../resources/read-files.ts';
import type { Steps } from '../../steps.ts';

/** Models kubectl pkg/cmd/apply/apply_set_last_applied.go. */
export const setLastApplied: Command = {
	name: 'set-last-applied',
	flags: [...fileFlags, text('output', 'o'), dryRunFlag, bool('create-annotation')],
	run: setAnnotations
};

function* setAnnotations(context: CommandContext): Steps<void> {
	if (!context.flags.given('filename')) throw new KubectlError('must specify one of -f and -k');
	const dryRun = dryRunOf(context);
	const print = resultPrinter(context, dryRun);
	const { infos, errors } = readFiles(context, false);
	throwCollected(errors);
	for (const info of infos) {
		const current = yield* caught(callForObject({ method: 'GET', path: infoPath(info) }));
		if (current instanceof Error) throw withSource('retrieving', info.source, current);
		const last = current.metadata.annotations?.[lastAppliedAnnotation];
		if (last === undefined && !context.flags.bool('create-annotation')) {
			throw new KubectlError(
				`no last-applied-configuration annotation found on resource: ${info.name}, to create the annotation, run the command with --create-annotation`
			);
		}
		const value = `${jsonText(info.object)}\n`;
		if (dryRun === 'client') {
			context.out(print(current, 'configured'));
			continue;
		}
		const patched = yield* callForObject({
			method: 'PATCH',
			path: infoPath(info),
			query: sorted(dryRunQuery(dryRun)),
			contentType: patchTypes.merge,
			body: { metadata: { annotations: { [lastAppliedAnnotation]: value } } }
		});
		context.out(print(patched, 'configured'));
	}
}
