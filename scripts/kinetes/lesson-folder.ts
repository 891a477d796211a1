import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { UsageError } from './usage-error.ts';

/** The texts of a folder's YAML files, by their paths within it. */
export function readFolder(folder: string): Record<string, string> {
	const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name));
	return Object.fromEntries(
		paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')])
	);
}

/**
 * The files of a lesson: a folder of them, or the one that holds it all.
 *
 * @throws UsageError when there is nothing of that name
 */
export function readLessonFiles(path: string): {
	readonly folder: string;
	readonly files: Record<string, string>;
} {
	try {
		if (statSync(path).isDirectory()) return { folder: path, files: readFolder(path) };
		return { folder: dirname(path), files: { [basename(path)]: readFileSync(path, 'utf8') } };
	} catch (error) {
		throw new UsageError(`can't read ${path}: ${(error as Error).message}`);
	}
}
