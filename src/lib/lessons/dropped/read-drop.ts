import type { Locale } from '#lib/i18n/locale.ts';
import type { LessonDrop } from '#lib/stage/lesson-drop.ts';
import { Problems, type LessonProblem } from '../reading/problem.ts';
import { filesOfFolder } from './files-of-folder.ts';
import { LessonFiles, UnreadableLesson } from './lesson-files.ts';

/** The texts of a dropped lesson's files, by their paths within it, or why they can't be had. */
export type DropReading =
	| { readonly files: Readonly<Record<string, string>>; readonly problems?: undefined }
	| { readonly files?: undefined; readonly problems: readonly LessonProblem[] };

/** Reads the files of a lesson that was dropped: a folder, a .zip of one, or a single file. */
export async function readDrop(drop: LessonDrop, locale: Locale): Promise<DropReading> {
	const files = new LessonFiles();
	try {
		if (!(drop instanceof File)) await filesOfFolder(drop, files);
		else if (/\.zip$/i.test(drop.name)) {
			const { filesOfZip } = await import('./files-of-zip.ts');
			files.refuseLarger(drop.name, drop.size);
			filesOfZip(new Uint8Array(await drop.arrayBuffer()), drop.name, files);
		} else {
			files.refuseLarger(drop.name, drop.size);
			files.add(drop.name, new Uint8Array(await drop.arrayBuffer()));
		}
		return { files: files.texts };
	} catch (error) {
		if (!(error instanceof UnreadableLesson)) throw error;
		const problems = new Problems(locale);
		problems.add({ file: error.file, line: 1, column: 1 }, error.key, error.values);
		return { problems: problems.found };
	}
}
