import { unzipSync } from 'fflate';
import { UnreadableLesson, type LessonFiles } from './lesson-files.ts';

/** Reads the files of a packed lesson; a folder around them all is left out of their paths. */
export function filesOfZip(bytes: Uint8Array, name: string, files: LessonFiles): void {
	let announced = 0;
	let unpacked: Record<string, Uint8Array>;
	try {
		unpacked = unzipSync(bytes, {
			filter: (entry) => {
				if (!files.wants(entry.name)) return false;
				announced += entry.originalSize;
				// No more than that is unpacked, whatever the packed bytes hold.
				files.refuseLarger(entry.name, announced);
				return true;
			}
		});
	} catch (error) {
		if (error instanceof UnreadableLesson) throw error;
		throw new UnreadableLesson(name, 'brokenZip');
	}
	const paths = Object.keys(unpacked);
	const around = folderAround(paths);
	for (const path of paths) files.add(path.slice(around.length), unpacked[path]!);
}

/** The folder that every path begins with, with its slash; empty when there is none. */
function folderAround(paths: readonly string[]): string {
	const main = paths.find((path) => /(^|\/)lesson\.yaml$/.test(path)) ?? '';
	const folder = main.slice(0, main.lastIndexOf('/') + 1);
	return paths.every((path) => path.startsWith(folder)) ? folder : '';
}
