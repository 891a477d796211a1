import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readRecording } from '#lib/source/recorded/read-recording.ts';
import { shippedRecordings, shippedRun } from '#lib/source/recorded/shipped-recordings.ts';

const tests = fileURLToPath(new URL('../../tests', import.meta.url));
/** What the simulation is compared with, and what only plays. */
const folders = [`${tests}/conformance/truth/recordings`, `${tests}/recordings`];

/** What each recording that comes with the app says, by name. */
export function shippedTexts(): ReadonlyMap<string, string> {
	return new Map(
		Object.entries(shippedRecordings).map(([id, { story, run }]) => {
			const files = folders.map((folder) => `${folder}/${story}.json`);
			const recording = readRecording(readFileSync(files.find(existsSync)!, 'utf8'));
			return [id, JSON.stringify(shippedRun(recording, run))] as const;
		})
	);
}
