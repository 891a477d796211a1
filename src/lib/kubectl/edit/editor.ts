import { parseLine } from '../shell/parse-line.ts';
import { programs } from '../shell/programs.ts';

/** What stands in a file after someone has had it open; undefined when the editor couldn't be started. */
export type Editor = (text: string) => string | undefined;

const fileName = 'edited';

/**
 * The editor that a command line names in KUBE_EDITOR or EDITOR. `sed -i …` changes the file, `true` and whatever else only
 * reads leaves it as it is; others aren't there.
 */
export function editorOfLine(line: string): Editor {
	return (text) => {
		const [pipeline] = parseLine(`${line} ${fileName}`);
		const [name = '', ...args] = pipeline?.calls[0]?.words ?? [];
		const program = Object.hasOwn(programs, name) ? programs[name] : undefined;
		if (program === undefined) return undefined;
		const result = program({ args, stdin: '', files: { [fileName]: text } });
		if (result.exitCode !== 0) return undefined;
		const changesFile = args.some((arg) => /^-[a-zA-Z]*i/.test(arg));
		return changesFile ? result.stdout : text;
	};
}
