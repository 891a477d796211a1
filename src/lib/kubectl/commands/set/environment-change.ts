import type { EnvVar } from '#lib/kubernetes/pod.ts';
import { envVarName } from '#lib/kubernetes/validation/name-rules.ts';
import { KubectlError } from '../../kubectl-error.ts';

/** What `set env` is to do. */
export interface EnvironmentChange {
	readonly set: readonly EnvVar[];
	readonly remove: readonly string[];
}

/**
 * Reads `NAME=VALUE`, `NAME-` and `-`, which stands for the lines of standard input.
 *
 * Models kubectl pkg/cmd/set/env/env_parse.go parseIntoEnvVar.
 *
 * @throws KubectlError
 */
export function readEnvironmentChange(
	args: readonly string[],
	stdin: string | undefined
): EnvironmentChange {
	const set: EnvVar[] = [];
	const remove: string[] = [];
	for (const arg of args) {
		if (arg === '-') {
			set.push(...variablesOf(stdin ?? ''));
		} else if (arg.includes('=')) {
			const variable = variableOf(arg);
			const faults = envVarName(variable.name);
			if (faults.length > 0) {
				throw new KubectlError(
					`${JSON.stringify(variable.name)} is not a valid key name: ${faults.join(';')}`
				);
			}
			set.push(variable);
		} else if (arg.endsWith('-')) {
			remove.push(arg.slice(0, -1));
		} else {
			throw new KubectlError(`unknown environment variable: ${arg}`);
		}
	}
	if (set.some(({ name }) => remove.includes(name))) {
		throw new KubectlError(
			'can not both modify and remove the same environment variable in the same command'
		);
	}
	return { set, remove };
}

function variablesOf(text: string): readonly EnvVar[] {
	return text
		.split('\n')
		.map((line) => line.replace(/#.*/, ''))
		.filter((line) => line.includes('='))
		.map(variableOf);
}

/** An empty value isn't written down, as in Go's JSON. */
function variableOf(text: string): EnvVar {
	const equals = text.indexOf('=');
	const value = text.slice(equals + 1);
	return { name: text.slice(0, equals), ...(value === '' ? undefined : { value }) };
}

/**
 * The variables of a container afterwards: what was there keeps its place. Models kubectl pkg/cmd/set/helper.go updateEnv.
 */
export function updatedEnvironment(
	before: readonly EnvVar[],
	set: readonly EnvVar[],
	remove: readonly string[]
): readonly EnvVar[] {
	const seen = new Set(remove);
	const after: EnvVar[] = [];
	for (const variable of before) {
		if (seen.has(variable.name)) continue;
		const newer = set.find(({ name }) => name === variable.name);
		if (newer !== undefined) seen.add(variable.name);
		after.push(newer ?? variable);
	}
	for (const variable of set) {
		if (seen.has(variable.name)) continue;
		seen.add(variable.name);
		after.push(variable);
	}
	return after;
}
