import { UnreadableLesson, type LessonFiles } from './lesson-files.ts';

/** A lesson has its texts one folder down; deeper ones are not looked into. */
const deepest = 3;

/** Looked into at most, whatever they are: someone may have dropped a whole disk. */
const mostEntries = 500;

/** Reads the files of a folder and those below it, by their paths within it. */
export async function filesOfFolder(
	folder: FileSystemDirectoryEntry,
	files: LessonFiles
): Promise<void> {
	let seen = 0;
	const read = async (entry: FileSystemEntry, path: string, depth: number): Promise<void> => {
		seen += 1;
		if (seen > mostEntries) throw new UnreadableLesson(path, 'tooManyFiles', { most: mostEntries });
		if (isFolder(entry)) {
			if (depth >= deepest || entry.name.startsWith('.')) return;
			for (const each of await entriesOf(entry)) {
				await read(each, path === '' ? each.name : `${path}/${each.name}`, depth + 1);
			}
		} else if (files.wants(path)) {
			const file = await new Promise<File>((done, failed) =>
				(entry as FileSystemFileEntry).file(done, failed)
			);
			files.refuseLarger(path, file.size);
			files.add(path, new Uint8Array(await file.arrayBuffer()));
		}
	};
	await read(folder, '', 0);
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
	return entry.isDirectory;
}

/** Browsers give the entries of a folder in handfuls, and an empty one at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
	const reader = folder.createReader();
	const all: FileSystemEntry[] = [];
	for (;;) {
		const some = await new Promise<FileSystemEntry[]>((done, failed) =>
			reader.readEntries(done, failed)
		);
		if (some.length === 0) return all;
		all.push(...some);
		if (all.length > mostEntries) return all;
	}
}
