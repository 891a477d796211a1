import { bool, type Flag } from '../command-line/flag.ts';
import type { CommandContext } from '../command.ts';
import { KubectlError, throwCollected } from '../kubectl-error.ts';
import type { Steps } from '../steps.ts';
import { fileFlags, selectorFlag } from './common-flags.ts';
import { type Fetched, type FetchOptions, fetchTargets } from './fetch.ts';
import { readFiles } from './read-files.ts';
import { readTargets, type Targets } from './targets.ts';

/** Flags of commands that change objects chosen by `-f`, names, `-l` or `--all`. */
export const targetFlags: readonly Flag[] = [
	...fileFlags,
	selectorFlag,
	bool('all'),
	bool('local')
];

/**
 * What a command is about: the objects of `-f`, or what the words name.
 *
 * @param words TYPE NAME…, TYPE/NAME…
 * @param selectAll everything of a type when no name is given
 * @param labelSelector `-l`, where that is what it means
 * @throws KubectlError
 */
export function commandTargets(
	context: CommandContext,
	words: readonly string[],
	selectAll: boolean,
	labelSelector = context.flags.text('selector')
): Targets {
	if (context.flags.given('filename')) {
		const { infos, errors } = readFiles(context, false);
		throwCollected(errors);
		return { type: 'names', named: infos };
	}
	return readTargets(words, {
		labelSelector,
		selectAll,
		context
	});
}

/** Where and by which labels the command looks. */
export function fetchOptions({ flags, namespace }: CommandContext): FetchOptions {
	return { namespace, labelSelector: flags.text('selector') };
}

/**
 * The objects that a command is about, as the server has them now; with `--local` those of the files themselves.
 *
 * Models cli-runtime pkg/resource/builder.go with Latest and Local.
 *
 * @throws KubectlError
 */
export function* fetchCommandTargets(
	context: CommandContext,
	words: readonly string[],
	selectAll: boolean
): Steps<Fetched> {
	if (context.flags.bool('local')) {
		if (words.length > 0) {
			throw new KubectlError(
				"you must specify resources by --filename when --local is set.\nExample resource specifications include:\n   '-f rsrc.yaml'\n   '--filename=rsrc.json'"
			);
		}
		return readFiles(context, false);
	}
	return yield* fetchTargets(commandTargets(context, words, selectAll), fetchOptions(context));
}
