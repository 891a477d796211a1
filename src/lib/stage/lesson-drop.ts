/** A lesson that someone let go of over the page, or chose: its folder, or the one file that holds it. */
export type LessonDrop = File | FileSystemDirectoryEntry;

/** Whether a file of that name holds a lesson. */
export function isLessonFile(name: string): boolean {
	return /\.zip$|(^|\.)lesson\.ya?ml$/i.test(name);
}

/** Whether a file of that name may hold a trace, or a recording that becomes one. */
export function isTraceFile(name: string): boolean {
	return /\.(trace|jsonl|ndjson|json)$/i.test(name);
}

/** The lesson among what was dropped. Must be asked at once: what a drop holds is gone when its event is over. */
export function lessonDrop(transfer: DataTransfer): LessonDrop | undefined {
	const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.());
	const folder = entries.find((entry): entry is FileSystemDirectoryEntry => !!entry?.isDirectory);
	const [file] = transfer.files;
	return folder ?? (file && isLessonFile(file.name) ? file : undefined);
}
