import type { ProblemKey } from '../reading/problem.ts';

/** No lesson has more files than this … */
const mostFiles = 100;

/** … or more bytes, unpacked. */
const mostBytes = 1_000_000;

/** A lesson whose files can't be read at all. */
export class UnreadableLesson extends Error {
	constructor(
		readonly file: string,
		readonly key: ProblemKey,
		readonly values: Readonly<Record<string, string | number>> = {}
	) {
		super(key);
	}
}

/** Collects the texts of a lesson, as long as there aren't too many. */
export class LessonFiles {
	readonly texts: Record<string, string> = {};
	#count = 0;
	#bytes = 0;

	/** Whether a file has something to do with a lesson; pictures and what systems leave behind have not. */
	wants(path: string): boolean {
		const isHidden = path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
		return !isHidden && /\.ya?ml$/i.test(path);
	}

	/** To be asked before the bytes are fetched. */
	refuseLarger(path: string, bytes: number): void {
		if (this.#bytes + bytes > mostBytes) {
			throw new UnreadableLesson(path, 'lessonTooLarge', { most: mostBytes / 1_000_000 });
		}
		if (this.#count >= mostFiles)
			throw new UnreadableLesson(path, 'tooManyFiles', { most: mostFiles });
	}

	add(path: string, bytes: Uint8Array): void {
		this.refuseLarger(path, bytes.length);
		this.#count += 1;
		this.#bytes += bytes.length;
		this.texts[path] = textOf(path, bytes);
	}
}

function textOf(path: string, bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
	} catch {
		throw new UnreadableLesson(path, 'noText');
	}
}
