import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { importRecording } from '#lib/source/recorded/import-recording.ts';
import { readRecording } from '#lib/source/recorded/read-recording.ts';
import { RecordingError } from '#lib/source/recorded/recording-error.ts';
import { writeTrace } from '#lib/trace/json-lines.ts';
import { UsageError } from './usage-error.ts';

/** `kinetes import`: makes a trace of a recording of a real cluster. */
export function importFile(args: string[]): void {
	const { file, run, output } = readOptions(args);
	const text = writeTrace(traceOf(file, run));
	if (output === undefined) process.stdout.write(text);
	else writeFileSync(output, text);
}

function traceOf(file: string, run: number) {
	try {
		return importRecording(readRecording(readFileSync(file, 'utf8')), { run });
	} catch (error) {
		if (error instanceof RecordingError) throw new UsageError(`${file}: ${error.message}`);
		if (error instanceof Error && 'code' in error) {
			throw new UsageError(`can't read ${file}: ${error.message}`);
		}
		throw error;
	}
}

function readOptions(args: string[]) {
	const { values, positionals } = parse(args);
	const [file] = positionals;
	if (file === undefined || positionals.length > 1) {
		throw new UsageError(
			'import takes one file, e.g. kinetes import rolling-update.json -o rolling.trace'
		);
	}
	const { run = '1', output } = values;
	if (!/^[1-9]\d{0,5}$/.test(run)) {
		throw new UsageError(`--run takes a number from 1, not ${JSON.stringify(run)}`);
	}
	return { file, run: Number(run), output };
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			allowPositionals: true,
			options: { run: { type: 'string' }, output: { type: 'string', short: 'o' } }
		});
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}
