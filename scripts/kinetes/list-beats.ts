import { isMoment } from '#lib/lessons/moment.ts';
import { readLesson } from '#lib/lessons/reading/read-lesson.ts';
import { simulate } from '#lib/source/simulate.ts';
import type { Beat } from '#lib/trace/beat.ts';
import { momentsOf } from '#lib/trace/moments.ts';
import { readLessonFiles } from './lesson-folder.ts';
import { tellProblems } from './tell-problems.ts';

/** `kinetes lesson beats`: the moments of a lesson's recording, as they can be written into it. */
export function listBeats(path: string): void {
	const { folder, files } = readLessonFiles(path);
	const { lesson, problems } = readLesson(files);
	if (problems) return tellProblems(problems, folder);
	const trace = simulate(lesson.scenario);
	const moments = momentsOf(trace);
	for (const beat of moments) {
		const { name, ...about } = whichBeat(beat);
		const wanted = { beat: name, ...about };
		const nth = moments.filter((each) => isMoment(each, wanted)).indexOf(beat);
		const parts = Object.entries(wanted).map(([key, value]) => `${key}: ${quoted(value)}`);
		if (nth > 0) parts.push(`nth: ${nth}`);
		const seconds = ((beat.atMs - trace.header.startMs) / 1000).toFixed(3).padStart(9);
		process.stdout.write(`${seconds}s  { ${parts.join(', ')} }\n`);
	}
}

/** What a beat is best known by. Pods that a controller makes have names by chance: their image says more. */
function whichBeat({ name, pod, of, image }: Beat): Pick<Beat, 'name' | 'pod' | 'of' | 'image'> {
	if (pod !== undefined) return of === undefined || !image ? { name, pod } : { name, image };
	return of !== undefined && /^[a-z0-9-]+\/[a-z0-9.-]+$/.test(of) ? { name, of } : { name };
}

/** A colon would end a plain text within braces. */
function quoted(text: string): string {
	return text.includes(':') ? `'${text}'` : text;
}
