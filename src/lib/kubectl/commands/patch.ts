import { ManifestError } from '#lib/kubernetes/manifest-error.ts';
import { readManifest } from '#lib/kubernetes/manifest.ts';
import { badRequest } from '#lib/kubernetes/status.ts';
import { callForObject, sorted } from '../api-call.ts';
import { bool, missing, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { dryRunOf, dryRunQuery } from '../dry-run.ts';
import { KubectlError, StatusError, throwCollected } from '../kubectl-error.ts';
import { jsonText } from '../output/json-text.ts';
import { resultPrinter } from '../output/print-result.ts';
import { patchTypes } from '../patch/content-types.ts';
import { dryRunFlag, fieldManagerFlag, fileFlags, outputFlags } from '../resources/common-flags.ts';
import { fetchTargets } from '../resources/fetch.ts';
import { infoPath } from '../resources/info.ts';
import { readFiles } from '../resources/read-files.ts';
import { readTargets } from '../resources/targets.ts';
import type { Steps } from '../steps.ts';

/** Models kubectl pkg/cmd/patch/patch.go. */
export const patch: Command = {
	name: 'patch',
	flags: [
		...fileFlags,
		...outputFlags,
		dryRunFlag,
		fieldManagerFlag('kubectl-patch'),
		text('patch', 'p'),
		text('patch-file'),
		text('type', undefined, 'strategic'),
		missing(bool('local')),
		missing(text('subresource'))
	],
	run: patchResources
};

function* patchResources(context: CommandContext): Steps<void> {
	const { flags, args } = context;
	const body = patchText(context);
	const type = flags.text('type').toLowerCase();
	if (!(type in patchTypes)) {
		throw new KubectlError(
			`--type must be one of [json merge strategic], not ${JSON.stringify(flags.text('type'))}`
		);
	}
	const dryRun = dryRunOf(context);
	const print = resultPrinter(context, dryRun);
	const fromFiles = flags.given('filename') ? readFiles(context, false) : undefined;
	throwCollected(fromFiles?.errors ?? []);
	const targets =
		fromFiles === undefined
			? readTargets(args, { warn: (text) => context.err(`Warning: ${text}\n`) })
			: { type: 'names' as const, named: fromFiles.infos };
	const { infos, errors } = yield* fetchTargets(targets, { namespace: context.namespace });
	throwCollected(errors);
	for (const info of infos) {
		const patched = yield* callForObject({
			method: 'PATCH',
			path: infoPath(info),
			query: sorted({ ...dryRunQuery(dryRun), fieldManager: flags.text('field-manager') }),
			contentType: patchTypes[type as keyof typeof patchTypes],
			body: parsed(body)
		});
		const isSame = jsonText(patched) === jsonText(info.object);
		context.out(print(patched, isSame ? 'patched (no change)' : 'patched'));
	}
}

function patchText({ flags, files }: CommandContext): string {
	const [inline, file] = [flags.text('patch'), flags.text('patch-file')];
	if (inline !== '' && file !== '') {
		throw new KubectlError('cannot specify --patch and --patch-file together');
	}
	if (file !== '') {
		const text = files[file];
		if (text === undefined) {
			throw new KubectlError(`unable to read patch file: open ${file}: no such file or directory`);
		}
		return text;
	}
	if (inline === '') {
		throw new KubectlError(
			'must specify --patch or --patch-file containing the contents of the patch'
		);
	}
	return inline;
}

/** What begins like JSON goes to the server as it is, which refuses it when it is broken; anything else is YAML. */
function parsed(text: string): unknown {
	if (/^\s*\{/.test(text)) {
		try {
			return JSON.parse(text) as unknown;
		} catch {
			throw new StatusError(badRequest(jsonProblem(text)));
		}
	}
	try {
		return readManifest(text, 'patch')[0]?.value ?? null;
	} catch (error) {
		if (!(error instanceof ManifestError)) throw error;
		throw new KubectlError(`unable to parse ${JSON.stringify(text)}: ${error.message}`);
	}
}

/** Go's words for broken JSON: it ends too early, or a character doesn't belong there. */
function jsonProblem(text: string): string {
	let depth = 0;
	let isInString = false;
	for (let at = 0; at < text.length; at += 1) {
		const char = text[at]!;
		if (isInString) {
			if (char === '\\') at += 1;
			else if (char === '"') isInString = false;
		} else if (char === '"') {
			isInString = true;
		} else if (char === '{' || char === '[') {
			depth += 1;
		} else if (char === '}' || char === ']') {
			depth -= 1;
		} else if (!/[\s:,.\w+-]/.test(char)) {
			return `invalid character '${char}' looking for beginning of value`;
		}
	}
	return isInString || depth > 0
		? 'unexpected end of JSON input'
		: 'invalid character in JSON input';
}
