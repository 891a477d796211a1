import { KubectlError, usageError } from '../kubectl-error.ts';

/** What `label` and `annotate` are to do: values to set and keys to remove. */
export interface PairChanges {
	readonly resources: readonly string[];
	readonly set: Readonly<Record<string, string>>;
	readonly remove: readonly string[];
}

/**
 * Divides arguments into resources and pairs: `TYPE NAME KEY=VALUE… KEY-…`.
 *
 * Models kubectl pkg/cmd/util/helpers.go GetResourcesAndPairs, ParsePairs.
 *
 * @param what `label` or `annotation`
 * @throws KubectlError
 */
export function readPairs(args: readonly string[], what: string, command: string): PairChanges {
	const isPair = (arg: string): boolean => arg.includes('=') || arg.endsWith('-');
	const first = args.findIndex(isPair);
	const resources = first < 0 ? args : args.slice(0, first);
	const pairs = first < 0 ? [] : args.slice(first);
	const stray = pairs.find((arg) => !isPair(arg));
	if (stray !== undefined) {
		throw usageError(command, `all resources must be specified before ${what} changes: ${stray}`);
	}
	const set: Record<string, string> = {};
	const remove: string[] = [];
	for (const pair of pairs) {
		const equals = pair.indexOf('=');
		if (equals === 0 || pair === '-') throw new KubectlError(`invalid ${what} format: ${pair}`);
		if (equals > 0) set[pair.slice(0, equals)] = pair.slice(equals + 1);
		else remove.push(pair.slice(0, -1));
	}
	if (remove.some((key) => key in set)) {
		throw new KubectlError(`can not both modify and remove ${article(what)} in the same command`);
	}
	return { resources, set, remove };
}

function article(what: string): string {
	return `${what.startsWith('a') ? 'an' : 'a'} ${what}`;
}
