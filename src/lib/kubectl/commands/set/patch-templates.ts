import type { KubeObject } from '#lib/kubernetes/object.ts';
import { callForObject, sorted } from '../../api-call.ts';
import type { CommandContext } from '../../command.ts';
import { dryRunOf, dryRunQuery } from '../../dry-run.ts';
import { KubectlError, throwCollected } from '../../kubectl-error.ts';
import { resultPrinter } from '../../output/print-result.ts';
import { patchTypes } from '../../patch/content-types.ts';
import { strategicDiff } from '../../patch/strategic-diff.ts';
import { fetchCommandTargets } from '../../resources/command-targets.ts';
import { recorded } from '../../record.ts';
import { caught } from '../../resources/fetch.ts';
import { type Info, infoPath } from '../../resources/info.ts';
import type { Steps } from '../../steps.ts';

/** What a `set` command does to each object. */
export interface TemplateChange {
	/** The object changed, or itself. Errors are of this object alone. @throws KubectlError */
	change(object: KubeObject): KubeObject;
	/** Printed behind the object's name. */
	readonly operation: string;
	/** Printed before the server's reason when it refuses. */
	readonly refusal: string;
	/** Said when an object was changed although nothing was asked for. @throws KubectlError */
	afterwards?(): void;
	/** Patches an object in which nothing changes, too. */
	readonly sendsEmptyPatch?: boolean;
}

/**
 * Changes each object of the command by a patch with what differs; what is the same is passed over in silence.
 *
 * Models kubectl pkg/cmd/set/helper.go CalculatePatches and the Run of the `set` commands.
 *
 * @param failures errors that are known already, to be printed with the others
 * @throws KubectlError, ErrorList
 */
export function* patchTemplates(
	context: CommandContext,
	infos: readonly Info[],
	{ change, operation, refusal, afterwards, sendsEmptyPatch }: TemplateChange,
	failures: readonly Error[] = []
): Steps<void> {
	const dryRun = dryRunOf(context);
	const print = resultPrinter(context, dryRun);
	const errors: Error[] = [];
	for (const info of infos) {
		const { object } = info;
		let changed: KubeObject;
		try {
			changed = recorded(context, change(object));
		} catch (error) {
			const name = `${info.resource.plural}/${info.name}`;
			errors.push(new KubectlError(`error: ${name} ${(error as Error).message}\n`));
			continue;
		}
		const patch = strategicDiff(object, changed, object.kind);
		if (Object.keys(patch).length === 0 && !sendsEmptyPatch) continue;
		if (dryRun === 'client' || context.flags.bool('local')) {
			context.out(print(changed, operation));
			continue;
		}
		const patched = yield* caught(
			callForObject({
				method: 'PATCH',
				path: infoPath(info),
				query: sorted({
					...dryRunQuery(dryRun),
					fieldManager: context.flags.text('field-manager')
				}),
				contentType: patchTypes.strategic,
				body: patch
			})
		);
		if (patched instanceof Error) {
			errors.push(new KubectlError(`${refusal}${patched.message}`));
			continue;
		}
		afterwards?.();
		context.out(print(patched, operation));
	}
	throwCollected([...failures, ...errors]);
}

/** The objects of a `set` command; any that can't be had ends it. */
export function* fetchInfos(
	context: CommandContext,
	words: readonly string[]
): Steps<readonly Info[]> {
	const { infos, errors } = yield* fetchCommandTargets(context, words, context.flags.bool('all'));
	throwCollected(errors);
	return infos;
}

/** Whether `-c` means the container; `*` stands for any text. Models helper.go selectContainers. */
export function isSelected(container: string, pattern: string): boolean {
	const source = pattern
		.split('*')
		.map((part) => part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
		.join('.*');
	return new RegExp(`^${source}$`, 's').test(container);
}

/** @throws KubectlError */
export function refuseBothLocalAndServer({ flags }: CommandContext): void {
	if (flags.bool('local') && flags.text('dry-run') === 'server') {
		throw new KubectlError(
			'cannot specify --local and --dry-run=server - did you mean --dry-run=client?'
		);
	}
}

/** @throws KubectlError */
export function refuseBothAllAndSelector({ flags }: CommandContext): void {
	if (flags.bool('all') && flags.text('selector') !== '') {
		throw new KubectlError('cannot set --all and --selector at the same time');
	}
}
