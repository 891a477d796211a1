import { ManifestError } from '#lib/kubernetes/manifest-error.ts';
import { readManifest } from '#lib/kubernetes/manifest.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { applyJsonPatch } from '#lib/kubernetes/patch/json-patch.ts';
import { applyMergePatch } from '#lib/kubernetes/patch/merge-patch.ts';
import { applyStrategicMergePatch } from '#lib/kubernetes/patch/strategic-merge-patch.ts';
import { badRequest } from '#lib/kubernetes/status.ts';
import { callForObject, sorted } from '../api-call.ts';
import { bool, text } from '../command-line/flag.ts';
import type { Command, CommandContext } from '../command.ts';
import { dryRunOf, dryRunQuery } from '../dry-run.ts';
import { KubectlError, StatusError } from '../kubectl-error.ts';
import { jsonText } from '../output/json-text.ts';
import { resultPrinter } from '../output/print-result.ts';
import { patchTypes } from '../patch/content-types.ts';
import {
	dryRunFlag,
	fieldManagerFlag,
	fileFlags,
	outputFlags,
	subresourceFlag
} from '../resources/common-flags.ts';
import { recordedAnnotations, recordFlag } from '../record.ts';
import { commandTargets, fetchCommandTargets } from '../resources/command-targets.ts';
import { type Info, infoPath } from '../resources/info.ts';
import { visitTargets } from '../resources/visit.ts';
import type { Steps } from '../steps.ts';

/** Models kubectl pkg/cmd/patch/patch.go. */
export const patch: Command = {
	name: 'patch',
	flags: [
		...fileFlags,
		...outputFlags,
		dryRunFlag,
		fieldManagerFlag('kubectl-patch'),
		recordFlag,
		text('patch', 'p'),
		text('patch-file'),
		text('type', undefined, 'strategic'),
		bool('local'),
		subresourceFlag
	],
	run: patchResources
};

function* patchResources(context: CommandContext): Steps<void> {
	const { flags, namespace } = context;
	const given = patchText(context);
	const type = flags.text('type').toLowerCase();
	if (!isPatchType(type)) {
		throw new KubectlError(
			`--type must be one of [json merge strategic], not ${JSON.stringify(flags.text('type'))}`
		);
	}
	const dryRun = dryRunOf(context);
	if (flags.bool('local') && dryRun === 'server') {
		throw new KubectlError(
			'cannot specify --local and --dry-run=server - did you mean --dry-run=client?'
		);
	}
	const print = resultPrinter(context, dryRun);
	const body = parsed(given);
	const subresource = flags.text('subresource');
	const patchOne = function* (info: Info): Steps<void> {
		const isLocal = flags.bool('local') || dryRun === 'client';
		const path = `${infoPath(info)}${subresource === '' ? '' : `/${subresource}`}`;
		const result = isLocal
			? patchedHere(info.object, body, type)
			: yield* callForObject({
					method: 'PATCH',
					path,
					query: sorted({ ...dryRunQuery(dryRun), fieldManager: flags.text('field-manager') }),
					contentType: patchTypes[type],
					body
				});
		const isSame = jsonText(result) === jsonText(info.object);
		const annotations = isLocal ? undefined : recordedAnnotations(context);
		const noted =
			annotations === undefined
				? result
				: yield* callForObject({
						method: 'PATCH',
						path,
						query: sorted({ ...dryRunQuery(dryRun), fieldManager: flags.text('field-manager') }),
						contentType: patchTypes.merge,
						body: { metadata: { annotations } }
					});
		context.out(print(noted, isSame ? 'patched (no change)' : 'patched'));
	};
	if (flags.bool('local')) {
		for (const info of (yield* fetchCommandTargets(context, context.args, false)).infos) {
			yield* patchOne(info);
		}
		return;
	}
	const targets = commandTargets(context, context.args, false, '');
	const count = yield* visitTargets(targets, { namespace, subresource }, patchOne);
	if (count === 0) throw new KubectlError('no objects passed to patch');
}

type PatchType = keyof typeof patchTypes;

function isPatchType(text: string): text is PatchType {
	return Object.hasOwn(patchTypes, text);
}

/** Models getPatchedJSON. */
function patchedHere(object: KubeObject, patch: unknown, type: PatchType): KubeObject {
	if (type === 'json') return applyJsonPatch(object, patch) as KubeObject;
	if (type === 'strategic') {
		return applyStrategicMergePatch(object, patch, object.kind) as KubeObject;
	}
	return applyMergePatch(object, patch as Record<string, unknown>) as KubeObject;
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
