import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, skipped } from './outcome.ts';
import { runSession } from './session/run-session.ts';
import { asRecording } from './story/recording.ts';
import { runStory } from './story/run-story.ts';
import { runCase, type Table } from './table.ts';
import { tableRunners } from './tables/runners.ts';

/** The JSON files at a path: itself, or all below a folder, in order of name. */
export function filesAt(path: string): readonly string[] {
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesAt(join(path, name)))
		.filter((file) => file.endsWith('.json'));
}

/** Every case of a file. A file that is neither a table nor a recording has none. */
export function runFile(path: string): readonly Result[] {
	const content = JSON.parse(readFileSync(path, 'utf8')) as Partial<Table>;
	const recording = asRecording(content);
	if (recording) return runStory(recording);
	if (content.table !== undefined && content.cases !== undefined) {
		return runTable(content as Table);
	}
	return [];
}

function runTable(whole: Table): readonly Result[] {
	const { table, cases } = whole;
	if (table.startsWith('kubectl-sessions-')) {
		return cases.flatMap((entry) => runSession(table, entry));
	}
	const runner = tableRunners[table];
	return cases.map((entry) => ({
		source: table,
		name: entry.name,
		outcome: runner ? runCase(runner, entry, whole) : skipped('no part does this yet')
	}));
}
