import { each, fields, list, number, oneOf, pair, record, text } from './check-value.ts';
import { RecordingError } from './recording-error.ts';
import type { ChosenRun, RecordedRun, Recording } from './recording.ts';

const run = fields(
	{
		steps: list(
			fields(
				{ atMs: number },
				{
					run: text,
					stdout: text,
					stderr: text,
					exit: number,
					file: text,
					text,
					lines: list(pair(number, text))
				}
			)
		),
		objects: each(
			list(fields({ atMs: number, type: oneOf('ADDED', 'MODIFIED', 'DELETED'), changes: record }))
		),
		requests: list(
			fields({ atMs: number, tookMs: number, by: text, verb: text, path: text, code: number })
		)
	},
	{
		events: list(
			fields({
				atMs: number,
				object: text,
				type: text,
				reason: text,
				message: text,
				by: text,
				count: number
			})
		),
		cri: list(fields({ atMs: number, node: text, message: text })),
		traffic: fields({ bucketMs: number, counts: list(pair(number, each(number))) }),
		schedulerLog: list(text)
	}
);

/**
 * Reads a recording of a real cluster.
 *
 * @throws RecordingError with the place in the file, when it isn't one, or has a format of its own
 */
export function readRecording(source: string): Recording {
	let value: unknown;
	try {
		value = JSON.parse(source);
	} catch (error) {
		throw new RecordingError('', `not JSON: ${(error as Error).message}`);
	}
	if (!isRecord(value) || (value.story === undefined && value.runs === undefined)) {
		throw new RecordingError('', 'not a recording: it has no "story" and no "runs"');
	}
	text(value.story, 'story');
	list(record)(value.runs, 'runs');
	const runs = value.runs as readonly Record<string, unknown>[];
	if (runs.length === 0) throw new RecordingError('runs', 'is empty: nothing was recorded');
	if (value.chosen !== undefined) {
		fields({ run: number, of: number, startMs: number })(value.chosen, 'chosen');
	}
	runs.forEach((one, i) => {
		refuseOther(String(value.story), one, `runs[${i}]`);
		run(one, `runs[${i}]`);
	});
	const { story, recorded, description, chosen } = value;
	return {
		story: String(story),
		recorded: typeof recorded === 'string' ? recorded : '',
		description: typeof description === 'string' ? description : '',
		runs: runs.map(complete),
		...(chosen !== undefined && { chosen: chosen as ChosenRun })
	};
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Some stories are recorded otherwise, and tell of something that no cluster's stage shows. */
function refuseOther(story: string, one: Record<string, unknown>, place: string): void {
	if (one.requests !== undefined || one.objects !== undefined) return;
	const has = Object.keys(one).join(', ');
	throw new RecordingError(
		place,
		`"${story}" is recorded in a format of its own (${has}): without "requests" and "objects" of an API server it can't be played`
	);
}

/** What wasn't recorded of a run is empty. */
function complete(one: Record<string, unknown>): RecordedRun {
	const { steps, objects, requests, events, cri, traffic, schedulerLog } =
		one as unknown as RecordedRun;
	return {
		steps,
		objects,
		requests,
		events: events ?? [],
		cri: cri ?? [],
		schedulerLog: schedulerLog ?? [],
		...(traffic && { traffic })
	};
}
