import {
	manifestFolder,
	type ManifestFolder
} from '#lib/cluster/kubelet/static-pods/manifest-folder.ts';
import type { ProgramResult } from '#lib/kubectl/shell/programs.ts';

const absent = 'No such file or directory';
const isFolder = (path: string): boolean => path.replace(/\/$/, '') === manifestFolder;

/** The few commands that a node understands: on its folder of manifests, for nothing else of it is modelled as files. */
export function nodeCommand(
	[name = '', ...args]: readonly string[],
	folder: ManifestFolder
): ProgramResult {
	const paths = args.filter((arg) => !arg.startsWith('-'));
	switch (name) {
		case 'ls': {
			const [path = manifestFolder] = paths;
			if (!isFolder(path)) return failed(`ls: cannot access '${path}': ${absent}`, 2);
			return printed(folder.names());
		}
		case 'cat':
			return onEach(paths, (path) => {
				const text = folder.read(fileOf(path));
				return text === undefined
					? failed(`cat: ${path}: ${absent}`, 1)
					: { stdout: text, exitCode: 0 };
			});
		case 'rm':
			return onEach(paths, (path) =>
				folder.remove(fileOf(path))
					? { stdout: '', exitCode: 0 }
					: failed(`rm: cannot remove '${path}': ${absent}`, 1)
			);
		default:
			return failed(`bash: line 1: ${name}: command not found`, 127);
	}
}

/** The name of a file in the folder; the path itself where it is none, for nothing has that name. */
function fileOf(path: string): string {
	return path.startsWith(`${manifestFolder}/`) ? path.slice(manifestFolder.length + 1) : path;
}

function printed(lines: readonly string[]): ProgramResult {
	return { stdout: lines.map((line) => `${line}\n`).join(''), exitCode: 0 };
}

function failed(stderr: string, exitCode: number): ProgramResult {
	return { stdout: '', stderr: `${stderr}\n`, exitCode };
}

function onEach(paths: readonly string[], run: (path: string) => ProgramResult): ProgramResult {
	const results = paths.map(run);
	return {
		stdout: results.map(({ stdout }) => stdout).join(''),
		stderr: results.map(({ stderr = '' }) => stderr).join(''),
		exitCode: Math.max(0, ...results.map(({ exitCode }) => exitCode))
	};
}
