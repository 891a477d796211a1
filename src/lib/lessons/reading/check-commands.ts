import { findCommand } from '#lib/kubectl/command-line/find-command.ts';
import { KubectlError } from '#lib/kubectl/kubectl-error.ts';
import { namedCommands } from '#lib/kubectl/named-commands.ts';
import { parseLine, type ProgramCall } from '#lib/kubectl/shell/parse-line.ts';
import { programs } from '#lib/kubectl/shell/programs.ts';
import { ShellError } from '#lib/kubectl/shell/shell-error.ts';
import { remoteProgramNames } from '#lib/source/remote/remote-program-names.ts';
import type { Place, Problems } from './problem.ts';
import { itemsOf, valueAt, type Value } from './value.ts';

/** Tells of command lines that no terminal would begin: programs, commands and files that aren't there. */
export function checkCommands(
	steps: Value | undefined,
	files: readonly string[],
	problems: Problems
): void {
	for (const item of itemsOf(steps)) {
		const run = valueAt(item, 'run');
		if (run?.type !== 'scalar') continue;
		const input = valueAt(item, 'stdin') ? ['-'] : [];
		checkLine(String(run.value), run.place, [...files, ...input], problems);
	}
}

function checkLine(line: string, place: Place, files: readonly string[], problems: Problems): void {
	try {
		const calls = parseLine(line).flatMap(({ calls: joined }) => [...joined.entries()]);
		for (const [at, call] of calls) {
			checkProgram(call, place, problems);
			const known = at > 0 ? [...files, '-'] : files;
			for (const name of filesOf(call)) {
				if (!known.includes(name)) problems.add(place, 'commandFile', { name });
			}
		}
	} catch (error) {
		if (error instanceof ShellError || error instanceof KubectlError) {
			problems.say(place, error.message.split('\n\n').join(' ').replace(/\s+/g, ' ').trim());
		} else throw error;
	}
}

function checkProgram({ words }: ProgramCall, place: Place, problems: Problems): void {
	const [program = '', ...args] = words;
	if (program === 'kubectl') findCommand(args, namedCommands());
	else if (!isProgram(program)) problems.add(place, 'noProgram', { name: program });
}

function isProgram(name: string): boolean {
	return name === 'sleep' || remoteProgramNames.includes(name) || Object.hasOwn(programs, name);
}

/** What kubectl is told to read, by `-f`, and scp to copy. */
function filesOf({ words, inputFile }: ProgramCall): readonly string[] {
	if (words[0] === 'scp') return words.slice(1, -1);
	const named =
		words[0] === 'kubectl' && !words.includes('logs')
			? words.flatMap((word, at) => {
					if (word === '-f' || word === '--filename') return words[at + 1] ?? [];
					const joined = /^(?:-f=?|--filename=)(.+)$/.exec(word);
					return joined ? joined[1]! : [];
				})
			: [];
	return [
		...named.flatMap((names) => names.split(',')),
		...(inputFile === undefined ? [] : [inputFile])
	];
}
